import Glibc
import TestSupport

/// The program as it was built, and the only variables it gets.
struct Program {
  let folder: TemporaryFolder

  static let path = TestPaths.project + "/.build/debug/lecterm"
  static let built = getenv("LECTERM_PROGRAM").map { String(cString: $0) } ?? path

  var environment: [String: String] {
    [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LECTERM_DATA": TestPaths.project + "/data",
      "XDG_DATA_HOME": folder.path + "/share", "LECTERM_TEST_IDLE": "1",
    ]
  }

  /// Runs one command of the command line to its end.
  func run(_ arguments: String..., input: String = "") -> CommandRun { run(words: arguments, input: input) }

  /// The same with the words in a list.
  func run(words arguments: [String], input: String = "", before: [String] = [], killAfter: UInt32? = nil) -> CommandRun
  {
    CommandRun.run(
      before + [Self.built] + arguments, environment: environment, input: input, folder: folder, killAfter: killAfter)
  }

  /// The command that a terminal starts: a clean environment, then the program.
  func shellCommand(_ arguments: [String], extra: [String: String]) -> String {
    let variables = environment.merging(extra) { $1 }.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }
    let words = [Self.built] + arguments
    return "exec env -i TERM=\"$TERM\" " + (variables + words.map { "'\($0)'" }).joined(separator: " ")
  }
}
