import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// Files as text and pictures, from folders and by hand.
@Suite("Bundles as text, as QR codes and in folders")
@MainActor struct Armored_Tests {
  private let files: TreeFiles
  private let school = "3099000001", authority = "05990101"

  init() throws {
    files = try TreeFiles(children: 6)
    files.tree.close()
  }

  private func path(_ name: String) -> String { files.folder.path + "/" + name }

  private func run(_ file: String, _ words: [String], input: [String] = []) -> Shell.Said {
    var lines = input[...]
    let result = CommandLineRun.call(
      words + ["--file", path(file + ".db"), "--lang", "en", "--json"], input: { lines.popFirst() })
    return Shell.Said(
      output: result.output.joined(separator: "\n"), errors: result.notes.joined(separator: "\n"), status: result.status
    )
  }

  private func make(_ words: String...) -> Shell.Said {
    run(
      school, ["bundle", "make"] + words + ["--user", school, "--password-stdin"], input: [TrainingSet.password])
  }

  private func text() throws -> [String] {
    let said = make("--armor")
    let text = try #require(said.json?["texts"]?.items.first?.text)
    return text.split(separator: "\n").map(String.init)
  }

  @Test("a file goes as text through a chat that writes around it, and is read from standard input")
  func chat() throws {
    let lines = try text()
    let noisy = ["สวัสดีค่ะ ส่งแฟ้มให้แล้ว", ""] + lines.map { "  " + $0 + " " } + ["", "ขอบคุณค่ะ"]
    let read = run(authority, ["bundle", "read", "-"], input: noisy)
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.json?["bundles"]?.items.first?["from"]?.text == school)
  }

  @Test("a damaged and a missing line are named, and nothing is read")
  func damaged() throws {
    var lines = try text()
    var middle = Array(lines[3])
    middle[10] = middle[10] == "7" ? "8" : "7"
    let whole = lines
    lines[3] = String(middle)
    let said = run(authority, ["bundle", "read", "-"], input: lines)
    #expect(said.status == 4)
    #expect(said.errors.contains("line that begins with 3+ is damaged"))
    lines = whole
    lines.remove(at: 5)
    let missing = run(authority, ["bundle", "read", "-"], input: lines)
    #expect(missing.status == 4)
    #expect(missing.errors.contains("line that begins with 5+ is missing"))
    #expect(run(authority, ["bundle", "read", "-"], input: Array(whole.dropLast(3))).status == 4)
  }

  @Test("QR codes hold the text piece by piece, and the pieces read one after the other are the file")
  func pictures() throws {
    let pieces = make("--qr").json?["texts"]?.items.compactMap { $0.text } ?? []
    #expect(pieces.count > 1)
    for piece in pieces { #expect(QRCode(piece) != nil) }
    let read = run(
      authority, ["bundle", "read", "-"], input: pieces.flatMap { $0.split(separator: "\n").map(String.init) })
    #expect(read.status == 0, "\(read.errors)")
  }

  @Test("a folder is read whole, texts among it; a mailbox reads each file once")
  func folders() throws {
    let box = path("box")
    #expect(FileCare.makeFolders(box))
    #expect(make("--out", box + "/one.lec").status == 0)
    #expect(make("--armor", "--out", box + "/two.txt").status == 0)
    let read = run(authority, ["bundle", "read", box])
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.json?["bundles"]?.items.count == 2)
    #expect(run(authority, ["bundle", "mailbox", box, "--once"]).json?["bundles"]?.items.isEmpty == true)
    #expect(make("--out", box + "/three.lec").status == 0)
    let again = run(authority, ["bundle", "mailbox", box, "--once"])
    #expect(again.json?["bundles"]?.items.count == 1)
  }
}
