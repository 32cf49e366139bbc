/// A binary hash tree over an ordered list (the shape of RFC 6962): a short path shows that one leaf is under the root.
///
/// Leaves and inner nodes are hashed with different first bytes, so that neither can pass for the other.
package enum MerkleTree {
  package typealias HashFunction = (_ bytes: [UInt8]) -> Hash32

  /// The root over the leaves; the empty list has a root of its own.
  package static func root(of leaves: [Hash32], hash: HashFunction) -> Hash32 {
    guard !leaves.isEmpty else { return hash([2]) }
    return root(leaves[...], hash)
  }

  private static func root(_ leaves: ArraySlice<Hash32>, _ hash: HashFunction) -> Hash32 {
    if leaves.count == 1, let only = leaves.first { return hash([0] + only.bytes) }
    let middle = leaves.startIndex + split(leaves.count)
    return node(root(leaves[..<middle], hash), root(leaves[middle...], hash), hash)
  }

  /// The neighbours on the way from a leaf to the root, the nearest first.
  package static func path(of index: Int, in leaves: [Hash32], hash: HashFunction) -> [Hash32] {
    guard leaves.indices.contains(index) else { return [] }
    return path(index, leaves[...], hash)
  }

  private static func path(_ index: Int, _ leaves: ArraySlice<Hash32>, _ hash: HashFunction) -> [Hash32] {
    guard leaves.count > 1 else { return [] }
    let k = split(leaves.count), middle = leaves.startIndex + k
    if index < k { return path(index, leaves[..<middle], hash) + [root(leaves[middle...], hash)] }
    return path(index - k, leaves[middle...], hash) + [root(leaves[..<middle], hash)]
  }

  /// The root that a leaf and its path lead to; nil when the path has the wrong length for that place.
  ///
  /// This shows the leaf and its place. It does not show the count: the first leaf goes the same way in a list of three and in one
  /// of four. Where the count matters it is signed beside the root.
  package static func root(
    from leaf: Hash32, index: Int, count: Int, path: [Hash32], hash: HashFunction
  ) -> Hash32? {
    guard index >= 0, index < count else { return nil }
    var left = path[...]
    return climb(leaf, index, count, &left, hash).flatMap { left.isEmpty ? $0 : nil }
  }

  private static func climb(
    _ leaf: Hash32, _ index: Int, _ count: Int, _ path: inout ArraySlice<Hash32>, _ hash: HashFunction
  ) -> Hash32? {
    guard count > 1 else { return hash([0] + leaf.bytes) }
    let k = split(count)
    // The last of the path is the neighbour under the root; the rest belongs to the half that the leaf is in.
    guard let neighbour = path.popLast() else { return nil }
    if index < k { return climb(leaf, index, k, &path, hash).map { node($0, neighbour, hash) } }
    return climb(leaf, index - k, count - k, &path, hash).map { node(neighbour, $0, hash) }
  }

  private static func node(_ left: Hash32, _ right: Hash32, _ hash: HashFunction) -> Hash32 {
    hash([1] + left.bytes + right.bytes)
  }

  /// The largest power of two below the count. A count may be read from a file: none is too large to be looked at.
  private static func split(_ count: Int) -> Int {
    var k = 1
    while k < count - k { k *= 2 }
    return k
  }
}
