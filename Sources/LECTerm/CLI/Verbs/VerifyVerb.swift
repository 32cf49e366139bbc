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
