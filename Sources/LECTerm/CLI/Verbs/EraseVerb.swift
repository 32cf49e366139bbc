import LECModel
import LECStore

/// Erasing children for good: the order, the list of what is still to be done here, and doing it.
struct EraseVerb: Verb {
  let name = "erase"
  let usage = """
    order ID ... [--unit CODE] --reason retention|request|mistake --user NAME --password-stdin
    list [--json]
    run --user NAME --password-stdin
    """
  let most = Int.max
  var valued: Set<String> { ["unit", "reason"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    try UnitOption.check(&call)
    switch try SubVerb.of(call, ["order", "list", "run"]) {
    case "order": try order(&call)
    case "run":
      _ = try call.person()
      say(try call.file().carryOutErasures(), &call)
    default: return try list(&call)
    }
    return .done
  }

  private func order(_ call: inout Call) throws {
    let text = try call.arguments.required("reason")
    guard let reason = Erasure.Reason(rawValue: text) else {
      throw UsageError.choice("--reason", text, Erasure.Reason.allCases.map(\.rawValue))
    }
    let records = try ChildArgument.many(&call)
    let (user, password) = try call.person()
    try call.file().erase(records, reason: reason, password: password, by: user)
    say(records.count, &call)
  }

  private func say(_ count: Int, _ call: inout Call) {
    if call.wantsJSON {
      call.say(JSON.object([("erased", .number(count))]).written)
    } else {
      call.say(.key("erase.done", [.number("count", count)]))
      call.say(.key("erase.copies", []))
    }
  }

  private func list(_ call: inout Call) throws -> ExitStatus {
    let all = try call.file().erasures()
    if call.wantsJSON {
      let rows = all.map { entry -> JSON in
        .object([
          ("id", .text(entry.record.short)), ("unit", .text(entry.unit.text)), ("name", .text(entry.name)),
          ("reason", .text(entry.reason.rawValue)), ("by", .text(entry.person)), ("here", .flag(entry.isHere)),
        ])
      }
      call.say(JSON.object([("erasures", .list(rows))]).written)
    } else {
      for entry in all {
        let state = call.language.text(entry.isHere ? "erase.due" : "erase.carriedOut")
        let reason = call.language.text(TextKey("erasure.\(entry.reason.rawValue)"))
        call.say("\(entry.record.short)  \(entry.unit.text)  \(state)  \(reason)  \(entry.person)  \(entry.name)")
      }
    }
    return all.contains(where: \.isHere) ? .findings : .done
  }
}
