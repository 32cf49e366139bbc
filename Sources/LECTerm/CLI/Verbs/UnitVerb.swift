import LECModel
import LECStore

/// The tree: who hangs where.
struct UnitVerb: Verb {
  let name = "unit"
  let usage = """
    list [--search TEXT] [--json]
    add --code CODE --kind KIND --name NAME [--parent CODE] [--district NAME] [--province NAME] [--office CODE] [--no-computer]
    edit --code CODE [--name NAME] [--parent CODE] [--office CODE] [--no-computer|--computer]
    close --code CODE [--into CODE] [--date YYYY-MM-DD]
    """
  let most = 1
  var valued: Set<String> {
    ["code", "kind", "name", "parent", "district", "province", "office", "into", "date", "search"]
  }
  var plain: Set<String> { ["no-computer", "computer"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch try SubVerb.of(call, ["list", "add", "edit", "close"]) {
    case "add": try add(&call)
    case "edit": try edit(&call)
    case "close": try close(&call)
    default: try list(&call)
    }
    return .done
  }

  private func list(_ call: inout Call) throws {
    let store = try call.file()
    let units = try call.arguments["search"].map { try store.search(units: $0) } ?? store.units()
    if call.wantsJSON {
      let rows = units.map { unit -> JSON in
        .object([
          ("code", .text(unit.code.text)), ("kind", .text(unit.kind.rawValue)), ("name", .text(unit.name)),
          ("parent", .optional(unit.parent?.text)), ("office", .optional(unit.office?.text)),
          ("district", .text(unit.district)), ("province", .text(unit.province)),
          ("noComputer", .flag(unit.hasNoComputer)), ("closed", .optional(unit.closed?.iso)),
          ("successor", .optional(unit.successor?.text)),
        ])
      }
      call.say(JSON.object([("units", .list(rows))]).written)
    } else {
      for unit in units {
        let kind = call.language.text(TextKey("unitKind.\(unit.kind.rawValue)"))
        call.say("\(unit.code.text)  \(kind)  \(unit.name)  \(unit.closed?.iso ?? "")")
      }
    }
  }

  private func add(_ call: inout Call) throws {
    let kindText = try call.arguments.required("kind")
    guard let kind = UnitKind(rawValue: kindText) else {
      throw UsageError.choice("--kind", kindText, UnitKind.allCases.map(\.rawValue))
    }
    let code = UnitCode(try call.arguments.required("code"))
    let name = TextForm.clean(try call.arguments.required("name"))
    let (user, _) = try call.person()
    let store = try call.file()
    let own = try store.ownUnit()
    var unit = Unit(
      code: code, kind: kind, name: name, parent: call.arguments["parent"].map { UnitCode($0) } ?? own?.code,
      district: TextForm.clean(call.arguments["district"] ?? own?.district ?? ""),
      province: TextForm.clean(call.arguments["province"] ?? own?.province ?? ""))
    unit.office = call.arguments["office"].map { UnitCode($0) }
    unit.hasNoComputer = call.arguments.has("no-computer")
    try store.addUnit(unit, by: user)
    told(code, &call)
  }

  private func edit(_ call: inout Call) throws {
    let code = UnitCode(try call.arguments.required("code"))
    let (user, _) = try call.person()
    let arguments = call.arguments
    try call.file().editUnit(code, by: user) { unit in
      if let name = arguments["name"] { unit.name = TextForm.clean(name) }
      if let parent = arguments["parent"] { unit.parent = UnitCode(parent) }
      if let office = arguments["office"] { unit.office = UnitCode(office) }
      if let district = arguments["district"] { unit.district = TextForm.clean(district) }
      if arguments.has("no-computer") { unit.hasNoComputer = true }
      if arguments.has("computer") { unit.hasNoComputer = false }
    }
    told(code, &call)
  }

  private func close(_ call: inout Call) throws {
    let code = UnitCode(try call.arguments.required("code"))
    let (user, _) = try call.person()
    let store = try call.file()
    var day = store.now().date
    if let text = call.arguments["date"] {
      guard let read = CalendarDate(iso: text) else { throw UsageError("cli.bad-now", [.text("value", text)]) }
      day = read
    }
    try store.closeUnit(code, on: day, into: call.arguments["into"].map { UnitCode($0) }, by: user)
    told(code, &call)
  }

  private func told(_ code: UnitCode, _ call: inout Call) {
    if call.wantsJSON { call.say(JSON.object([("unit", .text(code.text))]).written) }
  }
}
