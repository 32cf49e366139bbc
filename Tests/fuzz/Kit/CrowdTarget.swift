import LECModel
import TestSupport

/// Lawful things, far too often. The input says which and how often: a letter and a number.
extension FuzzTarget {
  static let crowd = FuzzTarget(
    "crowd", share: 0, shape: .text, longest: 16, seeds: { [Array("lives 3".utf8)] },
    make: {
      { input in
        let words = String(decoding: input, as: UTF8.self).split(separator: " ")
        let count = words.last.flatMap { Int($0) } ?? 1
        switch words.first {
        case "lives": return .taken(lives(count))
        case "edits": return .taken(Merge.fold(edits(count) { [$0 - 1] }).heads.count)
        case "branches": return .taken(Merge.fold(edits(count) { [$0 - 1 - $0 % 2] }).heads.count)
        case "apart": return .taken(Merge.fold(edits(count) { _ in [0] }).disputes.count)
        case "long": return .taken(pairs(count) { String(repeating: "ก", count: 1300) + String($0) })
        case "near": return .taken(pairs(count) { "ปั้นบุญทอง" + String(UnicodeScalar(0x4E00 + UInt32($0)) ?? "?") })
        default: return .taken(0)
        }
      }
    })

  /// Children of two lists, all born on one day.
  private static func pairs(_ count: Int, _ name: (Int) -> String) -> Int {
    let rows = (0..<count).map { n in
      DoubleCandidates.Row(
        record: RecordID(EventID(id(n))), unit: UnitCode(n % 2 == 0 ? "3099000001" : "3099000002"), number: "",
        first: name(n), last: "ทองทุ่งใส", birth: "2017-05-10", sex: nil)
    }
    return DoubleCandidates.pairs(among: rows).count
  }

  private static func id(_ n: Int) -> Hash32 {
    Hash32([UInt8](repeating: 0, count: 24) + (0..<8).map { UInt8(truncatingIfNeeded: n >> (56 - $0 * 8)) }) ?? .zero
  }

  /// A machine that begins again and again, each life vouched for by the one before.
  private static func lives(_ count: Int) -> Int {
    let unit = UnitCode("3099000001")
    let events = (0..<count).map { n in
      let genesis = Genesis(
        device: "", signingKey: [1], boxKey: [], nonce: [], reason: .first, lastHead: nil, training: true,
        continues: n == 0 ? nil : .init(chain: ChainID(id(n)), signature: []), unit: unit)
      let header = EventHeader(
        chain: ChainID(id(n + 1)), sequence: 0, previous: EventID(.zero), lamport: Int64(n), time: Fixtures.now,
        author: UserName(""), unit: unit, kind: .genesis, record: nil, base: [], bodyHash: .zero)
      return TrustEvent(id: EventID(id(n + 1)), header: header, content: .genesis(genesis), signature: [])
    }
    let anchors = TrustAnchors(root: nil, ownUnit: unit, ownChains: [ChainID(id(1))])
    let state = TrustState(events, anchors: anchors, verify: { _, _, _ in true })
    return state.chains.values.count { $0.office != nil }
  }

  /// One child that is written at so often.
  private static func edits(_ count: Int, after bases: (Int) -> [Int]) -> [RecordEvent] {
    (0..<count).map { n in
      RecordEvent(
        id: EventID(id(n + 1)), kind: n == 0 ? .studentAdded : .studentEdited,
        base: n == 0 ? [] : bases(n).filter { $0 >= 0 }.map { EventID(id($0 + 1)) }, lamport: Int64(n),
        chain: ChainID(id(n % 3)),
        changes: [FieldChange(.remark, String(n))])
    }
  }
}
