internal import LECModel

/// The children of the unit, by what a row of a sheet may know of them.
struct KnownChildren {
  private(set) var byNumber: [String: Int64] = [:]
  private var byPerson: [Int: Int64] = [:]
  private var byName: [Int: Int64] = [:]
  private var byBirthAndFirst: [Int: Int64] = [:]
  private var byBirthAndLast: [Int: Int64] = [:]

  var count: Int { byPerson.count }

  /// Numbers that more than one child has: of those the number alone tells nobody.
  private(set) var doubled: Set<String> = []

  mutating func add(number: String, _ n: Int64) {
    if byNumber.updateValue(n, forKey: number) != nil { doubled.insert(number) }
  }

  mutating func add(first: String, last: String, birth: String, _ n: Int64) {
    byPerson[Self.key(0, first, last, birth)] = n
    byName[Self.key(1, first, last)] = n
    guard !birth.isEmpty else { return }
    byBirthAndFirst[Self.key(2, birth, first)] = n
    byBirthAndLast[Self.key(3, birth, last)] = n
  }

  /// The child with exactly this name and birth date.
  func person(_ student: Student) -> Int64? {
    byPerson[Self.key(0, student[.first], student[.last], student[.birth])]
  }

  /// Children that agree in part: the same name with another birth date, or the same birth date with another surname or
  /// nearly the same first name.
  func near(_ student: Student) -> [Int64] {
    guard count > 0 else { return [] }
    var found: [Int64] = []
    if !student[.last].isEmpty, let n = byName[Self.key(1, student[.first], student[.last])] { found.append(n) }
    guard !student[.birth].isEmpty else { return found }
    for n in [
      byBirthAndFirst[Self.key(2, student[.birth], student[.first])],
      byBirthAndLast[Self.key(3, student[.birth], student[.last])],
    ] {
      if let n, !found.contains(n) { found.append(n) }
    }
    return found
  }

  private static func key(_ kind: Int, _ parts: String...) -> Int {
    var hasher = Hasher()
    hasher.combine(kind)
    for part in parts { hasher.combine(part) }
    return hasher.finalize()
  }
}

/// Whether a row and a child may be one person though they don't agree in all.
enum Likeness {
  static func mayBeOne(_ row: Student, _ child: Student) -> Bool {
    let sameName = row[.first] == child[.first] && row[.last] == child[.last]
    let sameBirth = !row[.birth].isEmpty && row[.birth] == child[.birth]
    // Two citizen numbers are two people, unless all else is the same: then one of them was mistyped.
    if areTwoNumbers(row[.number], child[.number]) { return sameName && sameBirth }
    if sameName { return true }
    return sameBirth
      && (row[.first] == child[.first] || row[.last] == child[.last] && isNear(row[.first], child[.first]))
  }

  static func areTwoNumbers(_ one: String, _ other: String) -> Bool {
    one != other && CitizenNumber.read(one).isRead && CitizenNumber.read(other).isRead
  }

  /// One sign more, less or other.
  static func isNear(_ one: String, _ other: String) -> Bool {
    let a = Array(one.unicodeScalars), b = Array(other.unicodeScalars)
    guard abs(a.count - b.count) <= 1, a.count > 2, b.count > 2 else { return false }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    return max(a.count, b.count) - start - end <= 1
  }
}

extension Result {
  fileprivate var isRead: Bool { if case .success = self { true } else { false } }
}
