import LECModel
import LECStore

/// What waits, is held or was refused.
struct PendingVerb: Verb {
  let name = "pending"
  let usage = """
    list [--limit N] [--json]
    show ID
    adopt ID --user NAME --password-stdin
    """
  let most = 2
  var valued: Set<String> { ["limit"] }
  /// More lines than anybody reads; a script asks for as many as it wants.
  private static let mostShown = 200

  func run(_ call: inout Call) throws -> ExitStatus {
    let what = try SubVerb.of(call, ["list", "show", "adopt"])
    let limit = try call.arguments.number("limit")
    let store = try call.file()
    var entries = try store.pending()
    if what != "list" {
      guard let id = call.arguments.free.dropFirst().first else { throw UsageError("cli.one-id") }
      entries = entries.filter { $0.id.hash.hex.hasPrefix(id) }
      guard !entries.isEmpty else { throw Refusal(.noSuchRecord, .au09, detail: id) }
    }
    if what == "adopt" {
      let (user, _) = try call.person()
      for entry in entries { try store.adopt(entry.id, by: user) }
      return .done
    }
    if call.wantsJSON {
      let rows = entries.prefix(limit ?? .max).map { entry -> JSON in
        .object([
          ("id", .text(entry.id.hash.hex)), ("verdict", .text(entry.verdict.name)),
          ("reason", .optional(entry.verdict.reason?.rawValue)), ("unit", .text(entry.unit.text)),
          ("kind", .optional(entry.kind?.name)), ("at", .text(entry.at.iso)), ("person", .text(entry.person)),
          ("device", .text(entry.device)),
        ])
      }
      call.say(JSON.object([("pending", .list(rows))]).written)
    } else {
      let shown = entries.prefix(limit ?? Self.mostShown)
      for entry in shown {
        let name = call.language.text(TextKey("verdictName.\(entry.verdict.name)"))
        let reason = entry.verdict.reason.map { call.language.text(TextKey("verdict.\($0.rawValue)")) } ?? ""
        call.say("\(RecordID(entry.id).short)  \(name)  \(entry.unit.text)  \(entry.person)  \(reason)")
      }
      if limit == nil, shown.count < entries.count {
        call.say(.key("cli.pending.more", [.number("count", entries.count - shown.count)]))
      }
    }
    return entries.isEmpty ? .done : .findings
  }
}
