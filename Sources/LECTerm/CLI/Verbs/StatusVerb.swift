import LECModel
import LECStore

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
