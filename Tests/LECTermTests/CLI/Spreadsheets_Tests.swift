import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("Reports as spreadsheets, opened by other programs")
struct Spreadsheets_Tests {
  static let now = "2021-11-09T10:00"
  static let offices = ["05990101", "9901", "99", "00"]

  /// A round in which everybody has confirmed, for reports with something on them.
  private static func confirmed() throws -> RoundPlay {
    let play = try RoundPlay(example: "2564-2")
    try play.makeReady("2021-11-05T09:00")
    try play.confirmInstitutions("2021-11-08T09:00")
    try play.confirmAuthorities("2021-11-09T09:00")
    return play
  }

  @Test(
    "LibreOffice reads in every report the cells that are in its CSV, figures as figures and days as days",
    .enabled(if: Outside.has("soffice"), "LibreOffice is not installed (libreoffice-calc-nogui)"))
  func everyReport() throws {
    let play = try Self.confirmed()
    let folder = TemporaryFolder()
    var files: [String] = []
    var expected: [String: [[String]]] = [:]
    for unit in ["3099000001", "3099000002"] + Self.offices {
      for report in Reports.all {
        let stem = "\(unit)-\(report.name)"
        let file = folder.file(stem + "@.xlsx")
        let said = play.plain(unit, Self.now, "report", report.name, "--out", file)
        guard said.status == 0 else {
          #expect(said.status == 3, "\(stem): \(said.errors)")
          continue
        }
        files.append(file)
        let csv = play.plain(unit, Self.now, "report", report.name, "--format", "csv").output + "\n"
        expected[stem] = Outside.rows(csv)
      }
    }
    let read = Outside.sheets(files, folder)
    #expect(read.count == files.count, "every file was opened")
    for (stem, rows) in expected {
      // Title and remarks of the spreadsheet stand between: every row of the CSV is there, in order.
      var seen = (read[stem] ?? [])[...]
      for row in rows {
        if row.allSatisfy(\.isEmpty) {
          // The next table is on a sheet of its own.
          seen = (read[stem] ?? [])[...]
          continue
        }
        let wanted = row.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 }
        let at = seen.firstIndex { Self.isSame($0, wanted) }
        #expect(at != nil, "\(stem): \(wanted) in \(seen.first ?? [])")
        if let at { seen = seen[seen.index(after: at)...] }
      }
    }
  }

  /// LibreOffice fills rows up to the widest and writes days as the locale has them.
  private static func isSame(_ read: [String], _ wanted: [String]) -> Bool {
    guard read.count >= wanted.count, read.dropFirst(wanted.count).allSatisfy(\.isEmpty) else { return false }
    return zip(read, wanted).allSatisfy { read, wanted in
      if read == wanted { return true }
      guard CalendarDate(iso: wanted) != nil else { return false }
      let parts = wanted.split(separator: "-")
      return read == "\(parts[2])/\(parts[1])/\(parts[0])" || read == "\(parts[1])/\(parts[2])/\(parts[0])"
    }
  }

  @Test(
    "a roster in a spreadsheet: numbers of children are text with their zeros, days are days, nothing is a formula",
    .enabled(if: Outside.hasOpenpyxl, "Python's openpyxl is not installed (python3-openpyxl)"))
  func types() throws {
    let shell = try Shell(.school)
    try shell.work { store, user in
      let child = try #require(try store.roster(RosterFilter(), .first, limit: 1).first)
      try store.editStudent(
        child.id,
        [
          FieldChange(.first, "=HYPERLINK(\"http://a\")"), FieldChange(.last, "@SUM(1+1) & _x0041_"),
          FieldChange(.number, "0999900000015"), FieldChange(.schoolNumber, "00012"),
          FieldChange(.remark, "http://a.b/c"),
        ], by: user)
    }
    let file = shell.folder.file("roster.xlsx")
    #expect(shell.run("export", "roster", "--format", "xlsx", "--headers", "en", "--out", file).status == 0)
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book.worksheets[0]
      head = [c.value for c in sheet[1]]
      rows = [dict(zip(head, r)) for r in sheet.iter_rows(min_row=2)]
      one = next(r for r in rows if r['ID number'].value == '0999900000015')
      for name in ('first name', 'last name', 'school number', 'remark'): print(one[name].value)
      kinds = {c.data_type for r in rows for c in r.values()}
      print(sorted(kinds - {'n'}))
      print({r['ID number'].number_format for r in rows if r['ID number'].value})
      print({type(r['birth date'].value).__name__ for r in rows if r['birth date'].value}, one['birth date'].number_format)
      print(sheet.freeze_panes, sheet.auto_filter.ref is not None, sheet.print_title_rows, sheet.page_setup.paperSize)
      print(len(rows), any(c.hyperlink for r in rows for c in r.values()))
      """
    let read = Outside.run(["python3", "-c", script, file], shell.folder)
    let children = try shell.work { store, _ in try store.counts(unit: UnitCode(shell.user)).all.total }
    let expected = """
      =HYPERLINK("http://a")
      @SUM(1+1) & _x0041_
      00012
      http://a.b/c
      ['d', 's']
      {'@'}
      {'datetime'} [$-107041E]d/m/yyyy
      A2 True $1:$1 9
      \(children) False

      """
    #expect(read.output == expected, "\(read.errors)")
  }

  @Test("a file's name asks for its format; a spreadsheet is not printed among lines; nothing is overwritten")
  func formats() throws {
    let shell = try Shell()
    let file = shell.folder.file("count.xlsx")
    #expect(shell.run("report", "headCount", "--out", file).status == 0)
    #expect(try FileCare.read(file, limit: 1 << 20).bytes?.starts(with: [0x50, 0x4B, 3, 4]) == true)
    #expect(shell.run("report", "headCount", "--out", file).status == 5)
    #expect(shell.run("report", "headCount", "--format", "xlsx").status == 2)
    #expect(shell.run("report", "headCount", "--format", "doc").status == 2)
    #expect(shell.run("export", "roster", "--format", "xlsx").status == 2)
    #expect(shell.run("report", "headCount", "--out", shell.folder.file("nowhere/a.xlsx")).status == 5)
    let csv = shell.plain("report", "headCount", "--format", "csv", "--file", shell.path).output
    #expect(csv.hasPrefix("Grade,Male,Female,Total\r\n"))
    let thai = shell.run("report", "headCount", "--digits", "thai").output
    #expect(thai.contains("๒๕๖๗"))
  }
}
