import LECModel
import LECStore

/// A child on two lists.
struct ClaimVerb: Verb {
  let name = "claim"
  let usage = """
    find [--json]
    list [--json]
    open --all [--near] [--due YYYY-MM-DD] --user NAME --password-stdin
    answer NUMBER --answer taken-out|stays|different [--words TEXT] [--unit CODE] --user NAME --password-stdin
    decide NUMBER --outcome same-child|known-different [--words TEXT] --user NAME --password-stdin
    """
  let most = 2
  var valued: Set<String> { ["due", "answer", "outcome", "words", "unit"] }
  var plain: Set<String> { ["all", "near"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch try SubVerb.of(call, ["find", "list", "open", "answer", "decide"]) {
    case "find": return try find(&call)
    case "open": try open(&call)
    case "answer": try answer(&call)
    case "decide": try decide(&call)
    default: return try list(&call)
    }
    return .done
  }

  private func find(_ call: inout Call) throws -> ExitStatus {
    let pairs = try call.file().doublePairs()
    if call.wantsJSON {
      let rows = pairs.map { pair -> JSON in
        .object([
          ("evidence", .text(pair.evidence.rawValue)), ("first", .text(pair.first.short)),
          ("firstUnit", .text(pair.firstUnit.text)), ("second", .text(pair.second.short)),
          ("secondUnit", .text(pair.secondUnit.text)),
        ])
      }
      call.say(JSON.object([("pairs", .list(rows))]).written)
    } else {
      for pair in pairs {
        let evidence = call.language.text(TextKey("evidence.\(pair.evidence.rawValue)"))
        call.say(
          "\(pair.firstUnit.text) \(pair.first.short)  \(pair.secondUnit.text) \(pair.second.short)  \(evidence)")
      }
    }
    return pairs.isEmpty ? .done : .findings
  }

  private func list(_ call: inout Call) throws -> ExitStatus {
    let claims = try call.file().claims()
    if call.wantsJSON {
      let rows = claims.map { entry -> JSON in
        .object([
          ("number", .number(Int(entry.claim.number))), ("id", .text(entry.id.hash.hex)),
          ("opener", .text(entry.opener.text)), ("state", .text(entry.state.rawValue)),
          ("askedUnit", .text(entry.claim.asked.unit.text)), ("asked", .text(entry.claim.asked.record.short)),
          ("otherUnit", .text(entry.claim.other.unit.text)), ("other", .text(entry.claim.other.record.short)),
          ("evidence", .text(entry.claim.evidence.rawValue)), ("due", .text(entry.claim.due.iso)),
          ("outcome", .optional(entry.decision?.outcome.rawValue)),
          (
            "answers",
            .list(
              entry.answers.map {
                .object([
                  ("unit", .text($0.unit.text)), ("answer", .text($0.answer.answer.rawValue)),
                  ("words", .text($0.answer.words)),
                ])
              })
          ),
        ])
      }
      call.say(JSON.object([("claims", .list(rows))]).written)
    } else {
      for entry in claims {
        let state = call.language.text(TextKey("claimState.\(entry.state.rawValue)"))
        let evidence = call.language.text(TextKey("evidence.\(entry.claim.evidence.rawValue)"))
        call.say(
          "\(entry.claim.number)  \(state)  \(entry.claim.asked.unit.text) / \(entry.claim.other.unit.text)  \(evidence)  "
            + entry.claim.due.iso)
        for one in entry.answers {
          let said = call.language.text(TextKey("claimAnswer.\(one.answer.answer.rawValue)"))
          call.say("    \(one.unit.text)  \(said)  \(one.answer.words)")
        }
        if let decision = entry.decision {
          call.say(
            "    " + call.language.text(TextKey("claimOutcome.\(decision.outcome.rawValue)")) + "  " + decision.words)
        }
      }
    }
    return claims.contains { $0.state != .decided } ? .findings : .done
  }

  private func open(_ call: inout Call) throws {
    guard call.arguments.has("all") else { throw UsageError("cli.missing", [.text("option", "--all")]) }
    let (user, _) = try call.person()
    let store = try call.file()
    try store.requireClaims(user)
    var due = store.now().date.adding(days: 7)
    if let text = call.arguments["due"] {
      guard let read = CalendarDate(iso: text) else { throw UsageError("cli.bad-now", [.text("value", text)]) }
      due = read
    }
    let isNearToo = call.arguments.has("near")
    for pair in try store.doublePairs() where isNearToo || pair.evidence != .nearNameAndBirth {
      try store.openClaim(pair, due: due, by: user)
    }
  }

  private func entry(_ call: inout Call) throws -> ClaimEntry {
    guard let word = call.arguments.free.dropFirst().first else { throw UsageError("cli.one-id") }
    let found = try call.file().claims().filter {
      String($0.claim.number) == word || (word.count >= 8 && $0.id.hash.hex.hasPrefix(word))
    }
    guard let one = found.first else { throw Refusal(.noSuchRecord, .pu09, detail: word) }
    guard found.count == 1 else { throw UsageError("cli.ambiguous", [.text("id", word)]) }
    return one
  }

  private func answer(_ call: inout Call) throws {
    let text = try call.arguments.required("answer")
    guard let answer = ClaimAnswer.Answer(rawValue: text) else {
      throw UsageError.choice("--answer", text, ClaimAnswer.Answer.allCases.map(\.rawValue))
    }
    try UnitOption.check(&call)
    let (user, _) = try call.person()
    let entry = try self.entry(&call)
    let words = TextForm.clean(call.arguments["words"] ?? "")
    try call.file().answerClaim(entry.id, ClaimAnswer(answer: answer, words: words), by: user)
  }

  private func decide(_ call: inout Call) throws {
    let text = try call.arguments.required("outcome")
    guard let outcome = ClaimDecision.Outcome(rawValue: text) else {
      throw UsageError.choice("--outcome", text, ClaimDecision.Outcome.allCases.map(\.rawValue))
    }
    let (user, _) = try call.person()
    let entry = try self.entry(&call)
    let words = TextForm.clean(call.arguments["words"] ?? "")
    try call.file().decideClaim(entry.id, ClaimDecision(outcome: outcome, words: words), by: user)
  }
}
