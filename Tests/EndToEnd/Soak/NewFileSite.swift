import Glibc
import LECModel
import LECStore
import TestSupport
import Testing

/// A place where the program makes a new file or a set, and what must be there when it was cut short.
final class NewFileSite {
  enum Deed: String, CaseIterable { case one, set }

  let folder = TemporaryFolder()
  let disk: SmallDisk
  private let deed: Deed
  private let program: Program
  private var whole: [String: [UInt8]] = [:]
  /// What the last run has printed.
  private var said = ""
  /// How many pages of a disk the deed takes, about.
  private(set) var pages = 0

  private var home: String { disk.path + "/home" }
  private var file: String { home + "/00.db" }
  private static let school = UnitCode("3099000001")

  /// `isSmall`: on a disk of its own that can be filled, where the machine lets us.
  init(_ deed: Deed, isSmall: Bool) throws {
    self.deed = deed
    program = Program(folder: folder)
    disk = SmallDisk(folder.file("disk"), isSmall ? 48 << 20 : nil)
    reset()
    let made = run()
    #expect(made.status == 0, "\(made.errors)")
    whole = content
    pages = whole.values.reduce(0) { $0 + $1.count / 4096 + 1 }
    reset()
  }

  deinit { disk.remove() }

  /// Makes it with the real program, to its end or as far as it is let.
  @discardableResult
  func run(before: [String] = [], killAfter: UInt32? = nil) -> CommandRun {
    let words =
      deed == .one
      ? ["init", "--root", "--name", "Department", "--training", "--file", file]
      : ["demo", "--dir", home, "--children", "1"]
    let run = program.run(words: words + ["--lang", "en", "--json"], before: before, killAfter: killAfter)
    said = run.output
    return run
  }

  /// Whether there is a file, and whether its codes were shown: the first without the second is a file that nobody can use.
  var codes: (file: Bool, shown: Bool) {
    let isShown = ["firstPassword", "spareCode", "recoveryCode"].allSatisfy { said.contains("\"\($0)\":") }
    return (files.contains("00.db"), isShown && said.hasSuffix("}\n"))
  }

  /// How long an undisturbed run takes, in microseconds.
  func length() -> UInt32 {
    reset()
    let clock = ContinuousClock()
    let time = clock.measure { run() }
    return UInt32(clamping: time.components.attoseconds / 1_000_000_000_000 + time.components.seconds * 1_000_000)
  }

  func reset() {
    disk.empty()
    FileCare.removeFolder(home)
    mkdir(home, 0o700)
  }

  /// The files and what is in them, but for what lies beside a file that somebody has opened.
  private var content: [String: [UInt8]] {
    SetBytes.of(home).filter { name, _ in !["-wal", "-shm", "-lock"].contains { name.hasSuffix($0) } }
  }

  private var files: [String] { Folder.names(home).filter { $0.hasSuffix(".db") } }

  /// Whether anything lies there that is not under its own name.
  var hasHalf: Bool { Folder.names(home).contains { $0.contains(".lecterm-") } }

  /// Nothing is there, and the same command makes it; or all of it is there when one of its files is opened, and the same command
  /// says so. Gives back which of the two it was.
  func afterwards(_ label: String) throws -> String {
    let found = files
    if deed == .one { #expect(!codes.file || codes.shown, "\(label): a file whose codes nobody saw") }
    if let one = found.last {
      let check = program.run("verify", "--file", home + "/" + one, "--lang", "en")
      #expect(check.status == 0, "\(label): verify \(one): \(check.output) \(check.errors)")
      expectWhole(label)
    }
    let again = run()
    let isThere = again.output.contains("\"code\":\"exists\"")
    #expect(again.status == 0 || isThere, "\(label): again: \(again.status) \(again.output) \(again.errors)")
    #expect(found.isEmpty || isThere, "\(label): \(found) was there, and was made again")
    expectWhole(label + ", again")
    if deed == .set { try expectSameMachine(label) }
    return isThere ? "new" : "old"
  }

  private func expectWhole(_ label: String) {
    #expect(!hasHalf, "\(label): \(Folder.names(home))")
    for name in files {
      #expect(FileCare.exists(home + "/" + name + "-mark"), "\(label): \(name) has no mark")
    }
    if deed == .set {
      #expect(SetBytes.differences(content, whole) == [], "\(label)")
    } else {
      let check = program.run("verify", "--file", file, "--lang", "en")
      #expect(check.status == 0, "\(label): \(check.output) \(check.errors)")
      #expect(Set(content.keys) == Set(whole.keys), "\(label)")
    }
  }

  /// The files are not taken for copies: who works on in them begins no new chain.
  private func expectSameMachine(_ label: String) throws {
    let path = home + "/" + Self.school.text + ".db"
    func begun() -> Int { program.run("log", "--file", path, "--json").output.components(of: "\"genesis\"") }
    func child() -> String? {
      program.run("student", "list", "--file", path, "--json").output.split(separator: "\"").dropFirst(5).first.map(
        String.init)
    }
    let before = begun()
    let edit = program.run(
      words: [
        "student", "edit", try #require(child()), "--room", "9", "--file", path, "--user", Self.school.text,
        "--password-stdin", "--lang", "en",
      ], input: TrainingSet.password + "\n")
    #expect(edit.status == 0, "\(label): \(edit.errors)")
    #expect(begun() == before, "\(label): taken for a copy")
  }
}

extension String {
  fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
