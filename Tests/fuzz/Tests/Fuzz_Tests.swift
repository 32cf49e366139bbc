import FuzzKit
import Glibc
import TestSupport
import Testing

/// A short run of the fuzz targets, each in a process of its own, as `make fuzz` does for long.
@Suite("Hostile input")
struct Fuzz_Tests {
  private let tool = TestPaths.project + "/.build/debug/lecfuzz"
  private let corpus = TestPaths.project + "/Tests/fuzz/corpus"
  private let folder = TemporaryFolder()

  /// Runs the tool inside walls; 124 when it does not come to an end. The wall of time is wide: other tests run beside it.
  private func run(_ words: [String], seconds: Int = 900) -> CommandRun {
    CommandRun.run(
      ["timeout", String(seconds), "sh", "-c", "ulimit -c 0 -v 2097152; exec \"$@\"", "sh", tool] + words,
      environment: ["SWIFT_BACKTRACE": "enable=no", "LECFUZZ_KEEP": folder.file("at-hand")], folder: folder)
  }

  @Test("the corpus and some hundred changes to it are refused or taken by every reader, and stop none")
  func corpusAndChanges() {
    let result = run(["check", corpus, "300", "1"])
    #expect(
      result.status == 0,
      "ended with \(result.status)\n\(result.errors)\nthe input is in LECFUZZ_KEEP of: lecfuzz check \(corpus) 300 1")
    for target in FuzzTarget.all { #expect(result.output.contains("\(target.name): {")) }
  }

  @Test("what is made to cost much takes little memory and is refused for what it is", arguments: Bomb.all.map(\.name))
  func bombs(name: String) {
    let result = run(["bomb", name])
    #expect(result.status == 0, "ended with \(result.status)\n\(result.errors)")
  }

  @Test("a kilobyte that claims ten gigabytes is a kilobyte")
  func size() throws {
    let bomb = try #require(Bomb.all.first { $0.name == "header of ten gigabytes" })
    #expect(try bomb.input().count < 1500)
  }

  @Test("each kind of fault is noticed", arguments: ["crash", "hang", "memory", "promise"])
  func faults(fault: String) throws {
    #expect(run(["replay", "selfcheck", try input("nothing")]).status == 0)
    #expect(run(["replay", "selfcheck", try input(fault)], seconds: fault == "hang" ? 1 : 900).status != 0)
  }

  private func input(_ text: String) throws -> String {
    let path = folder.file("input")
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
    return path
  }
}
