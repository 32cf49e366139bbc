import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// A department, a province, two local authorities and five institutions, each with its file, in the round of one letter. Every act
/// goes through the command line at a time of its own.
@MainActor final class RoundPlay {
  private let files: TemporaryFolder
  private let round: Round
  var folder: String { files.path }

  static let institutions = ["3099000001", "3099000002", "3099000003", "3099000004", "3099000005"]
  static let authorities = ["05990101", "06990102"]

  init(example: String) throws {
    files = TemporaryFolder()
    let data = try #require(DataFolder.find())
    let text = String(decoding: data.bytes(of: "rounds/\(example).txt"), as: UTF8.self)
    round = try RoundText.read(text)
    let now = round.opens.map { $0 + 3_600_000 } ?? Moment.start(of: round.reference.adding(days: -5))
    let sets = TrainingTree.sets(round.policy, seed: 3, children: 8, year: round.key.year)
    let tree = TrainingTree(folder: files.path, round: round, world: Fixtures.world(now: now))
    try tree.make(sets)
    tree.close()
  }

  private func file(_ user: String) -> String { folder + "/" + user.prefix { $0 != "-" } + ".db" }

  /// Runs a command on a unit's file at a time.
  func run(_ unit: String, _ now: String, _ words: String...) -> Shell.Said { call(unit, now, words, []) }

  /// Runs a command as the person of an account.
  @discardableResult
  func act(_ user: String, _ now: String, _ words: String...) -> Shell.Said {
    call(user, now, words + ["--user", user, "--password-stdin"], [TrainingSet.password])
  }

  /// Runs a command that prints for people.
  func plain(_ unit: String, _ now: String, _ words: String...) -> Shell.Said {
    call(unit, now, words, [], isPlain: true)
  }

  private func call(_ user: String, _ now: String, _ words: [String], _ input: [String], isPlain: Bool = false)
    -> Shell.Said
  {
    var lines = input[...]
    let asIs = isPlain || words.contains("--json") || words.contains("--out") || words.contains("--check")
    let result = CommandLineRun.call(
      words + ["--file", file(user), "--now", now, "--lang", "en"] + (asIs ? [] : ["--json"]),
      input: { lines.popFirst() })
    return Shell.Said(
      output: result.output.joined(separator: "\n"), errors: result.notes.joined(separator: "\n"), status: result.status
    )
  }

  func students(_ unit: String, _ now: String) -> [String] {
    run(unit, now, "student", "list", "--json").json?["students"]?.items.compactMap { $0["id"]?.text } ?? []
  }

  func state(_ unit: String, _ dataset: String, _ now: String) -> String? {
    run(unit, now, "status", "--json").json?["datasets"]?[dataset]?["state"]?.text
  }

  /// Whether a unit's children are other than what the snapshot froze, as a file tells it.
  func snapshotChanged(_ file: String, _ unit: String, _ now: String) -> Bool? {
    let rows = run(file, now, "status", "--unit", unit, "--json").json?["snapshot"]?.items ?? []
    return rows.first { $0["dataset"]?.text == "students" }?["changed"]?.flag
  }

  /// A file goes from one unit to another; nothing of it waits, is held or refused.
  func send(_ from: String, _ to: String, _ now: String) throws {
    let path = folder + "/\(from)-\(to)-\(now.filter { $0 != ":" }).lec"
    #expect(act(from, now, "bundle", "make", "--to", to, "--out", path).status == 0)
    let read = run(to, now, "bundle", "read", path, "--json")
    #expect(read.status == 0, "\(from) to \(to): \(read.output) \(read.errors)")
  }

  func read(_ path: String) -> String? {
    (try? FileCare.read(path, limit: 1 << 20).bytes).flatMap { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  func write(_ text: String, _ path: String) { try? FileCare.write(Array(text.utf8), to: path) }

  /// Everybody's children are looked for, every problem mended or explained, every count entered.
  func makeReady(_ now: String) throws {
    let moment = try #require(Moment(iso: now))
    for unit in Self.institutions {
      let store = try Store.open(file(unit), world: Fixtures.world(now: moment))
      defer { store.close() }
      let user = UserName(unit)
      if try store.logInNeedsProfile(user) {
        _ = try store.makeProfile(
          user, currentPassword: TrainingSet.firstPassword, first: "ดวงใจ", last: "เริ่มใหม่", position: "ครู",
          phone: "0000000008", newPassword: TrainingSet.password)
      }
      try Readiness.makeReady(store, by: user)
    }
    for unit in Self.authorities {
      for school in 1...3 {
        let code = "10990000" + unit.suffix(2) + "\(school)"
        #expect(act(unit, now, "other", "count", "--code", code, "P1=21", "--rest", "10").status == 0)
      }
      // OA-02: a dissolved school has zero in every grade.
      #expect(act(unit, now, "other", "dissolve", "--code", "10990000" + unit.suffix(2) + "3").status == 0)
    }
  }

  func confirmInstitutions(_ now: String) throws {
    for unit in Self.institutions {
      // Four eyes: who entered the data of the school leaves the confirming to the other.
      let user = unit == "3099000001" ? unit + "-2" : unit
      for dataset in ["students", "basics"] {
        let said = act(user, now, "confirm", "--dataset", dataset)
        #expect(said.status == 0, "\(unit) \(dataset): \(said.errors)")
      }
    }
    for (place, unit) in Self.institutions.enumerated() { try send(unit, Self.authorities[place < 3 ? 0 : 1], now) }
  }

  func confirmAuthorities(_ now: String) throws {
    for unit in Self.authorities {
      for dataset in ["students", "basics", "others"] {
        let said = act(unit, now, "confirm", "--dataset", dataset)
        #expect(said.status == 0, "\(unit) \(dataset): \(said.errors)")
      }
      try send(unit, "99", now)
    }
  }

  func confirmProvince(_ now: String) throws {
    for dataset in ["students", "basics", "others"] {
      let said = act("99", now, "confirm", "--dataset", dataset)
      #expect(said.status == 0, "province \(dataset): \(said.errors)")
    }
    try send("99", "00", now)
    #expect(state("99", "students", now) == "confirmed")
  }
}
