import Glibc
import LECStore
import TestSupport
import Testing

/// What a training set costs a disk, and what it leaves there when the program is killed.
@Suite("A training set and the disk")
struct DemoCare_Tests {
  private let program = Program(folder: TemporaryFolder())

  @Test("a set that can be made again waits for the disk only at its end, however many files it has")
  func syncs() {
    let trace = program.folder.file("trace")
    let made = program.run(
      words: ["demo", "--dir", program.folder.file("set"), "--children", "1"],
      before: [Tracer.path, "-f", "-qq", "-o", trace, "-e", "trace=fsync,fdatasync,syncfs"])
    guard access(Tracer.path, X_OK) == 0, made.status == 0 else { return }
    let calls = CommandRun.read(trace).split(separator: "\n")
    #expect(calls.count <= 4, "\(calls.joined(separator: "\n"))")
    #expect(calls.contains { $0.contains("syncfs(") })
  }

  @Test("a letter box of hundreds of files is not looked through again for each of them")
  func letters() {
    let trace = program.folder.file("trace"), set = program.folder.file("nation")
    let made = program.run(
      words: ["demo", "--size", "nation", "--provinces", "1", "--children", "1", "--dir", set],
      before: [Tracer.path, "-f", "-qq", "-o", trace, "-e", "trace=getdents64,fsync,fdatasync"])
    guard access(Tracer.path, X_OK) == 0, made.status == 0 else { return }
    let letters = FileCare.names(in: set + "/institutions").count + FileCare.names(in: set + "/provinces").count
    let calls = CommandRun.read(trace).split(separator: "\n").count
    #expect(letters > 40 && calls < letters, "\(calls) calls for \(letters) files")
  }

  @Test("a set to look around in goes with the program, and one that was killed goes with the next start")
  func killed() throws {
    let place = program.folder.file("tmp")
    mkdir(place, 0o700)
    let variables = program.environment.merging(["TERM": "xterm-256color", "TMPDIR": place]) { $1 }
    func start() throws -> Pty {
      let pty = try #require(Pty([Program.built, "demo", "--children", "1", "--lang", "en"], environment: variables))
      _ = pty.waitForIdle(after: 0)
      return pty
    }
    let first = try start(), second = try start()
    let both = Set(FileCare.names(in: place))
    #expect(both.count == 2)
    first.kill()
    let third = try start()
    let names = Set(FileCare.names(in: place))
    #expect(names.count == 2 && names.intersection(both).count == 1, "\(both) \(names)")
    #expect(names.allSatisfy { FileCare.exists(place + "/" + $0 + "/00.db") })
    withExtendedLifetime((second, third)) {}
  }
}
