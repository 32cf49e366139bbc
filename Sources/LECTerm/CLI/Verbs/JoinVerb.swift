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
    let code = try CardCode.read(try call.arguments.required("card")).get()
    let bytes = try BundleFiles.read(path)
    var world = World.live()
    var clock: Moment?
    let header = try Container.inspect(bytes)
    if header.training {
      let start = try call.now() ?? TrainingSet.clock
      clock = start
      world = world.starting(at: start)
      world.passwordCost = TrainingSet.passwordCost
    } else if try call.now() != nil {
      throw Refusal(.trainingOnly, .op04)
    }
    do {
      _ = try Store.makeJoined(at: call.path, starter: bytes, card: code, clock: clock, world: world) { joined in
        tell(joined, &call)
        try call.announce()
      }
    } catch BundleError.badCard where header.kind == .starter {
      // A slip of the pen was told before: this is the code of a card, and not of the one that goes with the file.
      throw WrongCard(unit: header.to.first ?? header.from)
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
      call.say(.key("cli.fingerprint", [.text("code", joined.fingerprint)]))
      if let recovery = joined.recoveryCode { call.say(.key("cli.recovery", [.text("code", recovery.shown)])) }
    }
  }
}
