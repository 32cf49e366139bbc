import LECModel
import LECStore

/// Takes the institution's own confirmation back.
struct UnconfirmVerb: Verb {
  let name = "unconfirm"
  let usage = "--dataset students|basics --reason TEXT --user NAME --password-stdin"
  var valued: Set<String> { ["dataset", "reason", "unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let dataset = try DatasetOption.required(call)
    let reason = TextForm.clean(try call.arguments.required("reason"))
    try UnitOption.check(&call)
    let (user, password) = try call.person()
    try call.file().cancelConfirmation(dataset, reason: reason, password: password, by: user)
    if call.wantsJSON { call.say(JSON.object([("dataset", .text(dataset.rawValue))]).written) }
    return .done
  }
}
