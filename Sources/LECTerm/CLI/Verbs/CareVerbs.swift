import LECModel
import LECStore

/// Checks the whole file; status 1 when something is wrong.
struct VerifyVerb: Verb {
  let name = "verify"
  let usage = "[--json]"

  func run(_ call: inout Call) throws -> ExitStatus {
    let result = try call.file().verify()
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("ok", .flag(result.isOK)), ("events", .number(result.events)), ("devices", .number(result.chains)),
          (
            "problems",
            .list(
              result.problems.map { .object([("event", .number(Int($0.n))), ("fault", .text($0.fault.rawValue))]) })
          ),
        ]).written)
    } else {
      call.say(.key(result.isOK ? "cli.verify-ok" : "cli.verify-bad", [.number("count", result.events)]))
      for problem in result.problems { call.say("\(problem.n)  \(problem.fault.rawValue)") }
    }
    return result.isOK ? .done : .findings
  }
}

/// Makes the tables anew from the log.
struct RebuildVerb: Verb {
  let name = "rebuild"
  let usage = ""

  func run(_ call: inout Call) throws -> ExitStatus {
    let count = try call.file().rebuild()
    call.say(
      call.wantsJSON
        ? JSON.object([("events", .number(count))]).written
        : call.language.text("cli.rebuilt", [.number("count", count)]))
    return .done
  }
}

/// Copies the file while it is in use.
struct BackupVerb: Verb {
  let name = "backup"
  let usage = "FILE"
  let most = 1

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 1 else { throw UsageError("cli.one-file") }
    try call.file().backup(to: call.arguments.free[0])
    call.say(call.wantsJSON ? JSON.object([("file", .text(call.arguments.free[0]))]).written : call.arguments.free[0])
    return .done
  }
}

/// Brings a backup to the place of a file that is not there.
struct RestoreVerb: Verb {
  let name = "restore"
  let usage = "FILE [--file NEW]"
  let most = 1

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 1 else { throw UsageError("cli.one-file") }
    let target = call.path
    let folder = target.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    if !folder.isEmpty, !FileCare.makeFolders(folder) { throw StoreError.cannotOpen(path: target) }
    try Store.restore(from: call.arguments.free[0], to: target, world: .live()).close()
    call.say(call.wantsJSON ? JSON.object([("file", .text(target))]).written : target)
    return .done
  }
}

/// Plain facts about the file and the machine; status 1 when one should be looked at.
struct DoctorVerb: Verb {
  let name = "doctor"
  let usage = "[--json]"

  func run(_ call: inout Call) throws -> ExitStatus {
    let lines = try call.file().doctor()
    if call.wantsJSON {
      call.say(
        JSON.object([
          (
            "facts",
            .list(
              lines.map {
                .object([("subject", .text($0.subject.rawValue)), ("value", .text($0.value)), ("ok", .flag($0.isGood))])
              })
          )
        ]).written)
    } else {
      for line in lines {
        call.say(
          (line.isGood ? "  " : "! ") + call.language.text(TextKey("doctor.\(line.subject.rawValue)")) + ": "
            + line.value)
      }
    }
    return lines.allSatisfy(\.isGood) ? .done : .findings
  }
}

/// Who did what, when, on which device, newest first.
struct LogVerb: Verb {
  let name = "log"
  let usage = "[--record ID] [--limit N] [--json]"
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
    let basics = entry.kind == .basicsEdited
    return .object([
      ("id", .text(entry.id.hash.hex)), ("time", .text(entry.time.iso)), ("person", .text(entry.person)),
      ("user", .text(entry.user.text)), ("device", .text(entry.device)), ("unit", .text(entry.unit.text)),
      ("kind", .text(entry.kind?.name ?? "unknown")), ("record", .optional(entry.record?.short)),
      ("undo", .flag(entry.isUndo)), ("words", .text(entry.words)),
      (
        "changes",
        .list(
          entry.changes.map { change in
            let name = basics ? BasicsField(rawValue: change.field)?.name : StudentField(rawValue: change.field)?.name
            return .object([
              ("field", .text(name ?? String(change.field))), ("from", .text(change.from)), ("to", .text(change.to)),
            ])
          })
      ),
    ])
  }
}
