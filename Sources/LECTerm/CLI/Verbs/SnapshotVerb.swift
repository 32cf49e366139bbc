import LECModel
import LECStore

/// The department's snapshot of the reference date and its amendments.
struct SnapshotVerb: Verb {
  let name = "snapshot"
  let usage = """
    take --user NAME --password-stdin [--json]
    show [--json]
    amend --unit CODE --reason TEXT --user NAME --password-stdin
    """
  let most = 1
  var valued: Set<String> { ["unit", "reason"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch try SubVerb.of(call, ["take", "show", "amend"]) {
    case "take":
      let (user, password) = try call.person()
      // What was not ready before it was taken.
      let readiness = call.wantsJSON ? nil : try call.file().snapshotReadiness()
      try tell(try call.file().takeSnapshot(password: password, by: user), &call)
      for words in readiness.map(SnapshotWords.remarks) ?? [] { call.say(words) }
    case "amend":
      let unit = try UnitOption.required(call)
      let reason = TextForm.clean(try call.arguments.required("reason"))
      let (user, password) = try call.person()
      let made = try call.file().amend(unit, reason: reason, password: password, by: user)
      for one in made where !call.wantsJSON { call.say("\(one.number)  \(one.row.unit.text)  \(one.row.total)") }
      if call.wantsJSON { call.say(JSON.object([("amendments", .list(made.map(Self.json)))]).written) }
    default:
      let store = try call.file()
      guard let round = try store.currentRound(), let snapshot = try store.snapshot(of: round.key) else {
        throw Refusal(.notFrozen, .cf13, level: .department)
      }
      try tell(snapshot, &call)
    }
    return .done
  }

  private static func json(_ one: Amendment) -> JSON {
    .object([
      ("number", .number(Int(one.number))), ("unit", .text(one.row.unit.text)),
      ("dataset", .text(one.row.dataset.rawValue)), ("total", .number(Int(one.row.total))),
      ("digest", .text(one.row.digest.hex)), ("reason", .text(one.reason)),
    ])
  }

  private func tell(_ snapshot: Snapshot, _ call: inout Call) throws {
    if call.wantsJSON {
      let parts = snapshot.parts.map { part -> JSON in
        .object([
          ("province", .text(part.province.text)), ("root", .text(part.root.hex)),
          ("rows", .number(Int(part.rows))), ("total", .number(Int(part.total))),
        ])
      }
      let amendments = try call.file().amendments(round: snapshot.round)
      call.say(
        JSON.object([
          ("round", .text(snapshot.round.text)), ("reference", .text(snapshot.reference.iso)),
          ("root", .text(snapshot.root.hex)), ("provinces", .list(parts)),
          ("amendments", .list(amendments.map(Self.json))),
        ]).written)
    } else {
      call.say("\(snapshot.round.text)  \(snapshot.reference.iso)  \(snapshot.root.hex)")
      let store = try call.file()
      for part in snapshot.parts {
        let total = SnapshotWords.total(try store.frozenTotals(of: part.province, round: snapshot.round), part)
        call.say("  \(part.province.text)  \(total.said(in: call.language))  \(part.root.hex)")
      }
      for one in try store.amendments(round: snapshot.round) {
        let words = SnapshotWords.amendment(one, try store.unit(one.row.unit)?.name ?? one.row.unit.text)
        call.say("  \(words.said(in: call.language))  \(one.row.total)")
      }
    }
  }
}
