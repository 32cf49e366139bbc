/// The work behind `DoubleCandidates`: groups of rows, and the pairs found in them so far.
struct DoubleSearch {
  private typealias Row = DoubleCandidates.Row

  private struct Name: Hashable {
    var first: String
    var last: String
    var turned: Name { Name(first: last, last: first) }
    var signs: [Unicode.Scalar] { Array((last.isEmpty ? first : first + " " + last).unicodeScalars) }
  }

  private let rows: [DoubleCandidates.Row]
  private let knownDifferent: Set<DoubleCandidates.Records>
  private var seen: Set<DoubleCandidates.Records> = []
  private(set) var found: [DoubleCandidates.Pair] = []

  init(rows: [DoubleCandidates.Row], knownDifferent: Set<DoubleCandidates.Records>) {
    self.rows = rows.sorted { $0.record < $1.record }
    self.knownDifferent = knownDifferent
  }

  mutating func byNumber() {
    for group in groups(rows.indices, by: { rows[$0].number.isEmpty ? nil : rows[$0].number }) {
      pair(group, .sameNumber)
    }
  }

  mutating func byNameAndBirth() {
    for day in groups(rows.indices, by: { rows[$0].birth.isEmpty ? nil : rows[$0].birth }) {
      var byName: [Name: [Int]] = [:]
      for i in day {
        let name = Name(first: TextForm.fold(rows[i].first), last: TextForm.fold(rows[i].last))
        if !name.first.isEmpty { byName[name, default: []].append(i) }
      }
      for group in byName.values { pair(group, .sameNameAndBirth) }
      near(byName)
    }
  }

  /// Names of one birth date that are alike but not the same.
  private mutating func near(_ byName: [Name: [Int]]) {
    let names = byName.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }
    var places: [Name: Int] = [:]
    for (i, entry) in names.enumerated() { places[entry.key] = i }
    for (i, entry) in names.enumerated() where entry.key.turned != entry.key {
      if let other = places[entry.key.turned], other > i { pair(entry.value, names[other].value) }
    }
    for (i, other) in NearNames.pairs(names.map(\.key.signs)) { pair(names[i].value, names[other].value) }
  }

  /// Groups of two and more, in the order of their first rows.
  private func groups(_ places: Range<Int>, by key: (Int) -> String?) -> [[Int]] {
    var keyed = places.compactMap { i in key(i).map { (key: $0, place: i) } }
    keyed.sort { $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key }
    var out: [[Int]] = []
    var start = 0
    for i in 1..<max(keyed.count + 1, 1) where i == keyed.count || keyed[i].key != keyed[start].key {
      if i - start > 1 { out.append(keyed[start..<i].map(\.place)) }
      start = i
    }
    return out
  }

  /// Pairs within a group. In a crowd each row goes with the first of another unit only.
  private mutating func pair(_ group: [Int], _ evidence: Claim.Evidence) {
    if group.count > DoubleCandidates.crowd {
      let stranger = group.first { rows[$0].unit != rows[group[0]].unit }
      for i in group {
        if rows[i].unit != rows[group[0]].unit {
          add(group[0], i, evidence)
        } else if let stranger {
          add(stranger, i, evidence)
        }
      }
      return
    }
    for (n, i) in group.enumerated() { for other in group[(n + 1)...] { add(i, other, evidence) } }
  }

  /// Pairs between two groups of near names.
  private mutating func pair(_ left: [Int], _ right: [Int]) {
    let isCrowd = left.count + right.count > DoubleCandidates.crowd
    for i in isCrowd ? left.prefix(1) : left[...] {
      for other in right where !contradict(i, other) { add(i, other, .nearNameAndBirth) }
    }
    guard isCrowd, let first = right.first else { return }
    for i in left.dropFirst() where !contradict(i, first) { add(i, first, .nearNameAndBirth) }
  }

  /// A boy and a girl with near names, such as twins, are two children.
  private func contradict(_ i: Int, _ other: Int) -> Bool {
    guard let one = rows[i].sex, let two = rows[other].sex else { return false }
    return one != two
  }

  private mutating func add(_ i: Int, _ other: Int, _ evidence: Claim.Evidence) {
    let one = rows[min(i, other)], two = rows[max(i, other)]
    guard one.unit != two.unit, one.record != two.record else { return }
    let records = DoubleCandidates.Records(one.record, two.record)
    guard !knownDifferent.contains(records), seen.insert(records).inserted else { return }
    found.append(DoubleCandidates.Pair(first: one, second: two, evidence: evidence))
  }
}
