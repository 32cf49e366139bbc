import LECModel
import LECStore

/// Who did what, when, on which device, newest first.
struct LogVerb: Verb {
  let name = "log"
  let usage = "[--record ID] [--unit CODE] [--limit N] [--json]"
  var valued: Set<String> { ["record", "limit", "unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let store = try call.file()
    try UnitOption.check(&call)
    let limit = try call.arguments.number("limit") ?? Int.max
    var entries: [LogEntry] = []
    if let record = call.arguments["record"] {
      let found = try store.students(named: record)
      guard found.count == 1 else { throw Refusal(.noSuchRecord, .pu11, detail: record) }
      entries = try store.history(of: found[0].id).reversed()
    } else {
      var before = Int64.max
      while entries.count < limit {
        let part = try store.log(before: before, limit: min(500, limit - entries.count))
        guard let last = part.last else { break }
        entries += part
        before = last.n
      }
    }
    for entry in entries.prefix(limit) where !call.wantsJSON {
      for line in LogLines.lines(entry, field: nil) {
        let figure = line.figure.said(in: call.language)
        call.say(
          (figure.isEmpty ? "" : figure + "  ") + line.words.said(in: call.language)
            + (line.ink == .heading && !entry.subject.isEmpty ? "  " + entry.subject : ""))
      }
    }
    if call.wantsJSON { call.say(JSON.object([("events", .list(entries.prefix(limit).map(Self.json)))]).written) }
    return .done
  }

  private static func json(_ entry: LogEntry) -> JSON {
    .object([
      ("id", .text(entry.id.hash.hex)), ("time", .text(entry.time.iso)), ("person", .text(entry.person)),
      ("user", .text(entry.user.text)), ("device", .text(entry.device)), ("unit", .text(entry.unit.text)),
      ("kind", .text(entry.kind?.name ?? "unknown")), ("record", .optional(entry.record?.short)),
      ("undo", .flag(entry.isUndo)), ("onBehalf", .optional(entry.onBehalf?.text)), ("words", .text(entry.words)),
      (
        "changes",
        .list(
          entry.changes.map { json($0, ofBasics: entry.kind == .basicsEdited) })
      ),
    ])
  }

  /// A field before and after.
  static func json(_ change: LogEntry.Change, ofBasics: Bool) -> JSON {
    let name = ofBasics ? BasicsField(rawValue: change.field)?.name : StudentField(rawValue: change.field)?.name
    return .object([
      ("field", .text(name ?? String(change.field))), ("from", .text(change.from)), ("to", .text(change.to)),
    ])
  }
}
