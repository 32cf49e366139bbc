import LECModel

/// An import's findings in lines: figures first, then one line a kind of problem.
enum ImportLines {
  static func lines(_ report: ImportReport) -> [TextPage.Line] {
    var lines: [TextPage.Line] = [
      .init(name(report), ink: .heading),
      .init("import.rows", figure: .number(report.rows)),
      .init("import.added", ink: .ok, figure: .number(report.added)),
      .init("import.changed", figure: .number(report.changed)), .init("import.same", figure: .number(report.same)),
      .init("import.refused", ink: report.refused > 0 ? .error : .text, figure: .number(report.refused)),
    ]
    if report.leftOut > 0 { lines.append(.init("import.leftOut", figure: .number(report.leftOut))) }
    if report.missing > 0 { lines.append(.init("import.missing", ink: .dim, figure: .number(report.missing))) }
    if !report.ignored.isEmpty {
      lines.append(.init(.key("import.ignored", [.text("names", report.ignored.joined(separator: ", "))]), ink: .dim))
    }
    lines.append(.blank)
    for line in report.lines { lines.append(.init(sentence(line), ink: line.severity == .error ? .error : .warning)) }
    return lines
  }

  /// The file, and the sheet where it is a workbook.
  static func name(_ report: ImportReport) -> Words {
    if report.sheet.isEmpty { return .text(report.file) }
    return .key("import.sheet", [.text("file", report.file), .text("sheet", report.sheet)])
  }

  /// What is wrong with a cell, or what a person should know of it.
  static func sentence(_ problem: ImportRow.Problem) -> Words {
    let isCheck = Check(rawValue: problem.code) != nil
    let what = Words.key(
      TextKey("\(isCheck ? "check" : "importing").\(problem.code)"), [.text("detail", problem.detail)])
    if problem.column.isEmpty { return what }
    return .key(
      "import.problem",
      [
        .key("column", TextKey("csv.column.\(problem.column)")),
        .text("text", problem.text.isEmpty ? "–" : problem.text),
        .words("what", what),
      ])
  }

  /// Where both kinds of years stand, with an example of each.
  static func sentence(_ doubt: ImportReport.YearDoubt) -> Words {
    .key(
      "import.years.line",
      [
        .key("column", TextKey("csv.column.\(doubt.column)")), .figures("buddhistLine", String(doubt.buddhistLine)),
        .figures("buddhist", doubt.buddhist), .figures("christianLine", String(doubt.christianLine)),
        .figures("christian", doubt.christian),
      ])
  }

  /// One problem as a sentence: row, column, what; and how often where it is repeated.
  static func sentence(_ line: ImportReport.Line) -> Words {
    let isCheck = Check(rawValue: line.code) != nil
    let key = isCheck ? TextKey("check.\(line.code)") : TextKey("importing.\(line.code)")
    let what = Words.key(key, [.text("detail", line.detail)])
    var values: [TextValue] = [
      .figures("line", String(line.line)), .figures("last", String(line.lastLine)), .number("count", line.count),
      .words("what", what),
    ]
    values.append(line.column.isEmpty ? .text("column", "") : .key("column", TextKey("csv.column.\(line.column)")))
    if line.column.isEmpty { return .key(line.count > 1 ? "importing.rows" : "importing.row", values) }
    return .key(line.count > 1 ? "importing.lines" : "importing.line", values)
  }
}
