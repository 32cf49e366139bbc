import LECModel
import LECStore

/// The state of each dataset, with counts and deadline, for a unit and everything below it.
struct StatusVerb: Verb {
  let name = "status"
  let usage = "[--unit CODE] [--json]"
  var valued: Set<String> { ["unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let store = try call.file()
    try UnitOption.check(&call)
    guard let unit = try store.subject(), let round = try store.currentRound() else { throw Refusal(.noRound, .op04) }
    let states = try store.states()
    if call.wantsJSON {
      call.say(try json(unit, states, round, store).written)
      return .done
    }
    call.say("\(unit.name)  \(unit.code.text)  \(call.language.text(TextKey("unitKind.\(unit.kind.rawValue)")))")
    call.say(.key("cli.round", [.figures("round", round.key.text)]))
    if let due = round.due(unit.kind.level ?? .institution) {
      call.say(Words.key("confirm.due", [.words("date", Dates.moment(due))]))
    }
    for state in states { try tell(state, unit, store, &call) }
    for row in try store.frozen(unit.code, round: round.key) where row.dataset == .students {
      call.say(.key("cli.frozen", [.number("count", Int(row.total))]))
      if try store.hasChanged(row, unit) { call.say("  " + call.language.text("cli.changed")) }
    }
    if !unit.kind.isInstitution {
      for one in try store.board(of: unit) { tell(one, &call) }
    }
    return .done
  }

  private func tell(_ state: DatasetState, _ unit: Unit, _ store: Store, _ call: inout Call) throws {
    // Where nobody confirms nothing is ready, and nothing is missing.
    let isOpen = try store.currentRound()?.policy == .open
    var parts: [String] = []
    if isOpen {
      parts.append(call.language.text("home.noConfirm"))
    } else if unit.kind.confirms {
      parts.append(call.language.text(TextKey("datasetState.\(state.name.rawValue)")))
    }
    if state.dataset == .students { parts.append(String(state.counts.all.total)) }
    if state.below > 0, !isOpen { parts.append("\(state.belowConfirmed)/\(state.below)") }
    let name = call.language.text(TextKey("dataset.\(state.dataset.rawValue)"))
    call.say("\(name): \(parts.joined(separator: "  "))")
    if unit.kind.isInstitution {
      for (count, severity) in [(state.errors, Severity.error), (state.unexplained, .warning)] where count > 0 {
        call.say("  \(count)  \(call.language.text(TextKey("severity.\(severity.rawValue)")))")
      }
    }
    if let cause = try store.voidCause(of: state, unit) { call.say(VoidWords.of(cause)) }
    if let released = state.released {
      call.say(.key("pending.why", [.words("reason", ConfirmLines.released(released))]))
    }
  }

  private func tell(_ one: UnitStanding, _ call: inout Call) {
    let states = one.datasets.map { call.language.text(TextKey("datasetState.\($0.name.rawValue)")) }
    call.say("  \(one.unit.code.text)  \(one.unit.name)  \(one.counts.all.total)  \(states.joined(separator: " · "))")
  }

  private func json(_ unit: Unit, _ states: [DatasetState], _ round: Round, _ store: Store) throws -> JSON {
    let frozen = try store.frozen(unit.code, round: round.key).map { row -> JSON in
      .object([
        ("dataset", .text(row.dataset.rawValue)), ("total", .number(Int(row.total))), ("digest", .text(row.digest.hex)),
        ("changed", .flag(try store.hasChanged(row, unit))),
      ])
    }
    let children = unit.kind.isInstitution ? [] : try store.board(of: unit)
    return .object([
      ("unit", .text(unit.code.text)), ("round", .text(round.key.text)),
      ("deadline", .optional(round.due(unit.kind.level ?? .institution)?.iso)),
      ("policy", .text(round.policy.rawValue)), ("datasets", try datasets(states, unit, store)),
      ("snapshot", .list(frozen)),
      (
        "children",
        .list(
          try children.map { one in
            .object([
              ("unit", .text(one.unit.code.text)), ("name", .text(one.unit.name)),
              ("kind", .text(one.unit.kind.rawValue)), ("counts", CountsJSON.object(one.counts)),
              ("confirmedTotal", one.confirmedTotal.map(JSON.number) ?? .null), ("problems", .number(one.problems)),
              ("datasets", try datasets(one.datasets, one.unit, store)),
            ])
          })
      ),
    ])
  }

  private func datasets(_ states: [DatasetState], _ unit: Unit, _ store: Store) throws -> JSON {
    .object(
      try states.map { state -> (String, JSON) in
        var pairs: [(String, JSON)] = [
          ("state", .text(state.name.rawValue)), ("digest", .text(state.digest.hex)),
          ("by", .optional(state.confirmed?.person)), ("at", .optional(state.confirmed?.at.iso)),
          ("errors", .number(state.errors)), ("warnings", .number(state.unexplained)),
          ("counts", state.dataset == .students ? CountsJSON.object(state.counts) : .null),
          ("accepted", .flag(state.isAccepted)), ("below", .number(state.below)),
          ("belowConfirmed", .number(state.belowConfirmed)),
        ]
        if let cause = try store.voidCause(of: state, unit) {
          pairs.append(
            (
              "cause",
              .object([
                ("kind", .text(cause.kind.rawValue)), ("unit", .text(cause.unit.code.text)),
                ("changes", .number(cause.changes)),
                ("person", .text(cause.person)), ("since", .text(cause.since.iso)),
              ])
            ))
        }
        if let released = state.released {
          pairs.append(
            (
              "released",
              .object([
                ("person", .text(released.person)), ("at", .text(released.at.iso)), ("reason", .text(released.reason)),
              ])
            ))
        }
        return (state.dataset.rawValue, .object(pairs))
      })
  }
}
