import LECModel
import LECStore

/// Cards and machines: hands out, accepts, and gives a receiving unit's machine its key back.
struct CardVerb: Verb {
  let name = "card"
  let usage = """
    issue --unit CODE|--all [--out DIR] [--sheet FILE.txt|csv|xlsx|pdf] --user NAME --password-stdin [--json]
    list [--json]
    accept --unit CODE [--join ID] --user NAME --password-stdin
    recover --code RECOVERY-CODE
    """
  let most = 1
  var valued: Set<String> { ["unit", "out", "join", "code", "sheet"] }
  var plain: Set<String> { ["all"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch try SubVerb.of(call, ["issue", "list", "accept", "recover"]) {
    case "issue": try issue(&call)
    case "accept": try accept(&call)
    case "recover":
      try call.file().recoverBoxKey(try CardCode.read(try call.arguments.required("code")).get())
      call.say(call.wantsJSON ? JSON.object([("ok", .flag(true))]).written : call.language.text("cli.card.recovered"))
    default: try list(&call)
    }
    return .done
  }

  private func issue(_ call: inout Call) throws {
    let (user, password) = try call.person()
    let store = try call.file()
    var units: [UnitCode] = []
    if call.arguments.has("all") {
      guard let own = try store.ownUnit() else { throw Refusal(.notYourUnit, .au04) }
      units = try store.children(of: own).filter(\.isOpen).map(\.code)
    } else {
      units = [try UnitOption.required(call)]
    }
    let sheet = try sheet(call)
    if let folder = call.arguments["out"], !FileCare.isFolder(folder) { throw StoreError.cannotOpen(path: folder) }
    var made: [JSON] = []
    var cards: [NewCard] = []
    do {
      for unit in units { try issue(unit, password, user, &cards, &made, &call) }
    } catch {
      // The codes of those that were issued can't be had again, whatever stopped the next one.
      guard !made.isEmpty else { throw error }
      if call.wantsJSON { call.say(JSON.object([("cards", .list(made))]).written) }
      try call.pass()
      throw error
    }
    if let (path, format) = sheet {
      let words = ReportTexts.words(call.language)
      let paper = Document.cards(cards, from: try store.ownUnit(), made: store.now(), words)
      try CardSheet.write(cards, paper, as: format, to: path, words)
    }
    if call.wantsJSON {
      call.say(JSON.object([("cards", .list(made))]).written)
    } else {
      call.say(.key("cli.card.two-ways", []))
    }
  }

  private func issue(
    _ unit: UnitCode, _ password: String, _ user: UserName, _ cards: inout [NewCard], _ made: inout [JSON],
    _ call: inout Call
  ) throws {
    let card = try call.file().issueCard(for: unit, password: password, by: user)
    cards.append(card)
    let path = BundleFiles.join(call.arguments["out"], card.starter.name)
    try BundleFiles.put(card.starter, to: path, of: call.file(), forOthers: false)
    made.append(
      .object([
        ("unit", .text(card.unit.code.text)), ("user", .text(card.user.text)), ("card", .text(card.code.shown)),
        ("purpose", .text(card.purpose.rawValue)), ("starter", .text(path)),
      ]))
    if call.wantsJSON { return }
    call.say(
      .key(
        "cli.card",
        [.text("unit", card.unit.name), .text("user", card.user.text), .text("code", card.code.shown)]))
    call.say("  " + path)
  }

  /// Where the sheet of cards goes: looked at before a card is issued, for its secret can't be had again.
  private func sheet(_ call: Call) throws -> (path: String, format: PaperFormat)? {
    guard let path = call.arguments["sheet"] else { return nil }
    if FileCare.exists(path) { throw StoreError.exists(path: path) }
    guard let format = PaperFormat(ending: path) else {
      throw UsageError.choice("--sheet", path, PaperFormat.allCases.map { "FILE.\($0.rawValue)" })
    }
    if format == .pdf, !PaperFiles.makesPDF { throw PaperProblem.notInstalled }
    return (path, format)
  }

  private func list(_ call: inout Call) throws {
    let joins = try call.file().openJoins()
    if call.wantsJSON {
      let rows = joins.map { join -> JSON in
        .object([
          ("join", .text(join.join.hash.hex)), ("unit", .text(join.unit.code.text)), ("device", .text(join.device)),
          ("fingerprint", .text(join.fingerprint)), ("at", .text(join.at.iso)), ("rivals", .number(join.rivals)),
          ("late", .flag(join.isLate)),
        ])
      }
      call.say(JSON.object([("joins", .list(rows))]).written)
    } else {
      for join in joins {
        call.say("\(RecordID(join.join).short)  \(join.unit.code.text)  \(join.unit.name)  \(join.fingerprint)")
        if join.rivals > 0 { call.say(call.language.text("cards.rivals")) }
        if join.isLate { call.say(call.language.text("cards.late")) }
      }
    }
  }

  private func accept(_ call: inout Call) throws {
    let unit = try UnitOption.required(call)
    let (user, password) = try call.person()
    let store = try call.file()
    var joins = try store.openJoins().filter { $0.unit.code == unit }
    if let id = call.arguments["join"] { joins = joins.filter { $0.join.hash.hex.hasPrefix(id) } }
    guard let join = joins.first else { throw UsageError("cli.no-join") }
    guard joins.count == 1 else { throw UsageError("cli.many-joins") }
    try store.acceptJoin(join.join, password: password, by: user)
    if call.wantsJSON { call.say(JSON.object([("unit", .text(unit.text)), ("accepted", .flag(true))]).written) }
  }
}
