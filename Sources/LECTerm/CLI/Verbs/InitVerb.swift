import LECModel
import LECStore

/// Makes the department's file, where all trust begins.
struct InitVerb: Verb {
  let name = "init"
  let usage = "--root --name NAME [--code 00] [--training] [--json]"
  var valued: Set<String> { ["name", "code"] }
  var plain: Set<String> { ["root", "training"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.has("root") else { throw UsageError("cli.init-root") }
    let name = TextForm.clean(try call.arguments.required("name"))
    let code = UnitCode(call.arguments["code"] ?? "00")
    guard UnitRules.isCode(code, .department) else { throw Refusal(.badValue, .au04, detail: code.text) }
    let isTraining = call.arguments.has("training")
    var world = World.live()
    let now = try call.now()
    if let now {
      guard isTraining else { throw Refusal(.trainingOnly, .op04) }
      world = world.starting(at: now)
    }
    if isTraining { world.passwordCost = TrainingSet.passwordCost }
    try Places.makeFolder(of: call.path)
    _ = try Store.makeRootFile(
      at: call.path, code: code, name: name, training: isTraining, clock: now, world: world
    ) { root in
      tell(root, code, &call)
      try call.announce()
    }
    return .done
  }

  private func tell(_ root: NewRoot, _ code: UnitCode, _ call: inout Call) {
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("file", .text(call.path)), ("unit", .text(code.text)), ("user", .text(root.user.text)),
          ("firstPassword", .text(root.firstPassword)), ("spareCode", .text(root.spareCode.shown)),
          ("recoveryCode", .text(root.recoveryCode.shown)), ("root", .text(root.fingerprint)),
        ]).written)
    } else {
      call.say(.key("cli.root.user", [.text("user", root.user.text)]))
      call.say(.key("cli.root.password", [.text("password", root.firstPassword)]))
      call.say(.key("cli.root.spare", [.text("code", root.spareCode.shown)]))
      call.say(.key("cli.recovery", [.text("code", root.recoveryCode.shown)]))
    }
  }
}
