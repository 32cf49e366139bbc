import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Salts follow from a seed that a bundle names once, where its reader may see everything; elsewhere the seed stays at home.
@Suite("What the salts follow from")
struct Salts_Tests {
  private let files: TreeFiles
  private let school: Store
  private let authority: Store

  init() throws {
    files = try TreeFiles(children: 60)
    school = try files.store("3099000001")
    authority = try files.store("05990101")
  }

  private func runs(_ made: MadeBundle, at receiver: Store) throws -> [ChainRun] {
    try receiver.open(bundle: made.bytes).1
  }

  private func plain(_ store: Store, for receiver: String) throws -> [UInt8] {
    BundleContent.write(try store.runs(for: UnitCode(receiver)))
  }

  private func packed(_ plain: [UInt8]) throws -> Int { try #require(Zstd.pack(plain)).count }

  @Test("a school's file to its authority names the seed and not sixty salts, and gives the same events")
  func upward() throws {
    let seed = try seed(of: school)
    let made = try school.makeBundle(for: UnitCode("05990101"), by: UserName("3099000001"))
    #expect(Self.holds(try plain(school, for: "05990101"), seed.bytes))
    let arrived = try runs(made, at: authority).first { $0.chain == made.header.chain }?.events
    let written = try school.runs(for: UnitCode("05990101")).first { $0.chain == made.header.chain }?.events
    #expect(arrived?.map(\.id) == written?.map(\.id))
    #expect(arrived?.map(\.salt) == written?.map(\.salt))
    let bare = try school.runs(for: UnitCode("05990101")).map { run in
      var run = run
      run.salts = nil
      return run
    }
    let saved = try packed(BundleContent.write(bare)) - packed(try plain(school, for: "05990101"))
    #expect(saved > 60 * 15)
  }

  @Test("what an authority sends down or to a machine of its own never tells those below its seed")
  func downward() throws {
    let seed = try seed(of: authority)
    #expect(!Self.holds(try plain(authority, for: "3099000001"), seed.bytes))
    #expect(try authority.runs(for: UnitCode("3099000001")).allSatisfy { $0.salts == nil })
    #expect(try authority.runs(for: UnitCode("05990101")).contains { $0.salts == seed })
  }

  @Test("every chain has a seed of its own, and no two salts are the same")
  func distinct() throws {
    try school.transaction(author: UserName(""), unit: UnitCode("3099000001")) {
      try $0.beginChain(.restored, training: true)
    }
    let chains = try school.trust.anchors().ownChains
    #expect(chains.count == 2)
    let seeds = try chains.compactMap { try DeviceKeys(connection: school.connection).salts($0) }
    #expect(Set(seeds.map(\.bytes)).count == 2)
    let salts = try school.runs(for: UnitCode("3099000001")).flatMap(\.events).map(\.salt).filter { !$0.isEmpty }
    #expect(Set(salts).count == salts.count)
  }

  @Test("a salt that is said to follow from a seed, where none is named, is no content")
  func withoutSeed() throws {
    var run = try #require(try school.runs(for: UnitCode("05990101")).first { $0.salts != nil })
    let whole = BundleContent.write([run])
    run.salts = SaltSeed([UInt8](repeating: 7, count: 32))
    let other = BundleContent.write([run])
    #expect(try BundleContent.read(other).first?.events.map(\.id) == run.events.map(\.id))
    #expect(whole.count < other.count)
    let seed = try seed(of: school)
    let at = try #require(Self.place(of: seed.bytes, in: whole))
    // The byte string of the seed becomes an empty one.
    let broken = whole[..<(at - 2)] + [0x40] + whole[(at + 32)...]
    #expect(throws: BundleError.badContent) { try BundleContent.read(Array(broken)) }
  }

  private func seed(of store: Store) throws -> SaltSeed {
    let chain = try #require(try store.ownChain())
    return try #require(try DeviceKeys(connection: store.connection).salts(chain))
  }

  private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool { place(of: part, in: bytes) != nil }

  private static func place(of part: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= part.count else { return nil }
    return (0...bytes.count - part.count).first { bytes[$0] == part[0] && Array(bytes[$0..<$0 + part.count]) == part }
  }
}
