import LECModel
import LECStore

/// Reads a roster file in, shows what it would do, lists and takes back what was read in.
struct ImportVerb: Verb {
  let name = "import"
  let usage = """
    ROSTER.csv|ROSTER.xlsx [--sheet NAME] [--map COLUMN=FIELD,...|FILE] [--years buddhist|christian|each] [--dry-run] [--partial] [--likely same|new] [--again] [--force] --user NAME --password-stdin
    list
    take-back N --user NAME --password-stdin
    """
  let most = 2
  var valued: Set<String> { ["unit", "map", "years", "sheet", "likely"] }
  var plain: Set<String> { ["dry-run", "partial", "again", "force"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch call.arguments.free.first {
    case "list" where call.arguments.free.count == 1: return try list(&call)
    case "take-back": return try takeBack(&call)
    case let path? where call.arguments.free.count == 1: return try read(path, &call)
    default: throw UsageError("cli.one-file")
    }
  }

  private func read(_ path: String, _ call: inout Call) throws -> ExitStatus {
    try UnitOption.check(&call)
    var options = ImportOptions()
    options.partial = call.arguments.has("partial")
    options.dryRun = call.arguments.has("dry-run")
    options.again = call.arguments.has("again")
    options.force = call.arguments.has("force")
    if let text = call.arguments["years"] {
      guard let years = YearChoice(rawValue: text), years != .unknown else {
        throw UsageError.choice("--years", text, ["buddhist", "christian", "each"])
      }
      options.years = years
    }
    options.decisions.sheet = call.arguments["sheet"]
    if let text = call.arguments["likely"] {
      guard let likely = ImportOptions.Likely(rawValue: text), likely != .ask else {
        throw UsageError.choice("--likely", text, ["same", "new"])
      }
      options.likely = likely
    }
    options.words = try words(call)
    let bytes = try RosterFile.read(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let user = try call.person().user
    let report = try call.file().importRoster(bytes, name: TextForm.clean(name), options: options, by: user)
    tell(report, &call)
    if !report.doubts.isEmpty { return .badInput }
    // One row that can't be read keeps the whole sheet out, unless the rest was asked for.
    if report.refused > 0, !report.isWritten, !options.dryRun, !options.partial { return .badInput }
    return report.lines.isEmpty ? .done : .findings
  }

  /// The names of the table, and what `--map` says: `COLUMN=FIELD`, several parted by commas, or a file of such lines.
  private func words(_ call: Call) throws -> HeaderWords {
    let names = try HeaderNames(table: call.data?.bytes(of: "headers.csv") ?? [])
    guard let map = call.arguments["map"] else { return HeaderWords(names: names) }
    guard map.contains("="), !FileCare.exists(map) else {
      return try HeaderWords(try RosterFile.read(map), names: names)
    }
    var words = HeaderWords(names: names)
    for (index, pair) in map.split(separator: ",").enumerated() { try words.add(String(pair), line: index + 1) }
    return words
  }

  private func tell(_ report: ImportReport, _ call: inout Call) {
    if call.wantsJSON {
      let findings = report.lines.map { line -> JSON in
        .object([
          ("line", .number(line.line)), ("column", .text(line.column)), ("code", .text(line.code)),
          ("severity", .text(line.severity.rawValue)), ("count", .number(line.count)),
          ("lastLine", .number(line.lastLine)),
          ("message", .text(ImportLines.sentence(line).said(in: call.language))),
        ])
      }
      let doubts = report.doubts.map { doubt -> JSON in
        .object([
          ("line", .number(doubt.buddhistLine)), ("column", .text(doubt.column)), ("code", .text("mixed-years")),
          ("severity", .text("error")), ("message", .text(Self.doubt(doubt).said(in: call.language))),
        ])
      }
      call.say(
        JSON.object([
          ("rows", .number(report.rows)), ("added", .number(report.added)), ("changed", .number(report.changed)),
          ("same", .number(report.same)), ("refused", .number(report.refused)), ("missing", .number(report.missing)),
          ("written", .flag(report.isWritten)), ("findings", .list(doubts + findings)),
        ]).written)
      return
    }
    for doubt in report.doubts { call.say(Self.doubt(doubt)) }
    guard report.doubts.isEmpty else { return }
    for line in ImportLines.lines(report).dropFirst() {
      let figure = line.figure.said(in: call.language)
      call.say(line.words.said(in: call.language) + (figure.isEmpty ? "" : ": " + figure))
    }
    if !report.isWritten { call.say(.key("cli.not-written", [])) }
  }

  static func doubt(_ doubt: ImportReport.YearDoubt) -> Words {
    .key(
      "cli.mixed-years",
      [
        .key("column", TextKey("csv.column.\(doubt.column)")), .figures("line", String(doubt.buddhistLine)),
        .text("first", doubt.buddhist), .figures("other", String(doubt.christianLine)),
        .text("second", doubt.christian),
      ])
  }

  private func list(_ call: inout Call) throws -> ExitStatus {
    let steps = try call.file().imports()
    if call.wantsJSON {
      call.say(
        JSON.object([
          (
            "imports",
            .list(
              steps.map {
                .object([
                  ("n", .number(Int($0.n))), ("file", .text($0.file)), ("added", .number($0.added)),
                  ("changed", .number($0.changed)), ("takenBack", .flag($0.isTakenBack)),
                ])
              })
          )
        ]).written)
    } else {
      for step in steps {
        call.say("\(step.n)  \(step.file)  +\(step.added)  ~\(step.changed)\(step.isTakenBack ? "  x" : "")")
      }
    }
    return .done
  }

  private func takeBack(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 2, let n = Int64(call.arguments.free[1]) else { throw UsageError("cli.one-id") }
    let (done, left) = try call.file().takeBackImport(n, by: call.person().user)
    if call.wantsJSON {
      call.say(JSON.object([("done", .number(done)), ("left", .number(left))]).written)
    } else {
      call.say(.key("imports.done", [.number("done", done), .number("left", left)]))
    }
    return left == 0 ? .done : .findings
  }
}
