import LECModel
import TestSupport
import Testing

@testable import LECStore

/// What this machine remembers of the files it made, whatever else lies on the stick.
@Suite("What is remembered of files that were sent")
struct OwnFiles_Tests {
  private let files: TreeFiles
  private let school: Store, authority: Store
  private let code = UnitCode("3099000001"), above = UnitCode("05990101")
  private var user: UserName { UserName(code.text) }
  private var officer: UserName { UserName(above.text) }

  init() throws {
    files = try TreeFiles(policy: .reconfirm, children: 4)
    school = try files.store("3099000001")
    authority = try files.store("05990101")
    try school.editBasics([FieldChange(.rooms, "7")], by: user)
  }

  private func answered(_ bytes: [UInt8]) throws {
    _ = try authority.read(bundle: bytes, name: "")
    let back = try authority.makeBundle(for: code, by: officer)
    _ = try school.read(bundle: back.bytes, name: "")
  }

  @Test("reading one's own file again forgets nothing: its number is not given twice, and its receipt is believed")
  func ownFile() throws {
    let made = try school.makeBundle(for: above, by: user)
    let before = try school.lastFile(to: above)
    #expect(try school.read(bundle: made.bytes, name: made.name).new == 0)
    #expect(try school.lastFile(to: above) == before)
    try answered(made.bytes)
    #expect(try school.partner(above)?.unsent == 0)
    #expect(try school.receipt(of: above)?.number == made.header.number)
    #expect(try school.makeBundle(for: above, by: user).header.number == made.header.number + 1)
  }

  @Test("a machine that was set back and meets a file of its own gives no number twice, and sends a whole file")
  func setBack() throws {
    let copy = files.folder.file("copy.db")
    try school.backup(to: copy)
    try school.editBasics([FieldChange(.rooms, "8")], by: user)
    let made = try school.makeBundle(for: above, by: user)
    let old = try Store.restore(from: copy, to: files.folder.file("back.db"), world: Fixtures.world(seed: 62))
    #expect(try old.read(bundle: made.bytes, name: made.name).new > 0)
    let next = try old.makeBundle(for: above, delta: true, by: user)
    #expect(next.header.number > made.header.number && next.header.kind == .full)
  }

  @Test("a stranger's file under the name of the office above changes nothing, looked at or read")
  func stranger() throws {
    let made = try school.makeBundle(for: above, by: user)
    try answered(made.bytes)
    let pair = Sodium.signingPair(seed: Sodium.random(32))
    var header = try authority.makeBundle(for: code, by: officer).header
    header.signingKey = pair.publicKey
    let forged = try Container.write(
      header, plain: [0], recipients: [Sodium.boxPair(seed: Sodium.random(32)).publicKey], signing: pair.secret,
      random: { Sodium.random($0) })
    for isPreview in [true, false] {
      #expect(throws: BundleError.self) { try school.read(bundle: forged, name: "", isPreview: isPreview) }
    }
    try school.editBasics([FieldChange(.rooms, "9")], by: user)
    #expect(try school.makeBundle(for: above, delta: true, by: user).header.kind == .delta)
    #expect(try !school.givesBack(to: above))
  }

  @Test("an office's file for the machine before this one, met again and again, makes no file longer")
  func old() throws {
    let early = try authority.makeBundle(for: code, by: officer)
    let second = try files.secondMachine()
    defer { second.close() }
    for store in [school, second] {
      let up = try store.makeBundle(for: above, by: user)
      _ = try authority.read(bundle: up.bytes, name: "")
    }
    let answer = try authority.makeBundle(for: code, by: officer)
    _ = try second.read(bundle: answer.bytes, name: "")
    try second.editBasics([FieldChange(.rooms, "9")], by: user)
    let kind = try second.makeBundle(for: above, delta: true, by: user).header.kind
    for _ in 1...2 { #expect(throws: BundleError.notForYou) { try second.read(bundle: early.bytes, name: "") } }
    #expect(kind == .delta)
    #expect(try second.makeBundle(for: above, delta: true, by: user).header.kind == .delta)
  }
}
