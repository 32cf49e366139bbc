import LECModel
import TestSupport
import Testing

@Suite("Hash tree")
struct MerkleTreeTests {
  private func leaves(_ count: Int) -> [Hash32] { (0..<count).map { VectorFile.hash(Array("leaf \($0)".utf8)) } }

  private func root(_ leaves: [Hash32]) -> Hash32 { MerkleTree.root(of: leaves, hash: VectorFile.hash) }

  private func path(_ index: Int, _ leaves: [Hash32]) -> [Hash32] {
    MerkleTree.path(of: index, in: leaves, hash: VectorFile.hash)
  }

  private func climb(_ leaf: Hash32, _ index: Int, _ count: Int, _ path: [Hash32]) -> Hash32? {
    MerkleTree.root(from: leaf, index: index, count: count, path: path, hash: VectorFile.hash)
  }

  @Test("roots and paths are the golden vectors, which a second implementation made")
  func vectors() throws {
    let lines = try VectorFile.lines("merkle-1/vectors.txt")
    #expect(lines.count == 124)
    for (name, value) in lines {
      let words = name.split(separator: " ")
      let all = leaves(try #require(words.dropFirst().first.flatMap { Int($0) }))
      switch words[0] {
      case "root": #expect(root(all).hex == value, "\(name)")
      case "lengths":
        let lengths = all.indices.map { String(path($0, all).count) }
        #expect(lengths.joined(separator: " ") == value, "\(name)")
      case "paths":
        let bytes = all.indices.flatMap { path($0, all).flatMap(\.bytes) }
        #expect(VectorFile.hash(bytes).hex == value, "\(name)")
      case "path":
        let index = try #require(words.last.flatMap { Int($0) })
        #expect(path(index, all).map(\.hex).joined(separator: " ") == value, "\(name)")
      default: Issue.record("\(name)")
      }
    }
  }

  @Test("every leaf leads to the root by its path, for every number of leaves", arguments: 1...40)
  func everyLeaf(_ count: Int) {
    let all = leaves(count), top = root(all)
    for (i, leaf) in all.enumerated() { #expect(climb(leaf, i, count, path(i, all)) == top) }
  }

  @Test("a changed leaf, place or path leads elsewhere", arguments: 1...40)
  func changed(_ count: Int) {
    let all = leaves(count), top = root(all), stranger = VectorFile.hash([9])
    for (i, leaf) in all.enumerated() {
      let way = path(i, all)
      #expect(climb(stranger, i, count, way) != top)
      for other in 0..<count where other != i { #expect(climb(leaf, other, count, way) != top) }
      for n in way.indices {
        var changed = way
        changed[n] = stranger
        #expect(climb(leaf, i, count, changed) != top)
        changed = way
        changed.remove(at: n)
        #expect(climb(leaf, i, count, changed) == nil)
        if n > 0 {
          changed = way
          changed.swapAt(n, n - 1)
          #expect(climb(leaf, i, count, changed) != top)
        }
      }
      #expect(climb(leaf, i, count, way + [stranger]) == nil)
    }
  }

  @Test("another count leads elsewhere, unless the leaf turns the same way in a list of that length", arguments: 1...40)
  func count(_ count: Int) {
    let all = leaves(count), top = root(all)
    for (i, leaf) in all.enumerated() {
      for other in 1...48 where other != count {
        let isSameWay = i < other && turns(i, other) == turns(i, count)
        #expect((climb(leaf, i, other, path(i, all)) == top) == isSameWay)
      }
    }
    #expect(climb(all[count - 1], count - 1, count - 1, path(count - 1, all)) == nil)
  }

  /// On which side the leaf stands, level by level from the top.
  private func turns(_ index: Int, _ count: Int) -> String {
    guard count > 1 else { return "" }
    let half = (0...6).map { 1 << $0 }.last { $0 < count } ?? 1
    return index < half ? "l" + turns(index, half) : "r" + turns(index - half, count - half)
  }

  @Test("another list has another root, also when it is only longer, shorter or in another order")
  func lists() {
    var roots: Set<Hash32> = []
    for count in 0...40 {
      let all = leaves(count)
      #expect(roots.insert(root(all)).inserted)
      if count > 1 {
        #expect(roots.insert(root(all.reversed())).inserted)
        #expect(roots.insert(root(all + [all[count - 1]])).inserted)
      }
    }
  }

  @Test("a node can't pass for a leaf")
  func nodeAsLeaf() {
    let all = leaves(2)
    let node = VectorFile.hash([1] + all.flatMap { VectorFile.hash([0] + $0.bytes).bytes })
    #expect(root(all) == node)
    #expect(root([node]) != node)
  }

  @Test("there is no way to a place outside the list")
  func outside() {
    let all = leaves(5)
    #expect(path(5, all) == [] && path(-1, all) == [])
    #expect(climb(all[0], 5, 5, path(0, all)) == nil)
    #expect(climb(all[0], -1, 5, path(0, all)) == nil)
    #expect(climb(all[0], 0, 0, []) == nil)
    #expect(climb(all[0], 0, .max, path(0, all)) == nil)
  }
}
