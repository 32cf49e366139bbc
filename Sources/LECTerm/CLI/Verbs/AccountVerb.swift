import LECModel
import LECStore

/// What the log-in screens do, for scripts: the first profile, another password, the hand-over.
struct AccountVerb: Verb {
  let name = "account"
  let usage = """
    profile --first NAME --last NAME --position TEXT --phone NUMBER --user NAME --password-stdin
    password --user NAME --password-stdin
    hand-over [--note TEXT] --user NAME --password-stdin
    """
  let most = 1
  var valued: Set<String> { ["first", "last", "position", "phone", "note"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 1 else { throw UsageError("cli.account-what") }
    switch call.arguments.free[0] {
    case "profile":
      let first = TextForm.clean(try call.arguments.required("first")),
        last = TextForm.clean(try call.arguments.required("last"))
      let position = TextForm.clean(try call.arguments.required("position"))
      guard case .success(let phone) = FieldReading.phone(TextForm.clean(try call.arguments.required("phone"))) else {
        throw FieldRefused(name: "basics.phone", problem: .phone)
      }
      let (user, password) = try call.person()
      guard let new = try call.input.line() else { throw UsageError("cli.new-password") }
      try call.file().makeProfile(
        user, currentPassword: password, first: first, last: last, position: position, phone: phone, newPassword: new)
    case "password":
      let (user, password) = try call.person()
      guard let new = try call.input.line() else { throw UsageError("cli.new-password") }
      try call.file().changePassword(user, from: password, to: new)
    case "hand-over":
      let (user, password) = try call.person()
      let first = try call.file().handOver(user, password: password, note: TextForm.clean(call.arguments["note"] ?? ""))
      call.say(
        call.wantsJSON ? JSON.object([("user", .text(user.text)), ("firstPassword", .text(first))]).written : first)
      return .done
    default: throw UsageError("cli.account-what")
    }
    if call.wantsJSON { call.say(JSON.object([("user", .optional(call.arguments["user"]))]).written) }
    return .done
  }
}
