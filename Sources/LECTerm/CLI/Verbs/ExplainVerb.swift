import LECModel
import LECStore

/// Explains a query of a child in words.
struct ExplainVerb: Verb {
  let name = "explain"
  let usage = "ID [--unit CODE] --check NAME --words TEXT --user NAME --password-stdin"
  let most = 1
  var valued: Set<String> { ["unit", "check", "words"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 1 else { throw UsageError("cli.one-id") }
    try UnitOption.check(&call)
    let check = try call.arguments.required("check"), words = try call.arguments.required("words")
    let found = try call.file().students(named: call.arguments.free[0])
    guard found.count == 1 else { throw Refusal(.noSuchRecord, .pu11, detail: call.arguments.free[0]) }
    let findings = try call.file().findings(of: found[0].id)
    guard let finding = findings.first(where: { $0.check.rawValue == check }) else {
      throw UsageError.choice("--check", check, findings.map(\.check.rawValue))
    }
    try call.file().explain(finding, words: TextForm.clean(words), by: call.person().user)
    if call.wantsJSON {
      call.say(JSON.object([("record", .text(found[0].id.short)), ("check", .text(check))]).written)
    }
    return .done
  }
}
