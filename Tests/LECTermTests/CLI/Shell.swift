import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// A training file and a command line before it, as a script has them: words in, text, errors and status out.
@MainActor final class Shell {
  let folder = TemporaryFolder()
  let set: TrainingSet
  var language = "en"

  init(_ kind: TrainingSet.Kind = .centre, policy: EditPolicy = .release, children: Int? = 21) throws {
    set = TrainingSet(kind, policy: policy, children: children)
    try set.make(at: path, world: Fixtures.world()).close()
  }

  var path: String { folder.file("unit.db") }
  var user: String { self.set.unit.code.text }

  struct Said: Equatable {
    let output: String
    let errors: String
    let status: Int32

    /// The one JSON document on standard output; nil when there is anything else.
    var json: JSONRead? { JSONRead(output) }
    var code: String? { json?["error"]?["code"]?.text }
  }

  /// Runs a command on the file.
  func run(_ words: String..., input: [String] = []) -> Said { call(words + ["--file", path], input) }

  /// Runs a command as the person of the file.
  func act(_ words: String..., user: String? = nil, password: String = TrainingSet.password, more: [String] = [])
    -> Said
  {
    call(words + ["--file", path, "--user", user ?? self.user, "--password-stdin"], [password] + more)
  }

  /// Runs exactly these words.
  func plain(_ words: String..., input: [String] = []) -> Said { call(words, input) }

  func plain(words: [String]) -> Said { call(words, []) }

  private func call(_ words: [String], _ input: [String]) -> Said {
    var lines = input[...]
    let language = words.contains { $0.hasPrefix("--lang") } ? [] : ["--lang", language]
    let result = CommandLineRun.call(words + language, input: { lines.popFirst() })
    for text in result.output + result.notes {
      let isBare = text.contains("cli.") || text.contains("[importing.") || text.contains("[check.")
      if isBare { Issue.record("a text without words: \(text)") }
    }
    return Said(
      output: result.output.joined(separator: "\n"), errors: result.notes.joined(separator: "\n"), status: result.status
    )
  }

  /// Works on the file as the program would, past the command line.
  func work<T>(_ body: (Store, UserName) throws -> T) throws -> T {
    let store = try Store.open(path, world: Fixtures.world())
    defer { store.close() }
    return try body(store, UserName(user))
  }

  /// Mends and explains everything, so that confirming is possible.
  func makeReady() throws {
    try work { store, user in
      try store.editBasics([FieldChange(.rooms, "3")], by: user)
      for finding in try store.findings() where finding.check.severity == .error {
        guard let record = finding.record else { continue }
        if finding.check == .numberDoubled { try store.remove([record], reason: .doubled, by: user) }
        if finding.check == .elsewhereUnsettled {
          try store.editStudent(record, [FieldChange(.elsewhere, "")], by: user)
        }
      }
      let children = try store.roster(RosterFilter(), .first, limit: 10_000)
      try store.mark(children.map(\.id), .present, by: user)
      for finding in try store.findings() where finding.blocks && finding.check.severity == .warning {
        try store.explain(finding, words: "ตรวจสอบแล้ว", by: user)
      }
    }
  }

  /// The id of a child, by its place in the list.
  func child(_ at: Int = 0) -> String {
    run("student", "list", "--json").json?["students"]?.items[at]["id"]?.text ?? ""
  }
}
