package import LECModel

/// Proofs that a unit's figures are in the national snapshot.
extension Store {
  /// The proof for a unit whose province's rows are in this file.
  package func proof(of code: UnitCode) throws -> InclusionProof {
    guard let round = try currentRound(), let snapshot = try snapshot(of: round.key),
      let province = try path(to: code).first(where: { $0.kind == .province }),
      let place = snapshot.parts.firstIndex(where: { $0.province == province.code })
    else { throw Refusal(.noSuchRecord, .cf13, level: .department, detail: code.text) }
    let rows = try snapshotRows(of: province.code, round: round.key)
    let leaves = rows.map { Sodium.hash($0.leaf(round: round.key)) }
    let mine = rows.indices.filter { rows[$0].unit == code }.map {
      InclusionProof.Leaf(
        row: rows[$0], index: Int64($0), path: MerkleTree.path(of: $0, in: leaves) { Sodium.hash($0) })
    }
    guard !mine.isEmpty else { throw Refusal(.noSuchRecord, .cf13, level: .department, detail: code.text) }
    return InclusionProof(
      round: round.key, reference: snapshot.reference, province: province.code, leaves: mine,
      rowsOfProvince: Int64(rows.count), provinceIndex: Int64(place), provinces: Int64(snapshot.parts.count),
      provincePath: MerkleTree.path(of: place, in: snapshot.parts.map(\.root)) { Sodium.hash($0) },
      root: snapshot.root)
  }

  /// What a proof is worth here: whether it holds by itself, and whether its root is that of the snapshot this file knows.
  package func check(_ proof: InclusionProof) throws -> (holds: Bool, isKnownRoot: Bool?) {
    (Self.holds(proof), try snapshot(of: proof.round).map { $0.root == proof.root })
  }

  package static func holds(_ proof: InclusionProof) -> Bool { proof.holds { Sodium.hash($0) } }
}
