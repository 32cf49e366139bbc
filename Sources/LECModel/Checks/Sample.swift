/// A random sample that anybody can draw again: every candidate is hashed with the seed, and the lowest hashes are the sample.
///
/// The order of the candidates plays no part, and one more candidate can push out at most one of the sample.
package enum Sample {
  package static func pick(
    _ count: Int, from candidates: [[UInt8]], seed: String, hash: (_ bytes: [UInt8]) -> Hash32
  ) -> [Int] {
    let prefix = Array(seed.utf8) + [0]
    let ranked = candidates.indices.map { (hash(prefix + candidates[$0]), $0) }.sorted { $0.0 < $1.0 }
    return ranked.prefix(max(0, count)).map(\.1).sorted()
  }
}
