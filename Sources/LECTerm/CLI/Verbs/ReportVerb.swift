import LECModel
import LECStore

/// Reports as text.
struct ReportVerb: Verb {
  let name = "report"
  let usage = """
    list
    NAME [--unit CODE] [--format txt] [--out FILE]
    """
  let most = 1
  var valued: Set<String> { ["format", "out", "unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    guard let name = call.arguments.free.first, call.arguments.free.count == 1 else {
      throw UsageError("cli.report-what")
    }
    if name == "list" { return list(&call) }
    guard let report = Reports.named(name) else { throw UsageError("cli.report-what") }
    if let format = call.arguments["format"], format != "txt" {
      throw UsageError.choice("--format", format, ["txt"])
    }
    let store = try call.file()
    try UnitOption.check(&call)
    let lines = try report.lines(store, ReportTexts.words(call.language))
    guard let path = call.arguments["out"] else {
      if call.wantsJSON {
        call.say(JSON.object([("name", .text(name)), ("lines", .list(lines.map(JSON.text)))]).written)
      } else {
        for line in lines { call.say(line) }
      }
      return .done
    }
    if FileCare.exists(path) { throw StoreError.exists(path: path) }
    try FileCare.write(Array(lines.joined(separator: "\n").utf8) + [10], to: path)
    if call.wantsJSON { call.say(JSON.object([("file", .text(path))]).written) }
    return .done
  }

  /// Every report with its title and the levels whose work it is.
  private func list(_ call: inout Call) -> ExitStatus {
    let language = call.language
    let rows = Reports.all.map { report in
      (name: report.name, title: language.text(TextKey("report.\(report.name)")), kinds: report.kinds)
    }
    if call.wantsJSON {
      let list = rows.map { row -> JSON in
        .object([
          ("name", .text(row.name)), ("title", .text(row.title)),
          ("for", .list(row.kinds.map { .text($0.rawValue) })),
        ])
      }
      call.say(JSON.object([("reports", .list(list))]).written)
    } else {
      for row in rows {
        let offices = row.kinds.filter { !$0.isInstitution }.map { language.text(TextKey("unitKind.\($0.rawValue)")) }
        let all = (row.kinds.contains { $0.isInstitution } ? [language.text("level.institution")] : []) + offices
        call.say(row.name + "  " + row.title + "  (" + all.joined(separator: ", ") + ")")
      }
    }
    return .done
  }
}
