import LECModel
import LECStore

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
