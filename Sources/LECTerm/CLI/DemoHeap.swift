import LECModel
import LECStore

/// The large training sets: a province or the department in one file, because nobody opens thousands of them.
@MainActor struct DemoHeap {
  let seed: UInt64
  let children: Int?
  let policy: EditPolicy

  func make(_ size: DemoVerb.Size, _ call: inout Call) throws -> ExitStatus {
    guard let folder = call.arguments["dir"] else { throw UsageError("cli.missing", [.text("option", "--dir")]) }
    return size == .nation ? try makeNation(folder, &call) : try makeProvince(folder, &call)
  }

  /// One file of the province with everything below it: 200 local authorities.
  private func makeProvince(_ folder: String, _ call: inout Call) throws -> ExitStatus {
    guard FileCare.makeFolders(folder) else { throw StoreError.cannotOpen(path: folder) }
    let plan = TrainingProvince(
      authorities: 200, institutionsEach: 3, childrenEach: children ?? 100, seed: seed, policy: policy)
    let name = "/" + TrainingProvince.user.text + ".db", file = folder + name
    let half = try DemoPlace.half(in: folder, [file])
    try plan.make(at: half.path + name, world: DemoVerb.world(seed)).closeTidily()
    try TrainingMarks.setFirst(in: half.path)
    try half.finish()
    say(TrainingProvince.user.text, .province, file, in: folder, &call)
    return .done
  }

  /// The department's file, and beside it a letter box with a file from every province and every institution.
  private func makeNation(_ folder: String, _ call: inout Call) throws -> ExitStatus {
    let provinces = try call.arguments.number("provinces", from: 1) ?? 76
    guard provinces <= 98 else { throw UsageError("cli.demo-size", [.text("size", String(provinces))]) }
    guard FileCare.makeFolders(folder) else { throw StoreError.cannotOpen(path: folder) }
    let name = "/" + TrainingNation.user.text + ".db", file = folder + name
    let boxes = ["/provinces", "/institutions"]
    let half = try DemoPlace.half(in: folder, [file] + boxes.map { folder + $0 })
    for box in boxes {
      guard FileCare.makeFolders(half.path + box) else { throw StoreError.cannotOpen(path: folder + box) }
    }
    let nation = TrainingNation(provinces: provinces, childrenEach: children ?? 80, seed: seed)
    try nation.make(at: half.path + name, world: DemoVerb.world(seed)) { name, bytes in
      let place = name.utf8.count < 8 ? "/provinces/" : "/institutions/"
      try FileCare.write(bytes, to: half.path + place + name, isSynced: false, sweeps: false)
    }.closeTidily()
    try TrainingMarks.setFirst(in: half.path)
    try half.finish()
    say(TrainingNation.user.text, .department, file, in: folder, &call)
    return .done
  }

  private func say(_ user: String, _ role: Role, _ file: String, in folder: String, _ call: inout Call) {
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
}
