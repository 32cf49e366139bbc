import LECModel
import LECStore

/// Makes a new file for the unit that a starter file is for.
struct JoinVerb: Verb {
  let name = "join"
  let usage = "STARTER.lec --card CARD [--json]"
  let most = 1
  var valued: Set<String> { ["card"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    guard let path = call.arguments.free.first else { throw UsageError("cli.one-file") }
    let card = try call.arguments.required("card")
    // A slip of the pen in the code is told before anything is read.
    _ = try CardCode.read(card).get()
    _ = try Joining.join(at: call.path, starter: try BundleFiles.read(path), card: card, now: try call.now()) {
      joined in
      tell(joined, &call)
      try call.announce()
    }
    return .done
  }

  private func tell(_ joined: Joined, _ call: inout Call) {
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("file", .text(call.path)), ("unit", .text(joined.unit.code.text)), ("user", .text(joined.user.text)),
          ("fingerprint", .text(joined.fingerprint)), ("recoveryCode", .optional(joined.recoveryCode?.shown)),
        ]).written)
    } else {
      call.say(.key("cli.joined", [.text("unit", joined.unit.name), .text("user", joined.user.text)]))
      call.say(joined.isOwnCard ? "join.ownCard" : .key("cli.fingerprint", [.text("code", joined.fingerprint)]))
      if let recovery = joined.recoveryCode { call.say(.key("cli.recovery", [.text("code", recovery.shown)])) }
    }
  }
}
