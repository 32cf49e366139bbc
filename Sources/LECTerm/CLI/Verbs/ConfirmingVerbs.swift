import LECModel
import LECStore

/// All problems that stand against confirming; status 1 when there are any.
struct CheckVerb: Verb {
  let name = "check"
  let usage = "[--json]"
  var valued: Set<String> { ["unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let store = try call.file()
    try UnitOption.check(&call)
    let findings = try store.findings().filter(\.blocks)
    let errors = findings.count { $0.check.severity == .error }
    func message(_ finding: Finding) throws -> String {
      let what = call.language.text(TextKey("check.\(finding.check.rawValue)"))
      if let field = finding.fields.first.flatMap({ BasicsField(rawValue: $0) }), finding.check == .basicsMissing {
        return what + ": " + FieldWords.name(field).said(in: call.language)
      }
      let name = try finding.record.flatMap { try store.student($0)?.student.fullName } ?? ""
      return name.isEmpty ? what : name + ": " + what
    }
    if call.wantsJSON {
      let rows = try findings.map { finding -> JSON in
        .object([
          ("rule", .text(finding.check.rule.rawValue)), ("check", .text(finding.check.rawValue)),
          ("record", .optional(finding.record?.short)), ("severity", .text(finding.check.severity.rawValue)),
          ("message", .text(try message(finding))),
        ])
      }
      call.say(
        JSON.object([
          ("errors", .number(errors)), ("warnings", .number(findings.count - errors)), ("findings", .list(rows)),
        ]).written)
    } else {
      for finding in findings {
        let severity = call.language.text(TextKey("severity.\(finding.check.severity.rawValue)"))
        call.say(
          "\(finding.check.rule.rawValue)  \(finding.record?.short ?? "-")  \(try message(finding)) (\(severity))")
      }
      if findings.isEmpty { call.say(call.language.text("check.none")) }
    }
    return findings.isEmpty ? .done : .findings
  }
}

/// Explains a query of a child in words.
struct ExplainVerb: Verb {
  let name = "explain"
  let usage = "ID --check NAME --words TEXT --user NAME --password-stdin"
  let most = 1
  var valued: Set<String> { ["check", "words"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 1 else { throw UsageError("cli.one-id") }
    let check = try call.arguments.required("check"), words = try call.arguments.required("words")
    let found = try call.file().students(named: call.arguments.free[0])
    guard found.count == 1 else { throw Refusal(.noSuchRecord, .pu11, detail: call.arguments.free[0]) }
    let findings = try call.file().findings(of: found[0].id)
    guard let finding = findings.first(where: { $0.check.rawValue == check }) else {
      throw UsageError.choice("--check", check, findings.map(\.check.rawValue))
    }
    try call.file().explain(finding, words: TextForm.clean(words), by: call.person().user)
    if call.wantsJSON {
      call.say(JSON.object([("record", .text(found[0].id.short)), ("check", .text(check))]).written)
    }
    return .done
  }
}

/// Confirms a dataset: an official act, signed with the person's key.
struct ConfirmVerb: Verb {
  let name = "confirm"
  let usage = "--dataset students|basics --user NAME --password-stdin [--json]"
  var valued: Set<String> { ["dataset", "unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let dataset = try DatasetOption.required(call)
    try UnitOption.check(&call)
    let (user, password) = try call.person()
    let made = try call.file().confirm(dataset, password: password, by: user)
    let c = made.confirmation
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("unit", .text(c.unit.text)), ("dataset", .text(dataset.rawValue)), ("round", .text(c.round.text)),
          ("digest", .text(c.digest.hex)), ("counts", CountsJSON.object(c.counts)),
          ("register", .number(Int(c.register))),
          ("singleHanded", .flag(c.singleHanded)),
        ]).written)
    } else {
      tell(c, &call)
    }
    return .done
  }
}

extension ConfirmVerb {
  /// The counts by grade and sex as the reports will show them, and the digest.
  fileprivate func tell(_ c: Confirmation, _ call: inout Call) {
    let state = call.language.text("datasetState.confirmed")
    call.say(call.language.text(TextKey("dataset.\(c.dataset.rawValue)")) + ": " + state)
    if c.dataset == .students {
      let heads: [TextKey] = ["paperReport.grade", "paperReport.male", "paperReport.female", "paperReport.total"]
      call.say(heads.map { call.language.text($0) }.joined(separator: "  "))
      func row(_ name: String, _ pair: Counts.Pair) -> String { "\(name)  \(pair.male)  \(pair.female)  \(pair.total)" }
      for grade in c.counts.grades {
        let name = call.language.code == .thai ? grade.thai : grade.english
        call.say(row(name, c.counts.byGrade[grade] ?? Counts.Pair()))
      }
      call.say(row(call.language.text("paperReport.sum"), c.counts.all))
    }
    call.say(c.digest.hex)
  }
}

/// Takes the institution's own confirmation back.
struct UnconfirmVerb: Verb {
  let name = "unconfirm"
  let usage = "--dataset students|basics --reason TEXT --user NAME --password-stdin"
  var valued: Set<String> { ["dataset", "reason", "unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let dataset = try DatasetOption.required(call)
    let reason = TextForm.clean(try call.arguments.required("reason"))
    try UnitOption.check(&call)
    let (user, password) = try call.person()
    try call.file().cancelConfirmation(dataset, reason: reason, password: password, by: user)
    if call.wantsJSON { call.say(JSON.object([("dataset", .text(dataset.rawValue))]).written) }
    return .done
  }
}

/// The state of each dataset, with counts and deadline.
struct StatusVerb: Verb {
  let name = "status"
  let usage = "[--json]"
  var valued: Set<String> { ["unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let store = try call.file()
    try UnitOption.check(&call)
    guard let unit = try store.ownUnit(), let round = try store.currentRound() else { throw Refusal(.noRound, .op04) }
    let states = try store.states()
    if call.wantsJSON {
      let datasets = states.map { state -> (String, JSON) in
        (
          state.dataset.rawValue,
          .object([
            ("state", .text(state.name.rawValue)), ("digest", .text(state.digest.hex)),
            ("by", .optional(state.confirmed?.person)), ("at", .optional(state.confirmed?.at.iso)),
            ("errors", .number(state.errors)), ("warnings", .number(state.unexplained)),
            ("counts", state.dataset == .students ? CountsJSON.object(state.counts) : .null),
          ])
        )
      }
      call.say(
        JSON.object([
          ("unit", .text(unit.code.text)), ("round", .text(round.key.text)),
          ("deadline", .optional(round.due(.institution)?.iso)), ("policy", .text(round.policy.rawValue)),
          ("datasets", .object(datasets)), ("children", .list([])),
        ]).written)
      return .done
    }
    call.say("\(unit.name)  \(unit.code.text)  \(call.language.text(TextKey("unitKind.\(unit.kind.rawValue)")))")
    call.say(.key("cli.round", [.figures("round", round.key.text)]))
    if let due = round.due(.institution) { call.say(Words.key("confirm.due", [.words("date", Dates.moment(due))])) }
    for state in states {
      let name = call.language.text(TextKey("datasetState.\(state.name.rawValue)"))
      let total = state.dataset == .students ? "  \(state.counts.all.total)" : ""
      call.say("\(call.language.text(TextKey("dataset.\(state.dataset.rawValue)"))): \(name)\(total)")
      for (count, severity) in [(state.errors, Severity.error), (state.unexplained, .warning)] where count > 0 {
        call.say("  \(count)  \(call.language.text(TextKey("severity.\(severity.rawValue)")))")
      }
    }
    return .done
  }
}

/// The digest of what the file says: equal on two files that hold the same.
struct DigestVerb: Verb {
  let name = "digest"
  let usage = "[--dataset students|basics] [--json]"
  var valued: Set<String> { ["dataset", "unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let store = try call.file()
    try UnitOption.check(&call)
    var digest = try store.stateDigest()
    if call.arguments["dataset"] != nil, let unit = try store.ownUnit(), let round = try store.currentRound() {
      digest = try store.digest(DatasetOption.required(call), unit: unit.code, round: round.key)
    }
    call.say(call.wantsJSON ? JSON.object([("digest", .text(digest.hex))]).written : digest.hex)
    return .done
  }
}

/// `--dataset`, read once for all verbs.
@MainActor enum DatasetOption {
  static func required(_ call: Call) throws(UsageError) -> Dataset {
    let text = try call.arguments.required("dataset")
    guard let dataset = Dataset(rawValue: text) else {
      throw .choice("--dataset", text, Dataset.allCases.map(\.rawValue))
    }
    return dataset
  }
}

/// `--unit`: this file holds one institution, and another's code is refused.
@MainActor enum UnitOption {
  static func check(_ call: inout Call) throws {
    guard let code = call.arguments["unit"] else { return }
    if try call.file().ownUnit()?.code.text != code {
      throw Refusal(.notYourUnit, .au04, level: .authority, lifter: try call.file().parentContact())
    }
  }
}

enum CountsJSON {
  static func object(_ counts: Counts) -> JSON {
    let all = counts.all
    return .object([
      ("total", .number(all.total)), ("male", .number(all.male)), ("female", .number(all.female)),
      ("byGrade", .object(counts.grades.map { ($0.rawValue, .number(counts.byGrade[$0]?.total ?? 0)) })),
    ])
  }
}
