import LECModel
import TestSupport
import Testing

@testable import LECStore

/// What one machine makes others carry: none of it keeps them from their own files, nor stands under another's name.
@Suite("What a sender burdens others with")
struct Burdens_Tests {
  private static let unit = UnitCode("3099000001"), above = UnitCode("05990101"), top = UnitCode("99")
  private let school: Store, authority: Store, province: Store
  private let forger: Forger

  init() throws {
    let files = try TreeFiles(children: 4)
    school = try files.store(Self.unit)
    authority = try files.store(Self.above)
    province = try files.store(Self.top)
    forger = Forger(store: school, user: UserName(Self.unit.text))
  }

  @Test("an office makes its files when what it was sent packs to next to nothing, and everybody's entries are in them")
  func nextToNothing() throws {
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    _ = try school.set([FieldChange(.remark, "ก่อน")], of: [child.id], by: UserName(Self.unit.text))
    let honest = try school.makeBundle(for: Self.above, delta: false, by: UserName(Self.unit.text))
    _ = try authority.read(bundle: honest.bytes, name: honest.name)
    var last: RawEvent?
    for _ in 0..<2 {
      let run = try forger.entry(behind: last, body: [UInt8](repeating: 0, count: 12 << 20))
      last = run.events.last
      _ = try authority.read(bundle: forger.file(of: [run], for: authority), name: "")
    }
    for receiver in [Self.top, Self.unit] {
      let made = try authority.makeBundle(for: receiver, delta: false, by: UserName(Self.above.text))
      #expect(made.leftOut.isEmpty)
      let reader = receiver == Self.top ? province : school
      _ = try reader.read(bundle: made.bytes, name: made.name)
    }
    province.focus = Self.unit
    #expect(try province.student(child.id)?.student[.remark] == "ก่อน")
  }

  @Test("a later life of a machine that its file does not hold opens no file in another unit's name")
  func anotherName() throws {
    let chain = try #require(try school.ownChain())
    let secret = try #require(try DeviceKeys(connection: school.connection).signing(chain))
    let life = ChainMaker(
      unit: Self.unit, reason: .restored, training: true, lamport: 900, continues: (chain, secret),
      world: Fixtures.world(seed: 74))
    let before = try authority.lastFile(from: Self.top)
    for name in [Self.top, UnitCode("00"), Self.above, UnitCode("3099000002")] {
      let bytes = try forger.file(
        of: school.runs(for: Self.above), for: authority, signing: life.keys.secret
      ) { header in
        (header.from, header.chain, header.signingKey, header.number) = (name, life.chain, life.keys.publicKey, 1 << 52)
        header.introduction += life.events.map(\.packed)
      }
      #expect(throws: BundleError.unknownSender) { try authority.read(bundle: bytes, name: "") }
    }
    #expect(try authority.lastFile(from: Self.top) == before)
  }

  @Test("an entry stands in a file once")
  func once() throws {
    let run = try forger.entry()
    #expect(throws: BundleError.badContent) {
      try authority.read(bundle: forger.file(of: [run, run], for: authority), name: "")
    }
  }
}
