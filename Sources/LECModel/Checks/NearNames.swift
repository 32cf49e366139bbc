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
    var byRest: [String: [Int]] = [:]
    for (i, name) in names.enumerated() where (shortest...longest).contains(name.count) {
      for rest in rests(of: name) { byRest[rest, default: []].append(i) }
    }
    var seen: Set<[Int]> = []
    for group in byRest.values where group.count > 1 {
      for (n, i) in group.enumerated() where n == 0 || group.count <= crowd {
        for other in group[(n + 1)...] where isNear(names[i], names[other]) { seen.insert([i, other]) }
      }
    }
    return seen.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
  }

  /// The name, and what is left of it without each of its signs.
  private static func rests(of name: [Unicode.Scalar]) -> Set<String> {
    func text(_ signs: some Sequence<Unicode.Scalar>) -> String {
      var out = String.UnicodeScalarView()
      out.append(contentsOf: signs)
      return String(out)
    }
    var out: Set<String> = [text(name)]
    for i in name.indices { out.insert(text(name[..<i]) + text(name[(i + 1)...])) }
    return out
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
