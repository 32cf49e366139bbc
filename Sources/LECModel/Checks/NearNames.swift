/// Names that one slip apart: one sign wrong, missing or too much, or two neighbours that changed places.
package enum NearNames {
  /// A name of fewer signs says too little: many short names lie side by side.
  package static let shortest = 6
  /// A name of more signs is nobody's: what is left of it without each of them would be as much as their square.
  package static let longest = 120
  /// Names of which so many lie around one remainder are no slips: each then goes with the first of them only.
  package static let crowd = 50

  /// The places of names that are near each other, each pair once. Two such names leave the same when the right sign is taken out
  /// of one or both, so that it is enough to look at those that share a remainder.
  static func pairs(_ names: [[Unicode.Scalar]]) -> [(Int, Int)] {
    guard names.count > 1 else { return [] }
    var rests: [Rest] = []
    for (i, name) in names.enumerated() where (shortest...longest).contains(name.count) {
      addRests(of: name, place: i, to: &rests)
    }
    rests.sort { ($0.mark, $0.place) < ($1.mark, $1.place) }
    var seen: Set<Pair> = []
    var start = 0
    while start < rests.count {
      var group = [rests[start].place]
      var end = start + 1
      while end < rests.count, rests[end].mark == rests[start].mark {
        // A name with a sign twice in a row leaves the same twice.
        if rests[end].place != group.last { group.append(rests[end].place) }
        end += 1
      }
      start = end
      guard group.count > 1 else { continue }
      for (n, i) in group.enumerated() where n == 0 || group.count <= crowd {
        for other in group[(n + 1)...] where isNear(names[i], names[other]) {
          seen.insert(Pair(first: i, second: other))
        }
      }
    }
    return seen.map { ($0.first, $0.second) }.sorted { $0 < $1 }
  }

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  /// What is left of a name, as a number: the same remainders have the same, and whether two names that share one are near is
  /// looked at anyway.
  private struct Rest {
    var mark: UInt64
    var place: Int
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The name, and what is left of it without each of its signs: worked out from the marks of what stands before and behind it.
  private static func addRests(of name: [Unicode.Scalar], place: Int, to rests: inout [Rest]) {
    var behind: [UInt64] = [0], power: UInt64 = 1
    for sign in name.reversed() {
      behind.append(behind[behind.count - 1] &+ UInt64(sign.value) &* power)
      power = power &* base
    }
    rests.append(Rest(mark: behind[name.count], place: place))
    var before: UInt64 = 0
    var powers: [UInt64] = [1]
    for _ in name { powers.append(powers[powers.count - 1] &* base) }
    for i in name.indices {
      let after = name.count - i - 1
      rests.append(Rest(mark: before &* powers[after] &+ behind[after], place: place))
      before = before &* base &+ UInt64(name[i].value)
    }
  }

  /// True when at most one slip lies between the two.
  package static func isNear(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let left = a[start..<(a.count - end)], right = b[start..<(b.count - end)]
    switch (left.count, right.count) {
    case (0, 0), (0, 1), (1, 0), (1, 1): return true
    case (2, 2): return left.first == right.last && left.last == right.first
    default: return false
    }
  }
}
