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
    if try Container.inspect(bytes).training {
      world = world.starting(at: try call.now() ?? TrainingSet.clock)
      world.passwordCost = TrainingSet.passwordCost
    } else if try call.now() != nil {
      throw Refusal(.trainingOnly, .op04)
    }
    let (store, joined) = try Store.join(at: call.path, starter: bytes, card: code, world: world)
    defer { store.close() }
    if store.isTraining { try store.set(Setting.trainingClock, to: (try call.now() ?? TrainingSet.clock).iso) }
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
    return .done
  }
}
