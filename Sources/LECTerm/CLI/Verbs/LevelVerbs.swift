import LECModel
import LECStore

/// Takes the confirmation of a unit below back for mending.
struct ReleaseVerb: Verb {
  let name = "release"
  let usage = "--unit CODE --dataset NAME --reason TEXT --user NAME --password-stdin"
  var valued: Set<String> { ["unit", "dataset", "reason"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let unit = try UnitOption.required(call), dataset = try DatasetOption.required(call)
    let reason = TextForm.clean(try call.arguments.required("reason"))
    let (user, password) = try call.person()
    try call.file().release(dataset, of: unit, reason: reason, password: password, by: user)
    if call.wantsJSON {
      call.say(JSON.object([("unit", .text(unit.text)), ("dataset", .text(dataset.rawValue))]).written)
    }
    return .done
  }
}

/// Says that a confirmation below was checked and is right, or takes that back.
struct AcceptVerb: Verb {
  let name = "accept"
  let usage = "--unit CODE --dataset NAME [--take-back] [--words TEXT] --user NAME --password-stdin"
  var valued: Set<String> { ["unit", "dataset", "words"] }
  var plain: Set<String> { ["take-back"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let unit = try UnitOption.required(call), dataset = try DatasetOption.required(call)
    let (user, password) = try call.person()
    try call.file().accept(
      dataset, of: unit, takeBack: call.arguments.has("take-back"),
      words: TextForm.clean(call.arguments["words"] ?? ""), password: password, by: user)
    if call.wantsJSON {
      call.say(JSON.object([("unit", .text(unit.text)), ("dataset", .text(dataset.rawValue))]).written)
    }
    return .done
  }
}

/// Lets a unit below confirm after the deadline.
struct ExceptionVerb: Verb {
  let name = "exception"
  let usage = "--unit CODE --until 2024-11-15T24:00 --reason TEXT --user NAME --password-stdin"
  var valued: Set<String> { ["unit", "until", "reason"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let unit = try UnitOption.required(call)
    let text = try call.arguments.required("until")
    guard let until = Moment(iso: text) ?? CalendarDate(iso: text).map({ Moment.end(of: $0) }) else {
      throw UsageError("cli.bad-now", [.text("value", text)])
    }
    let reason = TextForm.clean(try call.arguments.required("reason"))
    let (user, password) = try call.person()
    try call.file().exempt(unit, until: until, reason: reason, password: password, by: user)
    if call.wantsJSON { call.say(JSON.object([("unit", .text(unit.text)), ("until", .text(until.iso))]).written) }
    return .done
  }
}

/// Review notes and their answers.
struct NoteVerb: Verb {
  let name = "note"
  let usage = """
    list [--unit CODE] [--json]
    write --unit CODE --words TEXT --user NAME --password-stdin
    answer ID --words TEXT --user NAME --password-stdin
    """
  let most = 2
  var valued: Set<String> { ["unit", "words"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch try SubVerb.of(call, ["list", "write", "answer"]) {
    case "write":
      let unit = try UnitOption.required(call)
      let words = TextForm.clean(try call.arguments.required("words"))
      let (user, _) = try call.person()
      try call.file().note(unit, words: words, by: user)
    case "answer":
      let words = TextForm.clean(try call.arguments.required("words"))
      let (user, _) = try call.person()
      let store = try call.file()
      guard let own = try store.ownUnit(), let id = call.arguments.free.dropFirst().first,
        let note = try store.notes(about: own.code).first(where: { $0.id.hash.hex.hasPrefix(id) })
      else { throw UsageError("cli.one-id") }
      try store.answer(note: note.id, words: words, by: user)
    default: try list(&call)
    }
    return .done
  }

  private func list(_ call: inout Call) throws {
    let store = try call.file()
    guard let unit = try call.arguments["unit"].map({ UnitCode($0) }) ?? store.ownUnit()?.code else { return }
    let notes = try store.notes(about: unit)
    if call.wantsJSON {
      let rows = notes.map { note -> JSON in
        .object([
          ("id", .text(note.id.hash.hex)), ("unit", .text(note.unit.text)), ("from", .text(note.from)),
          ("person", .text(note.person)), ("at", .text(note.at.iso)), ("words", .text(note.words)),
          (
            "answers",
            .list(
              note.answers.map {
                .object([("person", .text($0.person)), ("at", .text($0.at.iso)), ("words", .text($0.words))])
              })
          ),
        ])
      }
      call.say(JSON.object([("notes", .list(rows))]).written)
    } else {
      for note in notes {
        call.say("\(RecordID(note.id).short)  \(note.at.iso)  \(note.from)  \(note.words)")
        for answer in note.answers { call.say("    \(answer.at.iso)  \(answer.person)  \(answer.words)") }
      }
    }
  }
}
