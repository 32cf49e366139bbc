import LECModel
import LECStore

/// Reports as text.
struct ReportVerb: Verb {
  let name = "report"
  let usage = """
    list
    nameList|classSheets|headCount|register|waiting|certificate [--unit CODE] [--format txt] [--out FILE]
    """
  let most = 1
  var valued: Set<String> { ["unit", "format", "out"] }

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
    try UnitOption.check(&call)
    guard let report = Reports.all.first(where: { $0.name == name }) else { throw UsageError("cli.report-what") }
    if let format = call.arguments["format"], format != "txt" {
      throw UsageError.choice("--format", format, ["txt"])
    }
    let lines = try report.make(call.file(), ReportTexts.words(call.language))
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
}
