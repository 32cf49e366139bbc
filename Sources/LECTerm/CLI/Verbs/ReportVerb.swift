import LECModel
import LECStore

/// Reports: as text on standard output, or as a file in any of the formats.
struct ReportVerb: Verb {
  let name = "report"
  let usage = """
    list
    NAME [--unit CODE] [--format txt|csv|xlsx|pdf] [--digits thai|arabic] [--mark] [--ascii] [--out FILE] [--print]
    """
  let most = 1
  var valued: Set<String> { ["format", "out", "unit", "digits"] }
  var plain: Set<String> { ["mark", "ascii", "print"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    guard let name = call.arguments.free.first, call.arguments.free.count == 1 else {
      throw UsageError("cli.report-what")
    }
    if name == "list" { return list(&call) }
    guard let report = Reports.named(name) else { throw UsageError("cli.report-what") }
    let format = try format(call.arguments)
    let words = ReportTexts.words(try language(call))
    let store = try call.file()
    try UnitOption.check(&call)
    let paper = try report.paper(store, words)
    if call.arguments.has("print") { return try print(paper, name, format, words, &call) }
    guard let path = call.arguments["out"] else {
      let isPlain = call.arguments.has("ascii")
      let lines = paper.lines(words).map { isPlain ? ReportTexts.plain($0) : $0 }
      if call.wantsJSON {
        call.say(JSON.object([("name", .text(name)), ("lines", .list(lines.map(JSON.text)))]).written)
      } else if format == .csv {
        call.sayWhole(String(decoding: paper.csv(mark: call.arguments.has("mark")).dropLast(), as: UTF8.self))
      } else {
        for line in lines { call.sayWhole(line) }
      }
      return .done
    }
    if FileCare.exists(path) { throw StoreError.exists(path: path) }
    try PaperFiles.write(paper, as: format, to: path, words, mark: call.arguments.has("mark"))
    if call.wantsJSON { call.say(JSON.object([("file", .text(path))]).written) }
    return .done
  }

  /// On paper where there is a printer, else a file that any other computer prints.
  private func print(
    _ paper: Document, _ name: String, _ format: PaperFormat, _ words: ReportWords, _ call: inout Call
  ) throws -> ExitStatus {
    let store = try call.file()
    let asked = call.arguments["format"] == nil && call.arguments["out"] == nil
    let format = asked && PaperFiles.makesPDF ? PaperFormat.pdf : format
    let stem = "\(try PaperFiles.stem(store))-\(name)"
    let path =
      try call.arguments["out"] ?? PaperFiles.freePath(beside: call.path, stem, store.now().date, format.rawValue)
    if FileCare.exists(path) { throw StoreError.exists(path: path) }
    try PaperFiles.write(paper, as: format, to: path, words, mark: call.arguments.has("mark"))
    let isOnPrinter = PaperFiles.print(path)
    if call.wantsJSON {
      call.say(JSON.object([("file", .text(path)), ("printed", .flag(isOnPrinter))]).written)
    } else {
      call.say(call.language.text(isOnPrinter ? "reports.onPrinter" : "reports.printed", [.text("path", path)]))
    }
    return .done
  }

  /// As asked for, else as the file is named, else text.
  private func format(_ arguments: Arguments) throws(UsageError) -> PaperFormat {
    let path = arguments["out"]
    guard let text = arguments["format"] else { return path.flatMap { PaperFormat(ending: $0) } ?? .txt }
    guard let format = PaperFormat(rawValue: text) else {
      throw .choice("--format", text, PaperFormat.allCases.map(\.rawValue))
    }
    if !format.isText, path == nil, !arguments.has("print") {
      throw UsageError("cli.missing", [.text("option", "--out")])
    }
    return format
  }

  private func language(_ call: Call) throws(UsageError) -> Language {
    var language = call.language
    guard let text = call.arguments["digits"] else { return language }
    guard let digits = Digits(rawValue: text) else {
      throw .choice("--digits", text, Digits.allCases.map(\.rawValue))
    }
    language.digits = digits
    return language
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
