import LECStore
import TestSupport
import Testing

@testable import LECTerm

@Suite("The program's own log")
struct LogTests {
  @Test("is off unless a file is named, and then adds one line an entry")
  func lines() throws {
    let folder = TemporaryFolder()
    let path = folder.file("log")
    Log(path: nil).write(.error, "x")
    #expect(!FileCare.exists(path))
    Log(path: path).write(.info, "check 1")
    Log(path: path).write(.error, "bad-password 3")
    let text = String(decoding: try #require(try FileCare.read(path, limit: 4096).bytes), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasSuffix(" info check 1") == true)
    #expect(lines.last?.hasSuffix(" error bad-password 3") == true)
  }

  @Test("a log that can't be written stops nobody")
  func unwritable() { Log(path: "/proc/nothing/log").write(.error, "x") }
}
