/// That an institution's figures are in the national snapshot: its rows, and the neighbours on the way up to the one root.
package struct InclusionProof: Equatable, Sendable {
  package struct Leaf: Equatable, Sendable {
    package var row: SnapshotRow
    package var index: Int64
    package var path: [Hash32]

    package init(row: SnapshotRow, index: Int64, path: [Hash32]) {
      self.row = row
      self.index = index
      self.path = path
    }
  }

  package var round: RoundKey
  package var reference: CalendarDate
  package var province: UnitCode
  package var leaves: [Leaf]
  package var rowsOfProvince: Int64
  package var provinceIndex: Int64
  package var provinces: Int64
  package var provincePath: [Hash32]
  package var root: Hash32

  package init(
    round: RoundKey, reference: CalendarDate, province: UnitCode, leaves: [Leaf], rowsOfProvince: Int64,
    provinceIndex: Int64, provinces: Int64, provincePath: [Hash32], root: Hash32
  ) {
    self.round = round
    self.reference = reference
    self.province = province
    self.leaves = leaves
    self.rowsOfProvince = rowsOfProvince
    self.provinceIndex = provinceIndex
    self.provinces = provinces
    self.provincePath = provincePath
    self.root = root
  }

  /// Whether every row leads to the root.
  package func holds(hash: MerkleTree.HashFunction) -> Bool {
    guard !leaves.isEmpty else { return false }
    return leaves.allSatisfy { leaf in
      guard
        let top = MerkleTree.root(
          from: hash(leaf.row.leaf(round: round)), index: Int(leaf.index), count: Int(rowsOfProvince), path: leaf.path,
          hash: hash)
      else { return false }
      return MerkleTree.root(
        from: top, index: Int(provinceIndex), count: Int(provinces), path: provincePath, hash: hash) == root
    }
  }

  package var bytes: [UInt8] {
    var out = CanonicalWriter(reserving: 1024)
    out.array(9)
    out.text("proof-1")
    out.text(round.text)
    out.text(reference.iso)
    out.text(province.text)
    out.array(leaves.count)
    for leaf in leaves {
      out.array(3)
      leaf.row.write(to: &out)
      out.integer(leaf.index)
      Self.write(leaf.path, to: &out)
    }
    out.integer(rowsOfProvince)
    out.array(2)
    out.integer(provinceIndex)
    out.integer(provinces)
    Self.write(provincePath, to: &out)
    out.hash(root)
    return out.bytes
  }

  package init?(_ bytes: [UInt8]) {
    guard let f = (try? CanonicalReader.read(bytes))?.items, f.count == 9, f[0] == .text("proof-1"),
      let round = f[1].text.flatMap({ RoundKey($0) }), let reference = f[2].text.flatMap({ CalendarDate(iso: $0) }),
      let province = f[3].text, let items = f[4].items, let count = f[5].integer, let place = f[6].items,
      place.count == 2, let index = place[0].integer, let provinces = place[1].integer,
      let path = Self.hashes(f[7]), let root = f[8].hash, (1...1 << 32).contains(count),
      (1...1 << 16).contains(provinces)
    else { return nil }
    var leaves: [Leaf] = []
    for item in items {
      guard let g = item.items, g.count == 3, let row = SnapshotRow(g[0]), let index = g[1].integer,
        let path = Self.hashes(g[2])
      else { return nil }
      leaves.append(Leaf(row: row, index: index, path: path))
    }
    self.init(
      round: round, reference: reference, province: UnitCode(province), leaves: leaves, rowsOfProvince: count,
      provinceIndex: index, provinces: provinces, provincePath: path, root: root)
  }

  private static func write(_ hashes: [Hash32], to out: inout CanonicalWriter) {
    out.array(hashes.count)
    for hash in hashes { out.hash(hash) }
  }

  private static func hashes(_ value: CanonicalValue) -> [Hash32]? {
    guard let items = value.items, items.count <= 64 else { return nil }
    let hashes = items.compactMap(\.hash)
    return hashes.count == items.count ? hashes : nil
  }
}
