import Glibc

/// The reader in Python (`Tests/reader/lecread.py`), written from the manual page alone, where this machine can run it.
package enum IndependentReader {
  private static let python = TestPaths.project + "/.build/reader-venv/bin/python"
  private static let script = TestPaths.project + "/Tests/reader/lecread.py"

  /// Whether `tools/reader-env` could put the packages there that it needs.
  package static let isThere: Bool = {
    guard access(python, X_OK) == 0 else { return false }
    return CommandRun.run(
      [python, "-c", "import nacl.bindings, nacl.pwhash, zstandard"], folder: TemporaryFolder()
    ).status == 0
  }()

  package static let whyNot: String = "no Python packages in .build/reader-venv: run tools/reader-env with a network"

  package struct Answer: Sendable {
    package var name: String
    /// `ok`, or the code of the refusal.
    package var verdict: String
    /// The summary as JSON; empty for a refused file.
    package var summary: String

    /// The names of the events, in order.
    package var ids: [String] {
      summary.split(separator: "\"ids\": [").dropFirst().first.map {
        $0.prefix { $0 != "]" }.split(separator: ",").map { String($0.filter(\.isHexDigit)) }
      } ?? []
    }
  }

  /// Makes the published files again in another folder; false when that fails.
  package static func remake(in folder: TemporaryFolder) -> Bool {
    let make = PublishedBundles.folder + "/make.py"
    let environment = ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"]
    return CommandRun.run([python, make, folder.path], environment: environment, folder: TemporaryFolder()).status == 0
  }

  /// What it says of files, with the keys in a JSON file, or as somebody with a card who knows nothing yet.
  package static func read(_ files: [String], keys: String? = nil, card: String? = nil) -> [Answer] {
    let environment = ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"]
    let with = (keys.map { ["--keys", $0] } ?? []) + (card.map { ["--card", $0] } ?? [])
    let run = CommandRun.run([python, script] + with + files, environment: environment, folder: TemporaryFolder())
    return run.output.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3 else { return nil }
      return parts[1] == "ok"
        ? Answer(name: parts[0], verdict: "ok", summary: parts[2])
        : Answer(name: parts[0], verdict: parts[2], summary: "")
    }
  }
}
