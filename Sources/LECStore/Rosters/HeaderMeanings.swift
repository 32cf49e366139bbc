/// What each name of a header can mean, and what it means beside the others.
struct HeaderMeanings {
  enum Meaning {
    case column(RosterColumn)
    case ignored
    case ambiguous([RosterColumn])
  }

  private var candidates: [[RosterColumn]]

  init(_ names: [String], words: HeaderWords) throws(CSVProblem) {
    candidates = []
    var seen: [String: Int] = [:]
    var used: Set<Int> = []
    for name in names {
      let occurrence = seen[HeaderFold.fold(name), default: 0] + 1
      seen[HeaderFold.fold(name)] = occurrence
      let letters = SheetPlace(line: 1, column: candidates.count + 1).letters
      if let index = words.index(name, occurrence: occurrence, letters: letters) {
        used.insert(index)
        candidates.append(words.entries[index].column.map { [$0] } ?? [])
      } else {
        candidates.append(words.names.candidates(name))
      }
    }
    if let unused = words.entries.indices.first(where: { !used.contains($0) && !words.entries[$0].isRemembered }) {
      throw .unusedMapHeader(words.entries[unused].header, line: words.entries[unused].line)
    }
    tellDoubledStudentNumbers()
  }

  func settled(_ index: Int) -> Meaning {
    let here = candidates[index]
    guard here.count > 1 else { return here.first.map { .column($0) } ?? .ignored }
    let others = candidates.indices.filter { $0 != index }.map { candidates[$0] }
    func mayBe(_ column: RosterColumn) -> Bool { others.contains { $0.contains(column) } }
    func isSurely(_ column: RosterColumn) -> Bool { others.contains { $0 == [column] } }

    if here.contains(.fullName) {
      let part = here.contains(.first) ? RosterColumn.first : .last
      return .column(mayBe(part == .first ? .last : .first) ? part : .fullName)
    }
    if here.contains(.gradeAndRoom) {
      let part = here.contains(.grade) ? RosterColumn.grade : .room
      return .column(mayBe(part == .grade ? .room : .grade) ? part : .gradeAndRoom)
    }
    if here.contains(.number), here.contains(.schoolNumber) {
      if isSurely(.number) { return .column(.schoolNumber) }
      if isSurely(.schoolNumber) { return .column(.number) }
    }
    return .ambiguous(here)
  }

  /// The DMC export heads the citizen number and the student number alike; the citizen number comes first.
  private mutating func tellDoubledStudentNumbers() {
    let doubled = candidates.indices.filter { candidates[$0] == [.schoolNumber] }
    if doubled.count == 2, !candidates.contains(where: { $0.contains(.number) }) { candidates[doubled[0]] = [.number] }
  }
}
