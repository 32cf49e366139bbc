import Glibc
import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// Names under which no ordinary file lies, files that are larger than they may be, and input that does not end.
@MainActor @Suite("Files and input that are not what they should be")
struct StrangeFilesTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  private func make(_ name: String, size: Int, magic: Bool) throws -> String {
    let path = shell.folder.file(name)
    try FileCare.write(magic ? Container.magic + [1] : [], to: path)
    #expect(truncate(path, size) == 0)
    return path
  }

  @Test("a pipe, a device, a folder and a link in a circle are no files, and nobody waits for them")
  func notFiles() {
    let pipe = shell.folder.file("pipe.lec"), loop = shell.folder.file("loop.lec")
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(symlink("loop.lec", loop) == 0)
    for path in [pipe, loop, "/dev/zero", shell.folder.path] {
      for words in [["bundle", "inspect"], ["bundle", "verify"], ["prove", "--check"]] {
        let said = shell.plain(words: words + [path, "--json", "--file", shell.path])
        #expect(said.code == "not-a-file" && said.status == 5, "\(words) \(path): \(said.output)")
      }
    }
    let read = shell.run("bundle", "read", pipe, loop, "--json")
    #expect(read.json?["bundles"]?.items.map { $0["error"]?["code"]?.text } == ["not-a-file", "not-a-file"])
    #expect(shell.act("import", pipe, "--json").status != 0)
  }

  @Test("what is too large for a bundle is refused by its size; what holds nothing is no bundle")
  func large() throws {
    let whole = try make("zero.lec", size: 3 << 30, magic: false)
    let bundle = try make("large.lec", size: 3 << 30, magic: true)
    #expect(shell.run("bundle", "inspect", whole, "--json").code == "not-a-bundle")
    #expect(shell.run("bundle", "inspect", bundle, "--json").code == "too-large")
    #expect(shell.run("prove", "--check", whole, "--json").code == "too-large")
    #expect(try FileCare.read(whole, limit: 1 << 20).bytes == nil)
    #expect(mkfifo(shell.folder.file("x.lec"), 0o600) == 0)
    let box = LetterBox(folder: shell.folder.path, mailbox: nil, machine: LetterFolders())
    var look = LetterBoxLook()
    try shell.work { store, _ in
      let found = try look.look(into: box, store).map(\.state)
      #expect(found == [.unreadable, .unreadable, .unreadable])
    }
  }

  @Test("a name that is no text is said to be one, and not that its file is missing")
  func badName() {
    let name = Array("/bad".utf8) + [0xFF] + Array(".lec".utf8) + [0]
    let path = (Array(shell.folder.path.utf8) + name).map { CChar(bitPattern: $0) }
    close(open(path, O_WRONLY | O_CREAT, 0o600))
    let said = shell.run("bundle", "read", shell.folder.path, "--json")
    #expect(said.json?["bundles"]?.items.first?["error"]?["code"]?.text == "bad-name", "\(said.output)")
    unlink(path)
  }

  @Test("a folder without a bundle says so, and is no mistake")
  func emptyFolder() {
    let empty = shell.folder.file("empty")
    #expect(FileCare.makeFolders(empty))
    let said = shell.run("bundle", "read", empty)
    #expect(said.status == 0 && said.output.contains(empty) && said.errors.isEmpty)
    #expect(shell.run("bundle", "read", empty, "--json").json?["bundles"]?.items == [])
    #expect(shell.run("bundle", "read").status == 2)
  }

  @Test("input that never ends is refused after as much as could be meant")
  func endless() {
    let zeros = { StandardInput { count in [UInt8](repeating: 0, count: count) } }
    let words = ["--file", shell.path, "--lang", "en", "--json"]
    let read = CommandLineRun.call(["bundle", "read", "-"] + words, input: zeros())
    #expect(read.output.first?.contains("too-large") == true && read.status == 4)
    let asked = CommandLineRun.call(
      ["student", "edit", shell.child(), "--room", "7", "--user", shell.user, "--password-stdin"] + words,
      input: zeros())
    #expect(asked.status == 2 && asked.output.first?.contains("usage") == true)
  }

  @Test("lines come one by one however they arrive, with either end, and the last without one")
  func lines() throws {
    var pieces: [[UInt8]] = [Array("on".utf8), Array("e\r\ntwo\n\nfo".utf8), Array("ur".utf8)]
    let input = StandardInput { _ in pieces.isEmpty ? [] : pieces.removeFirst() }
    for line in ["one", "two", "", "four", nil] {
      let next = try input.line()
      #expect(next == line)
    }
  }

}
