import LECModel
import LECStore

/// Makes a made-up training set, a file for each unit; without a folder it opens the interface on a throw-away one.
struct DemoVerb: Verb {
  let name = "demo"
  let usage = """
    [--dir DIR] [--size tiny|district|province|nation] [--provinces N] [--seed N] [--policy reconfirm|release|open] [--json]
    --list [--size tiny|district] [--seed N] [--json]
    mark [NAME] --dir DIR [--json]
    reset [NAME] --dir DIR [--json]
    clock before|last|after|TIME --dir DIR [--json]
    send --from CODE --to CODE [--delta] [--fate arrives|box|twice|damaged|lost|late] --dir DIR [--json]
    deliver [NAME] [--fate arrives|box|twice|damaged|lost|late] --dir DIR [--json]
    """
  let most = 2
  var valued: Set<String> { ["dir", "size", "seed", "policy", "children", "provinces", "from", "to", "fate"] }
  var plain: Set<String> { ["plain", "no-mouse", "list", "delta"] }

  enum Size: String, CaseIterable { case tiny, district, province, nation }

  func run(_ call: inout Call) throws -> ExitStatus {
    if !call.arguments.free.isEmpty { return try DemoWork(&call).run(&call) }
    let word = call.arguments["size"] ?? Size.tiny.rawValue
    guard let size = Size(rawValue: word) else { throw UsageError("cli.demo-size", [.text("size", word)]) }
    guard let policy = EditPolicy(rawValue: call.arguments["policy"] ?? "release") else {
      throw UsageError.choice("--policy", call.arguments["policy"] ?? "", EditPolicy.allCases.map(\.rawValue))
    }
    let seed = UInt64(try call.arguments.number("seed") ?? 1)
    let children = try call.arguments.number("children", from: 1)
    switch size {
    case .tiny, .district:
      let plan =
        size == .tiny
        ? TrainingPlan.tiny(policy, seed: seed, children: children)
        : TrainingPlan.district(policy, seed: seed, children: children)
      if call.arguments.has("list") { return try DemoList(plan).say(&call) }
      return try makeTree(plan, policy, &call)
    case .province, .nation:
      if call.arguments.has("list") { throw UsageError("cli.demo-list", [.text("size", word)]) }
      return try DemoHeap(seed: seed, children: children, policy: policy).make(size, &call)
    }
  }

  /// A file for every unit of the plan.
  private func makeTree(_ plan: TrainingPlan, _ policy: EditPolicy, _ call: inout Call) throws -> ExitStatus {
    let kept = call.arguments["dir"]
    // A script that asks for no folder is told one, and keeps it.
    let passing = try kept == nil && !call.wantsJSON ? ThrowAwayFolder(in: Places.passing) : nil
    guard let folder = kept ?? passing?.path ?? Places.newFolder() else {
      throw StoreError.cannotOpen(path: Places.passing)
    }
    guard FileCare.makeFolders(folder) else { throw StoreError.cannotOpen(path: folder) }
    let people = plan.accounts
    func place(_ unit: UnitCode) -> String { folder + "/" + unit.text + ".db" }
    // A set that is thrown away at the end is made where it lies.
    let half = try kept.map { try DemoPlace.half(in: $0, people.map { place($0.unit.code) }) }
    let tree = TrainingTree(folder: half?.path ?? folder, round: plan.round(policy), world: Self.world(plan.seed))
    try tree.make(plan)
    tree.close()
    try TrainingMarks.setFirst(in: tree.folder)
    let list = DemoList(plan)
    if let half {
      try list.write(to: half.path, call.language)
      try half.finish()
    }
    var accounts: [JSON] = []
    for person in people {
      let file = place(person.unit.code)
      accounts.append(
        .object([
          ("unit", .text(person.unit.code.text)), ("role", .text(person.account.account.role.rawValue)),
          ("user", .text(person.account.account.user.text)), ("password", .text(person.account.password)),
          ("file", .text(file)), ("firstLogin", .flag(person.account.profile == nil)),
        ]))
      if !call.wantsJSON, kept != nil {
        call.say("\(person.account.account.user.text)  \(person.account.password)  \(file)  \(person.unit.name)")
      }
    }
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("dir", .text(folder)), ("accounts", .list(accounts)), ("problems", list.json(call.language)),
        ]).written)
      return .done
    }
    guard kept == nil, let file = people.first.map({ place($0.unit.code) }) else {
      call.say(.key("demo.where", [.text("file", DemoList.path(in: folder))]))
      return .done
    }
    var options = RunOptions(file: file)
    options.language = call.arguments["lang"].flatMap { Language.Code(rawValue: $0) }
    options.isPlain = call.arguments.has("plain")
    options.hasMouse = !call.arguments.has("no-mouse")
    options.now = try call.now()
    return withExtendedLifetime(passing) { ExitStatus(rawValue: App.run(options)) ?? .cannotOpen }
  }

  /// The three days before the moment at which training files stand, with luck that follows from the seed.
  static func world(_ seed: UInt64) -> World {
    World.live().seeded(seed, from: TrainingSet.clock - 3 * 86_400_000, until: TrainingSet.clock)
  }
}
