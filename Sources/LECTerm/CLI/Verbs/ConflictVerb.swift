import LECModel
import LECStore

/// Fields that two machines changed at once.
struct ConflictVerb: Verb {
  let name = "conflict"
  let usage = """
    list [--unit CODE] [--json]
    settle ID|basics|--all [--field NAME] --keep|--other [--unit CODE] --user NAME --password-stdin
    """
  let most = 2
  var valued: Set<String> { ["unit", "field"] }
  var plain: Set<String> { ["all", "keep", "other"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let what = try SubVerb.of(call, ["list", "settle"])
    try UnitOption.check(&call)
    let all = try call.file().conflicts()
    if what == "settle" {
      try settle(all, &call)
      return .done
    }
    if call.wantsJSON {
      call.say(JSON.object([("conflicts", .list(all.map(Self.json)))]).written)
    } else {
      for one in all {
        call.say("\(one.record?.short ?? Self.basics)  " + ConflictWords.head(one).said(in: call.language))
        for (side, isOther) in [(one.inForce, false), (one.other, true)] {
          call.say(ConflictWords.side(side, of: one, isOther: isOther).said(in: call.language))
          call.say(ConflictWords.by(side, of: one).said(in: call.language))
        }
      }
    }
    return all.isEmpty ? .done : .findings
  }

  private func settle(_ all: [ConflictEntry], _ call: inout Call) throws {
    guard call.arguments.has("keep") != call.arguments.has("other") else {
      throw UsageError("cli.missing", [.text("option", "--keep | --other")])
    }
    var chosen = all
    if !call.arguments.has("all") {
      guard let id = call.arguments.free.dropFirst().first else { throw UsageError("cli.one-id") }
      chosen = all.filter { one in one.record.map { $0.event.hash.hex.hasPrefix(id) } ?? (id == Self.basics) }
      guard !chosen.isEmpty else { throw Refusal(.noSuchRecord, .pu11, detail: id) }
    }
    if let name = call.arguments["field"] {
      chosen = chosen.filter { Self.option($0) == name }
      guard !chosen.isEmpty else { throw Refusal(.noSuchRecord, .pu11, detail: name) }
    }
    let (user, _) = try call.person()
    try call.file().settle(chosen, takingOther: call.arguments.has("other"), by: user)
    if call.wantsJSON { call.say(JSON.object([("settled", .number(chosen.count))]).written) }
  }

  /// What stands for the basic information where others have an id.
  private static let basics = "basics"

  private static func option(_ one: ConflictEntry) -> String? {
    one.record == nil
      ? BasicsField(rawValue: one.field).map(BasicsVerb.option)
      : StudentField(rawValue: one.field).map(StudentVerb.option)
  }

  private static func json(_ one: ConflictEntry) -> JSON {
    .object([
      ("id", .text(one.record?.event.hash.hex ?? basics)), ("child", .text(one.child?.fullName ?? "")),
      (
        "field",
        .optional(
          one.record == nil ? BasicsField(rawValue: one.field)?.name : StudentField(rawValue: one.field)?.name)
      ), ("removed", .flag(one.isRemoved)),
      ("inForce", side(one.inForce)), ("other", side(one.other)),
    ])
  }

  private static func side(_ side: ConflictEntry.Side) -> JSON {
    .object([
      ("value", .text(side.value)), ("person", .text(side.person)), ("at", .text(side.at.iso)),
      ("device", .text(side.device)), ("kind", .optional(side.kind?.name)),
    ])
  }
}
