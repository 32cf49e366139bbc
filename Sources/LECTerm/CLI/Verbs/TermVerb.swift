import LECModel
import LECStore

/// Ends a term of office, or brings the department back with its spare code.
struct TermVerb: Verb {
  let name = "term"
  let usage = """
    end --unit CODE --reason TEXT --user NAME --password-stdin
    return --code SPARE-CODE [--json]
    """
  let most = 1
  var valued: Set<String> { ["unit", "reason", "code"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    if try SubVerb.of(call, ["end", "return"]) == "return" {
      let code = try CardCode.read(try call.arguments.required("code")).get()
      let recovery = try call.file().returnWithSpare(code)
      if call.wantsJSON {
        call.say(JSON.object([("recoveryCode", .text(recovery.shown))]).written)
      } else {
        call.say(.key("cli.recovery", [.text("code", recovery.shown)]))
      }
      return .done
    }
    let unit = try UnitOption.required(call)
    let reason = TextForm.clean(try call.arguments.required("reason"))
    let (user, password) = try call.person()
    try call.file().endTerm(of: unit, reason: reason, password: password, by: user)
    if call.wantsJSON {
      call.say(JSON.object([("unit", .text(unit.text)), ("ended", .flag(true))]).written)
    } else {
      let name = try call.file().unit(unit)?.name ?? unit.text
      call.say(.key("cli.term.ended", [.text("unit", name), .text("code", unit.text)]))
    }
    return .done
  }
}
