import Glibc
import LECModel
import LECStore
import TestSupport
import Testing

/// An office and a school with the built program at work on their files, a stick to write on, and a file from the school to be
/// read: everything can be put back to the same first state, in place, so that a file is not taken for a copy.
final class CrashSite {
  enum Deed: String, CaseIterable { case make, read }

  let folder = TemporaryFolder()
  let program: Program
  let data: SmallDisk
  let stick: SmallDisk
  private let tree: TrainingTree
  private let school = UnitCode("3099000001"), office = UnitCode("05990101")
  private let news: String
  private let judge: Store
  private var first: [String: [UInt8]] = [:]
  private var known: Set<EventID> = []
  /// Whether the command was cut short once and has run again.
  var isAgain = false
  private var brought: Set<EventID> = []
  /// How many receipts the office has before and after the reading.
  private var receipts = (before: 0, after: 0)

  /// `isSmall`: data and stick lie on disks of their own that can be filled, where the machine lets us.
  init(isSmall: Bool) throws {
    program = Program(folder: folder)
    data = SmallDisk(folder.file("data"), isSmall ? 24 << 20 : nil)
    stick = SmallDisk(folder.file("stick"), isSmall ? 1 << 20 : nil)
    news = folder.file("news.lec")
    let round = TrainingSet(.school).round
    tree = TrainingTree(folder: data.path, round: round, world: Fixtures.world())
    try tree.make([(office, TrainingSet(.school, children: 40))])
    tree.close()
    judge = try Store.restore(
      from: tree.path(office), to: folder.file("judge.db"), world: Fixtures.world())
    // What was made here is a moved file for the program: it begins its chains once, before anything is counted.
    let path = tree.path(school)
    let child = try #require(try Self.ids(path) { try $0.roster(RosterFilter(), .first, limit: 1).first?.id.short })
    let edit = person(["student", "edit", child, "--room", "9", "--file", path, "--user", school.text])
    #expect(edit.status == 0, "\(edit.errors)")
    let made = person(
      ["bundle", "make", "--to", office.text, "--out", news, "--file", path, "--user", school.text])
    #expect(made.status == 0, "\(made.errors)")
    let down = person(
      ["bundle", "make", "--to", school.text, "--out", stick.path, "--file", tree.path(office), "--user", office.text])
    #expect(down.status == 0, "\(down.errors)")
    for name in Folder.names(data.path) where name.hasSuffix(".db") || name.hasSuffix("-mark") {
      first[name] = try FileCare.read(data.path + "/" + name, limit: 64 << 20).bytes
    }
    known = try log(.read)
    receipts.before = try countReceipts()
    #expect(run(.read).status == 0)
    brought = try log(.read).subtracting(known)
    receipts.after = try countReceipts()
  }

  deinit {
    judge.close()
    data.remove()
    stick.remove()
  }

  private func person(_ words: [String]) -> CommandRun {
    program.run(words: words + ["--password-stdin", "--lang", "en"], input: TrainingSet.password + "\n")
  }

  /// The file that a deed works on.
  func path(_ deed: Deed) -> String { tree.path(deed == .make ? school : office) }

  /// Does the deed with the real program, to its end or as far as it is let.
  @discardableResult
  func run(_ deed: Deed, before: [String] = [], killAfter: UInt32? = nil) -> CommandRun {
    var words = ["bundle", "read", news]
    if deed == .make {
      words = ["bundle", "make", "--to", office.text, "--out", stick.path, "--user", school.text, "--password-stdin"]
    }
    return program.run(
      words: words + ["--file", path(deed), "--lang", "en", "--json"], input: TrainingSet.password + "\n",
      before: before, killAfter: killAfter)
  }

  /// Puts everything back.
  func reset() throws {
    isAgain = false
    data.empty()
    stick.empty()
    for name in Folder.names(stick.path) { unlink(stick.path + "/" + name) }
    for name in Folder.names(data.path) where first[name] == nil && !name.hasSuffix("-lock") {
      unlink(data.path + "/" + name)
    }
    for (name, bytes) in first { try Folder.overwrite(data.path + "/" + name, bytes) }
  }

  private static func ids<T>(_ path: String, _ body: (Store) throws -> T) throws -> T {
    let store = try Store.open(path, world: Fixtures.world())
    defer { store.close() }
    return try body(store)
  }

  /// Every event of the file a deed works on. Left out are the receipts that the file itself writes, for they are new each time,
  /// and a chain that it began because it was killed before it had noted beside itself where the old one stands.
  private func log(_ deed: Deed) throws -> Set<EventID> {
    try Self.ids(path(deed)) { store in
      let events = try store.events(after: 0, limit: 1_000_000).filter { $0.header.kind != .bundleRead }
      let begun = events.filter { $0.header.kind == .genesis && !known.contains($0.id) && !brought.contains($0.id) }
      let isBegun = begun.count == 1 && isAgain
      return Set(events.map(\.id)).subtracting(isBegun ? begun.map(\.id) : [])
    }
  }

  private func countReceipts() throws -> Int {
    try Self.ids(path(.read)) { store in
      try store.events(after: 0, limit: 1_000_000).filter { $0.header.kind == .bundleRead }.count
    }
  }

  /// What is wrong after a deed was cut short; nothing when the file is whole and in the old state or the new one.
  func problems(after deed: Deed, _ label: String) throws -> [String] {
    var out: [String] = []
    let check = program.run("verify", "--file", path(deed), "--lang", "en")
    if check.status != 0 { out.append("\(label): verify says \(check.status) \(check.output) \(check.errors)") }
    out += strangers(data.path).map { "\(label): \($0) is left beside the data" }
    if deed == .read, try state() == nil { out.append("\(label): the log is neither the old one nor the new one") }
    return out + broken(label)
  }

  /// Whether the office's file is as before the reading (false) or as after it (true); nil for anything between.
  func state() throws -> Bool? {
    let now = try log(.read), count = try countReceipts()
    if now == known { return count == receipts.before ? false : nil }
    return now == known.union(brought) && count == receipts.after ? true : nil
  }

  /// Files on the stick that bear a bundle's name and are not whole.
  private func broken(_ label: String) -> [String] {
    Folder.names(stick.path).filter { $0.hasSuffix(".lec") }.compactMap { name in
      do {
        guard let bytes = try FileCare.read(stick.path + "/" + name, limit: 1 << 24).bytes else { return name }
        _ = try judge.read(bundle: bytes, name: name, isPreview: true)
        return nil
      } catch {
        return "\(label): \(name) on the stick is not whole: \(error)"
      }
    }
  }

  /// The whole files on the stick.
  var made: Int { Folder.names(stick.path).filter { $0.hasSuffix(".lec") }.count }

  /// Names in a folder that nobody expects there.
  func strangers(_ path: String) -> [String] {
    Folder.names(path).filter { name in
      !["", "-wal", "-shm", "-lock", "-mark"].contains { name.hasSuffix(".db" + $0) } && !name.hasSuffix(".lec")
    }
  }
}
