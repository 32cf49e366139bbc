import LECModel
import LECStore

/// Makes a made-up training set, a file for each unit; without a folder it opens the interface on a throw-away one.
struct DemoVerb: Verb {
  let name = "demo"
  let usage =
    "[--dir DIR] [--size tiny|district|province|nation] [--provinces N] [--seed N] [--policy reconfirm|release|open] [--json]"
  var valued: Set<String> { ["dir", "size", "seed", "policy", "children", "provinces"] }
  var plain: Set<String> { ["plain", "no-mouse"] }

  /// One file of the province with everything below it: 10 local authorities, or 200.
  private func makeProvince(isWhole: Bool, _ call: inout Call) throws -> ExitStatus {
    let seed = try call.arguments.number("seed") ?? 1
    let children = try call.arguments.number("children", from: 1) ?? 100
    guard let folder = call.arguments["dir"] else { throw UsageError("cli.missing", [.text("option", "--dir")]) }
    guard FileCare.makeFolders(folder) else { throw StoreError.cannotOpen(path: folder) }
    let plan = TrainingProvince(
      authorities: isWhole ? 200 : 10, institutionsEach: 3, childrenEach: children, seed: UInt64(seed))
    let file = folder + "/99.db"
    try plan.make(at: file, world: .live()).close()
    try say(TrainingProvince.user.text, .province, file, in: folder, &call)
    return .done
  }

  private func say(_ user: String, _ role: Role, _ file: String, in folder: String, _ call: inout Call) throws {
    if call.wantsJSON {
      let account = JSON.object([
        ("unit", .text(user)), ("role", .text(role.rawValue)), ("user", .text(user)),
        ("password", .text(TrainingSet.password)), ("file", .text(file)), ("firstLogin", .flag(false)),
      ])
      call.say(JSON.object([("dir", .text(folder)), ("accounts", .list([account]))]).written)
    } else {
      call.say("\(user)  \(TrainingSet.password)  \(file)")
    }
  }

  /// The department's file, and beside it a letter box with a file from every province and every institution.
  private func makeNation(_ call: inout Call) throws -> ExitStatus {
    let seed = try call.arguments.number("seed") ?? 1
    let children = try call.arguments.number("children", from: 1) ?? 80
    let provinces = try call.arguments.number("provinces", from: 1) ?? 76
    guard provinces <= 98 else { throw UsageError("cli.demo-size", [.text("size", String(provinces))]) }
    guard let folder = call.arguments["dir"] else { throw UsageError("cli.missing", [.text("option", "--dir")]) }
    for place in ["", "/provinces", "/institutions"] {
      guard FileCare.makeFolders(folder + place) else { throw StoreError.cannotOpen(path: folder + place) }
    }
    let file = folder + "/" + TrainingNation.user.text + ".db"
    let nation = TrainingNation(provinces: provinces, childrenEach: children, seed: UInt64(seed))
    try nation.make(at: file, world: .live()) { name, bytes in
      let place = name.utf8.count < 8 ? "/provinces/" : "/institutions/"
      try FileCare.write(bytes, to: folder + place + name)
    }.close()
    try say(TrainingNation.user.text, .department, file, in: folder, &call)
    return .done
  }

  func run(_ call: inout Call) throws -> ExitStatus {
    let size = call.arguments["size"] ?? "tiny"
    if size == "district" || size == "province" { return try makeProvince(isWhole: size == "province", &call) }
    if size == "nation" { return try makeNation(&call) }
    if size != "tiny" { throw UsageError("cli.demo-size", [.text("size", size)]) }
    let seed = try call.arguments.number("seed") ?? 1
    let children = try call.arguments.number("children", from: 1)
    guard let policy = EditPolicy(rawValue: call.arguments["policy"] ?? "release") else {
      throw UsageError.choice("--policy", call.arguments["policy"] ?? "", EditPolicy.allCases.map(\.rawValue))
    }
    guard let folder = call.arguments["dir"] ?? Places.throwAway() else { throw StoreError.cannotOpen(path: "/tmp") }
    guard FileCare.makeFolders(folder) else { throw StoreError.cannotOpen(path: folder) }
    let sets = TrainingTree.sets(policy, seed: UInt64(seed), children: children)
    var round = TrainingSet(.school, policy: policy).round
    round.policy = policy
    let tree = TrainingTree(folder: folder, round: round, world: World.live().starting(at: TrainingSet.clock))
    let people = TrainingTree.accounts(sets)
    let files = people.map { tree.path($0.unit.code) }
    if let there = files.first(where: { FileCare.exists($0) }) { throw StoreError.exists(path: there) }
    try tree.make(sets)
    tree.close()
    var accounts: [JSON] = []
    for person in people {
      let file = tree.path(person.unit.code)
      accounts.append(
        .object([
          ("unit", .text(person.unit.code.text)), ("role", .text(person.account.account.role.rawValue)),
          ("user", .text(person.account.account.user.text)), ("password", .text(person.account.password)),
          ("file", .text(file)), ("firstLogin", .flag(person.account.profile == nil)),
        ]))
      if !call.wantsJSON, call.arguments["dir"] != nil {
        call.say("\(person.account.account.user.text)  \(person.account.password)  \(file)  \(person.unit.name)")
      }
    }
    if call.wantsJSON {
      call.say(JSON.object([("dir", .text(folder)), ("accounts", .list(accounts))]).written)
      return .done
    }
    guard call.arguments["dir"] == nil, let file = files.first else { return .done }
    var options = RunOptions(file: file)
    options.language = call.arguments["lang"].flatMap { Language.Code(rawValue: $0) }
    options.isPlain = call.arguments.has("plain")
    options.hasMouse = !call.arguments.has("no-mouse")
    options.now = try call.now()
    defer { Places.throwAway(folder) }
    return ExitStatus(rawValue: App.run(options)) ?? .cannotOpen
  }
}
