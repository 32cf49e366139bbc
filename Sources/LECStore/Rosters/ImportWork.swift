import LECModel

/// One row while it is being worked out.
struct ImportWork {
  let line: Int
  var student = Student()
  var candidates: [ImportRow.Candidate] = []
  var changes: [LogEntry.Change] = []
  private(set) var problems: [ImportRow.Problem] = []

  init(line: Int) { self.line = line }

  /// Whether something keeps the row out.
  var isRefused: Bool { problems.contains { $0.severity == .error } }

  mutating func tell(
    _ code: String, _ severity: Severity, column: String = "", text: String = "", detail: String = ""
  ) {
    problems.append(.init(code: code, severity: severity, column: column, text: text, detail: detail))
  }

  /// The row as a preview shows it.
  func row(_ kind: ImportRow.Kind) -> ImportRow {
    var row = ImportRow(line: line)
    row.kind = kind
    row.name = student.fullName
    row.grade = student[.grade]
    row.problems = problems
    row.changes = changes
    row.candidates = candidates
    return row
  }
}

extension ImportPlan {
  enum Match {
    case child(Int64)
    case new
    case undecided([ImportRow.Candidate])
  }

  /// The child a row means: by its number, by name and birth date, or as a person has said. Who is only like the row is
  /// asked about: a second entry of one child is counted twice, and two children in one entry are one too few.
  func match(_ work: ImportWork) throws -> Match {
    let student = work.student
    switch options.decisions.matches[work.line] {
    case .child(let n): return touched.contains(n) ? .new : .child(n)
    case .new: return .new
    case nil: break
    }
    if !student[.number].isEmpty, let n = known.byNumber[student[.number]] {
      return touched.contains(n) ? .new : .child(n)
    }
    if let n = known.person(student), !touched.contains(n), !claimed.contains(n) {
      guard let child = try store.student(n: n)?.student else { return .new }
      if !Likeness.areTwoNumbers(student[.number], child[.number]) { return .child(n) }
      return answer([candidate(n, child)])
    }
    let near = try known.near(student).filter { !touched.contains($0) && !claimed.contains($0) }.compactMap { n in
      try store.student(n: n).flatMap { row in
        row.student.state != .removed && Likeness.mayBeOne(student, row.student) ? candidate(n, row.student) : nil
      }
    }
    return near.isEmpty ? .new : answer(near)
  }

  /// The child with this number, name and birth date, where the roster itself has the number twice: that is for the checks to
  /// tell, and no fault of the sheet.
  func namesake(_ student: Student) throws -> Int64? {
    guard known.doubled.contains(student[.number]), let n = known.person(student), !touched.contains(n),
      try store.student(n: n)?.student[.number] == student[.number]
    else { return nil }
    return n
  }

  private func answer(_ candidates: [ImportRow.Candidate]) -> Match {
    switch options.likely {
    case .ask: .undecided(candidates)
    case .same: candidates.first.map { .child($0.n) } ?? .new
    case .new: .new
    }
  }

  private func candidate(_ n: Int64, _ child: Student) -> ImportRow.Candidate {
    ImportRow.Candidate(n: n, name: child.fullName, number: child[.number], birth: child[.birth])
  }
}
