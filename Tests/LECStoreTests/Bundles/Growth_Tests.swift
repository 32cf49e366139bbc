import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Exchanging the same things again and again must not fill a disk in the course of the years.
@Suite("Exchanges that bring nothing new")
struct Growth_Tests {
  let files: TreeFiles
  private let school = UnitCode("3099000001"), office = UnitCode("05990101")
  private let page = 4096

  init() throws { files = try TreeFiles(policy: .reconfirm, children: 8) }

  /// What a file weighs when everything is in it.
  private func size(_ code: UnitCode) throws -> Int {
    let store = try files.store(code)
    store.connection.checkpoint(truncate: true)
    return FileCare.size(store.path) + FileCare.size(store.path + "-wal")
  }

  private func rows(_ store: Store) throws -> Int64 {
    try store.connection.one("SELECT count(*) FROM bundle_file") { $0.integer(0) } ?? 0
  }

  @Test("the same bundle read fifty times is one bundle: no entry more, and the file does not grow")
  func readAgain() throws {
    let from = try files.store(school), to = try files.store(office)
    let child = try #require(try from.roster(RosterFilter(), .first, limit: 1).first)
    _ = try from.set([FieldChange(.room, "9")], of: [child.id], by: UserName(school.text))
    let bundle = try from.makeBundle(for: office, by: UserName(school.text)).bytes
    #expect(try to.read(bundle: bundle, name: "1.lec").new > 0)
    let events = try to.eventCount(), before = try size(office), digest = try to.projectionDigest()
    let marks = try rows(to)
    for i in 0..<50 {
      let report = try to.read(bundle: bundle, name: "\(i).lec")
      #expect(report.new == 0 && report.known > 0)
    }
    #expect(try to.eventCount() == events)
    #expect(try to.projectionDigest() == digest)
    #expect(try rows(to) == marks)
    let after = try size(office)
    #expect(after <= before + 4 * page, "\(before) to \(after)")
    #expect(try to.verify().isOK)
  }

  @Test("fifty bundles with nothing new in them are no entry, and the file grows by a few pages at most")
  func makeAgain() throws {
    let store = try files.store(school)
    _ = try store.makeBundle(for: office, by: UserName(school.text))
    let events = try store.eventCount(), before = try size(school)
    var sizes: [Int] = []
    for _ in 0..<50 { sizes.append(try store.makeBundle(for: office, by: UserName(school.text)).bytes.count) }
    #expect(try store.eventCount() == events)
    let after = try size(school)
    #expect(after <= before + 8 * page, "\(before) to \(after)")
    // The later ones are no larger than the first, but for the digits of their numbers.
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) < 32, "\(sizes)")
  }

  @Test("fifty deltas to and fro with nothing new come to rest: receipts are not answered with receipts")
  func toAndFro() throws {
    let school = try files.store(school), office = try files.store(office)
    func round() throws {
      _ = try office.read(
        bundle: try school.makeBundle(for: self.office, delta: true, by: UserName(self.school.text)).bytes, name: "")
      _ = try school.read(
        bundle: try office.makeBundle(for: self.school, delta: true, by: UserName(self.office.text)).bytes, name: "")
    }
    for _ in 0..<3 { try round() }
    let events = try [school.eventCount(), office.eventCount()]
    let before = try [size(self.school), size(self.office)]
    for _ in 0..<50 { try round() }
    #expect(try [school.eventCount(), office.eventCount()] == events)
    let after = try [size(self.school), size(self.office)]
    for i in 0..<2 { #expect(after[i] <= before[i] + 12 * page, "\(before) to \(after)") }
  }

  @Test("of the files made for a unit the last two hundred are remembered, and the one whose receipt counts")
  func remembered() throws {
    let store = try files.store(school)
    let header = try store.makeBundle(for: office, by: UserName(school.text)).header
    let table = BundleFileTable(connection: store.connection)
    let first = try table.nextNumber(to: office)
    func hash(_ n: Int64) -> Hash32 { Sodium.hash(Array("file \(n)".utf8)) }
    for n in first..<first + 1000 {
      var one = header
      one.number = n
      try store.local {
        try table.writeMade(hash(n), "\(n).lec", one, to: office, at: Fixtures.now, upto: 10_000 + n)
        if n == first + 5 { try table.acknowledge(hash(n), by: office, at: Fixtures.now) }
      }
    }
    #expect(try (2...220).contains(rows(store)))
    #expect(try table.base(for: office) == 10_000 + first + 5)
    #expect(try table.nextNumber(to: office) == first + 1000)
    #expect(try table.has(hash(first + 900)))
    #expect(try !table.has(hash(first + 100)))
  }
}
