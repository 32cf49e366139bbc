/// A random sample that anybody can draw again: every candidate is hashed with the seed, and the lowest hashes are the sample.
///
/// What is stable: the order of the candidates plays no part; one more candidate can push out at most one of the sample, and one
/// that is taken away is replaced by one; a larger sample holds the smaller one. The seed should be fixed by what everybody knows
/// (round, province, number of the draw), or somebody could try seeds until the sample pleases.
package enum Sample {
  package static func pick(
    _ count: Int, from candidates: [[UInt8]], seed: String, hash: (_ bytes: [UInt8]) -> Hash32
  ) -> [Int] {
    let prefix = Array(seed.utf8) + [0]
    let ranked = candidates.indices.map { (hash(prefix + candidates[$0]), $0) }.sorted { $0 < $1 }
    return ranked.prefix(max(0, count)).map(\.1).sorted()
  }

  /// An institution with the children that can be drawn in it, by their ids.
  package struct Stratum: Equatable, Sendable {
    package var id: [UInt8]
    package var children: [[UInt8]]

    package init(id: [UInt8], children: [[UInt8]]) {
      self.id = id
      self.children = children
    }
  }

  /// The place of an institution among the strata, and the places of the children drawn in it.
  package struct Drawn: Equatable, Sendable {
    package var stratum: Int
    package var children: [Int]
  }

  /// Draws institutions first and children in each of them. A child that comes or goes changes the sample of its own institution
  /// alone; a small institution gives all its children, and an empty one none.
  package static func pick(
    _ institutions: Int, of strata: [Stratum], children perInstitution: Int, seed: String,
    hash: (_ bytes: [UInt8]) -> Hash32
  ) -> [Drawn] {
    pick(institutions, from: strata.map(\.id), seed: seed, hash: hash).map { i in
      Drawn(stratum: i, children: pick(perInstitution, from: strata[i].children, seed: seed, hash: hash))
    }
  }
}
