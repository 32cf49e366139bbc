import LECModel
import LECStore

/// Reads a roster file in, shows what it would do, lists and takes back what was read in.
struct ImportVerb: Verb {
  let name = "import"
  let usage = """
    ROSTER.csv [--map FILE] [--years buddhist|christian|each] [--dry-run] [--partial] [--again] [--force] --user NAME --password-stdin
    list
    take-back N --user NAME --password-stdin
    """
  let most = 2
  var valued: Set<String> { ["unit", "map", "years"] }
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
    if let map = call.arguments["map"] { options.words = try HeaderWords(try RosterFile.read(map)) }
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

/// Writes the roster, the register or the counts for other programs.
struct ExportVerb: Verb {
  let name = "export"
  let usage = "roster|register|counts [--format csv|json] [--headers th|en] [--mark] [--out FILE]"
  let most = 1
  var valued: Set<String> { ["format", "out", "headers", "unit"] }
  var plain: Set<String> { ["mark"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 1, let what = ExportName(rawValue: call.arguments.free[0]) else {
      throw UsageError("cli.export-what")
    }
    try UnitOption.check(&call)
    let format = call.arguments["format"] ?? (call.wantsJSON ? "json" : "csv")
    let bytes: [UInt8]
    switch format {
    case "csv":
      let thai = (call.arguments["headers"] ?? "th") == "th"
      bytes = try Exports.bytes(what, call.file(), thai: thai, mark: call.arguments.has("mark"))
    case "json": bytes = Array(try json(what, &call).written.utf8) + [10]
    default: throw UsageError.choice("--format", format, ["csv", "json"])
    }
    guard let path = call.arguments["out"] else {
      // The last line end is written with the line: what comes out is byte for byte what a file would hold.
      call.say(String(decoding: bytes.last == 10 ? bytes.dropLast() : bytes[...], as: UTF8.self))
      return .done
    }
    if FileCare.exists(path) { throw StoreError.exists(path: path) }
    try FileCare.write(bytes, to: path)
    return .done
  }

  private func json(_ what: ExportName, _ call: inout Call) throws -> JSON {
    let store = try call.file()
    guard let unit = try store.ownUnit() else { throw Refusal(.notYourUnit, .au04) }
    if what == .counts {
      return .object([
        ("unit", .text(unit.code.text)), ("counts", CountsJSON.object(try store.counts(unit: unit.code))),
      ])
    }
    var rows: [JSON] = []
    try store.each(what == .roster ? .enrolled : .removed) { row in
      rows.append(
        .object(
          [("id", .text(row.id.event.hash.hex))] + StudentField.allCases.map { ($0.name, .text(row.student[$0])) }))
    }
    return .object([("unit", .text(unit.code.text)), ("students", .list(rows))])
  }
}

/// Reports as text.
struct ReportVerb: Verb {
  let name = "report"
  let usage = """
    list
    nameList|classSheets|headCount|register|waiting|certificate [--format txt] [--out FILE]
    """
  let most = 1
  var valued: Set<String> { ["format", "out"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    guard let name = call.arguments.free.first, call.arguments.free.count == 1 else {
      throw UsageError("cli.report-what")
    }
    if name == "list" {
      let names = Reports.all.map { ($0.name, call.language.text(TextKey("report.\($0.name)"))) }
      if call.wantsJSON {
        let rows = names.map { JSON.object([("name", .text($0.0)), ("title", .text($0.1))]) }
        call.say(JSON.object([("reports", .list(rows))]).written)
      } else {
        for (name, title) in names { call.say(name + "  " + title) }
      }
      return .done
    }
    guard let report = Reports.all.first(where: { $0.name == name }) else { throw UsageError("cli.report-what") }
    if let format = call.arguments["format"], format != "txt" {
      throw UsageError.choice("--format", format, ["txt"])
    }
    let lines = try report.make(call.file(), ReportTexts.words(call.language))
    guard let path = call.arguments["out"] else {
      for line in lines { call.say(line) }
      return .done
    }
    if FileCare.exists(path) { throw StoreError.exists(path: path) }
    try FileCare.write(Array(lines.joined(separator: "\n").utf8) + [10], to: path)
    return .done
  }
}
