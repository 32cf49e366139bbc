import LECModel
import LECStore

/// Schools of other affiliations and their head counts.
struct OtherVerb: Verb {
  let name = "other"
  let usage = """
    list [--unit CODE] [--json]
    add --code CODE --name NAME --affiliation NAME --user NAME --password-stdin
    count --code CODE K1=10 K2=12 ... [--rest 0] --user NAME --password-stdin
    dissolve --code CODE --user NAME --password-stdin
    """
  let most = 12
  var valued: Set<String> { ["unit", "code", "name", "affiliation", "rest"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch try SubVerb.of(call, ["list", "add", "count", "dissolve"]) {
    case "add": try add(&call)
    case "count": try count(&call)
    case "dissolve":
      let (user, _) = try call.person()
      var row = try self.row(&call)
      row.school.isDissolved = true
      try call.file().editOtherSchool(row.record, row.school, by: user)
    default: try list(&call)
    }
    return .done
  }

  private func row(_ call: inout Call) throws -> OtherSchoolRow {
    let store = try call.file()
    let code = try call.arguments.required("code")
    guard let own = try store.ownUnit(), let round = try store.currentRound(),
      let row = try store.otherSchools(of: own.code, round: round.key).first(where: { $0.school.code == code })
    else { throw Refusal(.noSuchRecord, .oa06, detail: code) }
    return row
  }

  private func add(_ call: inout Call) throws {
    let school = OtherSchool(
      code: try call.arguments.required("code"), name: TextForm.clean(try call.arguments.required("name")),
      affiliation: try call.arguments.required("affiliation"))
    let (user, _) = try call.person()
    try call.file().addOtherSchool(school, by: user)
  }

  private func count(_ call: inout Call) throws {
    let (user, _) = try call.person()
    let row = try self.row(&call)
    var cells: [OtherCounting.Cell] = []
    for word in call.arguments.free.dropFirst() {
      let parts = word.split(separator: "=").map(String.init)
      guard parts.count == 2, let grade = Grade(rawValue: parts[0]), let total = Int64(parts[1]) else {
        throw UsageError.choice("GRADE=COUNT", word, OtherSchoolRow.grades.map { $0.rawValue + "=0" })
      }
      cells.append(OtherCounting.Cell(grade: grade, total: total))
    }
    if let rest = try call.arguments.number("rest") {
      for grade in OtherSchoolRow.grades where !cells.contains(where: { $0.grade == grade }) {
        cells.append(OtherCounting.Cell(grade: grade, total: Int64(rest)))
      }
    }
    try call.file().countOther(row.record, cells, by: user)
  }

  private func list(_ call: inout Call) throws {
    let store = try call.file()
    guard let unit = try call.arguments["unit"].map({ UnitCode($0) }) ?? store.ownUnit()?.code,
      let round = try store.currentRound()
    else { throw Refusal(.noRound, .op04, level: .department) }
    let rows = try store.otherSchools(of: unit, round: round.key)
    if call.wantsJSON {
      let list = rows.map { row -> JSON in
        .object([
          ("code", .text(row.school.code)), ("name", .text(row.school.name)),
          ("affiliation", .text(row.school.affiliation)), ("dissolved", .flag(row.school.isDissolved)),
          ("complete", .flag(row.isComplete)), ("total", .number(Int(row.total))),
          ("counts", .object(row.cells.map { ($0.grade.rawValue, .number(Int($0.total))) })),
          ("before", .object(row.before.map { ($0.grade.rawValue, .number(Int($0.total))) })),
        ])
      }
      call.say(JSON.object([("schools", .list(list))]).written)
    } else {
      for row in rows {
        let cells = row.cells.map { "\($0.grade.rawValue)=\($0.total)" }.joined(separator: " ")
        call.say("\(row.school.code)  \(row.school.affiliation)  \(row.school.name)  \(row.total)  \(cells)")
      }
      call.say("\(call.language.text("cli.sum"))  \(rows.reduce(0) { $0 + $1.total })")
    }
  }
}
