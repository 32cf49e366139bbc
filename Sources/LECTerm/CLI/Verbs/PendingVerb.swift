import LECModel
import LECStore

/// What waits, is held or was refused.
struct PendingVerb: Verb {
  let name = "pending"
  let usage = """
    list [--limit N] [--json]
    show ID
    adopt ID --user NAME --password-stdin
    adopt --unit CODE --user NAME --password-stdin
    """
  let most = 2
  var valued: Set<String> { ["limit", "unit"] }
  /// More lines than anybody reads; a script asks for as many as it wants.
  private static let mostShown = 200
  /// How many are read before they are printed.
  static let page = 100

  func run(_ call: inout Call) throws -> ExitStatus {
    let what = try SubVerb.of(call, ["list", "show", "adopt"])
    if what == "list" { return try list(&call) }
    if what == "adopt", call.arguments.free.count == 1, call.arguments["unit"] != nil { return try adoptAll(&call) }
    guard let id = call.arguments.free.dropFirst().first else { throw UsageError("cli.one-id") }
    let entries = try call.file().pending(named: id)
    guard !entries.isEmpty else { throw Refusal(.noSuchRecord, .au09, detail: id) }
    if what == "adopt" {
      guard entries.count == 1 else { throw UsageError("cli.ambiguous", [.text("id", id)]) }
      let (user, _) = try call.person()
      tell(waiting: try call.file().adopt(entries.map(\.id), by: user), &call)
      return .done
    }
    if call.wantsJSON {
      call.say(JSON.object([("pending", .list(entries.map(Self.json)))]).written)
    } else {
      for entry in entries {
        tell(entry, &call)
        for change in entry.changes { call.say(FieldWords.change(change, kind: entry.kind)) }
      }
    }
    return .findings
  }

  private func adoptAll(_ call: inout Call) throws -> ExitStatus {
    let unit = try UnitOption.required(call), (user, _) = try call.person()
    guard try call.file().unit(unit) != nil else { throw Refusal(.noSuchUnit, .au09, detail: unit.text) }
    let ids = try call.file().adoptable(about: unit)
    let waiting = ids.isEmpty ? 0 : try call.file().adopt(ids, by: user)
    if call.wantsJSON {
      call.say(JSON.object([("unit", .text(unit.text)), ("adopted", .number(ids.count))]).written)
    } else {
      call.say(
        ids.isEmpty
          ? .key("cli.pending.nothing", [.text("unit", unit.text)])
          : .key("cli.pending.adopted", [.number("count", ids.count)]))
      tell(waiting: waiting, &call)
    }
    return .done
  }

  private func tell(waiting count: Int, _ call: inout Call) {
    if count > 0, !call.wantsJSON { call.say(.key("cli.pending.adopted.waiting", [.number("count", count)])) }
  }

  /// Page by page: after the end of a term there may be tens of thousands. The rows of the one document stand on lines of their own.
  private func list(_ call: inout Call) throws -> ExitStatus {
    let limit = try call.arguments.number("limit")
    var left = limit ?? (call.wantsJSON ? .max : Self.mostShown)
    var shown = 0, last: Int64 = 0
    if call.wantsJSON { call.say("{\"pending\":[") }
    while left > 0 {
      let entries = try call.file().pending(after: last, limit: min(left, Self.page))
      guard let end = entries.last else { break }
      for entry in entries {
        if call.wantsJSON {
          call.say((shown == 0 ? "" : ",") + Self.json(entry).written)
        } else {
          tell(entry, &call)
        }
        shown += 1
      }
      last = end.n
      left -= entries.count
      try call.pass()
    }
    let count = try call.file().pendingCount()
    if call.wantsJSON {
      call.say("]}")
    } else if limit == nil, shown < count {
      call.say(.key("cli.pending.more", [.number("count", count - shown)]))
    }
    return count == 0 ? .done : .findings
  }

  private func tell(_ entry: PendingEntry, _ call: inout Call) {
    let name = call.language.text(TextKey("verdictName.\(entry.verdict.name)"))
    let reason = entry.reasonName.map { call.language.text(TextKey("verdict.\($0)")) } ?? ""
    call.say("\(RecordID(entry.id).short)  \(name)  \(entry.unit.text)  \(entry.person)  \(reason)")
  }

  private static func json(_ entry: PendingEntry) -> JSON {
    .object([
      ("id", .text(entry.id.hash.hex)), ("verdict", .text(entry.verdict.name)),
      ("reason", .optional(entry.verdict.reason?.rawValue)), ("unit", .text(entry.unit.text)),
      ("kind", .optional(entry.kind?.name)), ("at", .text(entry.at.iso)), ("person", .text(entry.person)),
      ("device", .text(entry.device)), ("child", .text(entry.child)), ("adoptable", .flag(entry.isAdoptable)),
      ("changes", .list(entry.changes.map { LogVerb.json($0, ofBasics: entry.kind == .basicsEdited) })),
    ])
  }
}
