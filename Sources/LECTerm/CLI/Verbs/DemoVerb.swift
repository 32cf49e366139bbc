import LECModel
import LECStore

/// Makes a made-up training set, a file for each unit; without a folder it opens the interface on a throw-away one.
struct DemoVerb: Verb {
  let name = "demo"
  let usage = "[--dir DIR] [--size tiny] [--seed N] [--policy reconfirm|release|open] [--json]"
  var valued: Set<String> { ["dir", "size", "seed", "policy", "children"] }
  var plain: Set<String> { ["plain", "no-mouse"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    if let size = call.arguments["size"], size != "tiny" { throw UsageError("cli.demo-size", [.text("size", size)]) }
    let seed = try call.arguments.number("seed") ?? 1
    let children = try call.arguments.number("children", from: 1)
    guard let policy = EditPolicy(rawValue: call.arguments["policy"] ?? "release") else {
      throw UsageError.choice("--policy", call.arguments["policy"] ?? "", EditPolicy.allCases.map(\.rawValue))
    }
    guard let folder = call.arguments["dir"] ?? Places.throwAway() else { throw StoreError.cannotOpen(path: "/tmp") }
    let sets = TrainingSet.Kind.allCases.map { TrainingSet($0, policy: policy, seed: UInt64(seed), children: children) }
    let files = sets.map { folder + "/" + $0.unit.code.text + ".db" }
    guard FileCare.makeFolders(folder) else { throw StoreError.cannotOpen(path: folder) }
    if let there = files.first(where: { FileCare.exists($0) }) { throw StoreError.exists(path: there) }
    var accounts: [JSON] = []
    for (set, file) in zip(sets, files) {
      try set.make(at: file, world: .live()).close()
      for account in set.accounts {
        accounts.append(
          .object([
            ("unit", .text(set.unit.code.text)), ("role", .text(account.account.role.rawValue)),
            ("user", .text(account.account.user.text)), ("password", .text(account.password)), ("file", .text(file)),
            ("firstLogin", .flag(account.profile == nil)),
          ]))
        if !call.wantsJSON, call.arguments["dir"] != nil {
          call.say("\(account.account.user.text)  \(account.password)  \(file)")
        }
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
    defer { Places.throwAway(folder, files: files) }
    return ExitStatus(rawValue: App.run(options)) ?? .cannotOpen
  }
}
