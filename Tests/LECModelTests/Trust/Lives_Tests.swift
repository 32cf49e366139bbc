import LECModel
import TestSupport
import Testing

@Suite("The lives of one file")
struct Lives_Tests {
  private let unit = UnitCode("3099000001")

  private func chain(_ n: Int) -> ChainID {
    ChainID(
      Hash32([UInt8](repeating: 0, count: 28) + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: n >> $0) }) ?? .zero)
  }

  /// The beginning of a chain that goes on from another.
  private func beginning(_ n: Int, after old: Int?, isSigned: Bool = true) -> TrustEvent {
    let genesis = Genesis(
      device: "test", signingKey: [1], boxKey: [1], nonce: [], reason: .restored, lastHead: nil, training: true,
      continues: old.map { .init(chain: chain($0), signature: isSigned ? [1] : []) })
    let header = EventHeader(
      chain: chain(n), sequence: 0, previous: EventID(.zero), lamport: Int64(n), time: Fixtures.now,
      author: UserName(""), unit: unit, kind: .genesis, record: nil, base: [], bodyHash: .zero)
    return TrustEvent(id: EventID(chain(n).hash), header: header, content: .genesis(genesis), signature: [])
  }

  private func state(_ events: [TrustEvent]) -> TrustState {
    TrustState(
      events, anchors: TrustAnchors(root: nil, ownUnit: unit, ownChains: [chain(1)]), verify: { s, _, _ in s == [1] })
  }

  @Test("every life that the one before vouches for has its office, and no other")
  func lives() {
    let state = state([
      beginning(1, after: nil), beginning(2, after: 1), beginning(3, after: 1), beginning(4, after: 2),
      beginning(5, after: 4, isSigned: false), beginning(6, after: 5), beginning(7, after: nil),
    ])
    for n in 1...4 { #expect(state.standing(chain(n)).office?.unit == unit, "\(n)") }
    for n in 5...7 { #expect(state.standing(chain(n)).office == nil, "\(n)") }
  }

  @Test("a machine that begins again and again stops nobody else")
  func many() {
    let count = 20_000
    let state = state((1...count).map { beginning($0, after: $0 == 1 ? nil : $0 - 1) })
    #expect(state.standing(chain(count)).office?.unit == unit)
  }

  @Test("lives that vouch for each other in a ring come to an end")
  func ring() {
    let state = state([beginning(1, after: 3), beginning(2, after: 1), beginning(3, after: 2)])
    #expect(state.chains.values.count { $0.office != nil } == 3)
  }
}
