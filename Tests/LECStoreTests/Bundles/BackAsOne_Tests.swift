import Glibc
import LECModel
import TestSupport
import Testing

@testable import LECStore

/// A data file is set back together with its mark, as an image of the whole machine is, and nothing beside it tells.
@Suite("A machine that is set back as a whole")
struct BackAsOne_Tests {
  private let files: TreeFiles
  private let authority: Store
  private let children: [RecordID]
  private let code = UnitCode("3099000001"), above = UnitCode("05990101")
  private var user: UserName { UserName(code.text) }
  private var path: String { files.tree.path(code) }

  init() throws {
    files = try TreeFiles(policy: .reconfirm, children: 4)
    authority = try files.store(above)
    let school = try files.store(code)
    children = try school.roster(RosterFilter(), .first, limit: 10).map(\.id)
    school.close()
  }

  private func atSchool<T>(_ body: (Store) throws -> T) throws -> T {
    let store = try Store.open(path, world: Fixtures.world(seed: 71))
    defer { store.close() }
    return try body(store)
  }

  private func write(_ place: Int, _ remark: String) throws {
    _ = try atSchool { try $0.editStudent(children[place], [FieldChange(.remark, remark)], by: user) }
  }

  private func up() throws {
    let made = try atSchool { try $0.makeBundle(for: above, by: user) }
    _ = try authority.read(bundle: made.bytes, name: made.name)
  }

  private func down() throws -> BundleReport {
    let made = try authority.makeBundle(for: code, by: UserName(above.text))
    return try atSchool { try $0.read(bundle: made.bytes, name: made.name) }
  }

  private func remark(_ place: Int, in store: Store) throws -> String? {
    try store.student(children[place])?.student[.remark]
  }

  /// Puts bytes into a file that stays the same file.
  private func put(_ bytes: [UInt8], into path: String) throws {
    let file = try #require(fopen(path, "w"))
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    fclose(file)
  }

  private static let ends = ["", "-mark"]

  private func image() throws -> [[UInt8]] {
    try Self.ends.map { try #require(try FileCare.read(path + $0, limit: 64 << 20).bytes) }
  }

  private func setBack(to image: [[UInt8]]) throws {
    for (end, bytes) in zip(Self.ends, image) { try put(bytes, into: path + end) }
    for end in ["-wal", "-shm"] { FileCare.remove(path + end) }
  }

  @Test(
    "what it writes before it hears of it reaches the office, whichever file is read first", arguments: [false, true])
  func nothingLost(sendsFirst: Bool) throws {
    let image = try image()
    try write(0, "หลังสำเนา")
    try up()
    try setBack(to: image)
    try write(1, "ระหว่างนั้น")
    if sendsFirst { try up() }
    #expect(try down().isSetBack)
    try write(2, "ต่อไป")
    try up()
    for (place, remark) in ["หลังสำเนา", "ระหว่างนั้น", "ต่อไป"].enumerated() {
      #expect(try atSchool { try self.remark(place, in: $0) } == remark)
      #expect(try self.remark(place, in: authority) == remark)
    }
    #expect(try atSchool { try $0.verify().isOK })
    #expect(try authority.verify().isOK)
  }

  @Test("the office is told to end the term only while the machine has not gone on by itself, or when two copies have")
  func whatPartnersSay() throws {
    func said() throws -> [Int] {
      let one = try #require(try authority.partner(code))
      return [one.forked, one.putBack]
    }
    let image = try image()
    try write(0, "หลังสำเนา")
    try up()
    #expect(try said() == [0, 0])
    try setBack(to: image)
    try write(1, "ระหว่างนั้น")
    try up()
    #expect(try said() == [1, 0])
    #expect(try down().isSetBack)
    try up()
    #expect(try said() == [0, 1])
    try setBack(to: image)
    try write(2, "อีกชุด")
    #expect(try down().isSetBack)
    try up()
    #expect(try said() == [1, 0])
  }
}
