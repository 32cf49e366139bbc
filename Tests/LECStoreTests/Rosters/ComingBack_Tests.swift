import Glibc
import LECModel
import LECStore
import TestSupport
import Testing

/// Another spreadsheet, run without its windows.
private struct Office {
  let folder = TemporaryFolder()

  static let isInstalled =
    CommandRun.run(
      ["sh", "-c", "command -v soffice"], environment: ["PATH": "/usr/bin:/bin:/usr/local/bin"],
      folder: TemporaryFolder()
    ).status == 0

  /// Opens a CSV file as a person does, with days and numbers made of what looks like them, and saves it as another kind.
  func saved(_ bytes: [UInt8], as kind: String) throws -> [UInt8] {
    let path = folder.file("roster.csv")
    try FileCare.write(bytes, to: path)
    return try saved(path, as: kind, "--infilter=CSV:44,34,76,1,,0,false,true")
  }

  /// Opens a file and saves it.
  func saved(_ path: String, as kind: String, _ words: String...) throws -> [UInt8] {
    let out = folder.file("out-" + kind)
    let result = CommandRun.run(
      [
        "soffice", "-env:UserInstallation=file://" + folder.file("profile"), "--headless",
      ] + words + ["--convert-to", kind, "--outdir", out, path],
      environment: ["PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8"],
      folder: folder)
    #expect(result.status == 0, "\(result.errors)")
    return try RosterFile.read(out + "/roster." + kind)
  }
}

@Suite("Our own export, saved by a spreadsheet and read in again")
struct ComingBackTests {
  private func preview(_ file: TrainingFile, _ bytes: [UInt8]) throws -> ImportReport {
    var options = ImportOptions.shipped
    options.isPreview = true
    options.dryRun = true
    options.again = true
    return try file.store.importRoster(bytes, name: "roster", options: options, by: file.user)
  }

  private func surprises(_ report: ImportReport) -> [ImportRow] { report.list.filter { $0.kind != .same } }

  @Test("untouched, it changes nothing", arguments: [TrainingSet.Kind.school, .centre], [true, false])
  func untouched(kind: TrainingSet.Kind, thai: Bool) throws {
    let file = try TrainingFile(kind)
    let report = try preview(file, try file.store.exportCSV(.enrolled, thai: thai, mark: true))
    #expect(report.rows > 10)
    #expect(surprises(report).isEmpty, "\(surprises(report).prefix(3))")
  }

  @Test(
    "saved by LibreOffice, it changes what the person changed and nothing else",
    .enabled(if: Office.isInstalled, "LibreOffice (soffice) is not installed: its round trip is left out"),
    arguments: ["xlsx", "csv"])
  func libreOffice(kind: String) throws {
    let file = try TrainingFile(.school)
    let child = try #require(try file.children().first { !$0.student[.number].isEmpty && !$0.student[.room].isEmpty })
    try file.store.editStudent(
      child.id, [FieldChange(.schoolNumber, "00123"), FieldChange(.guardianPhone, "0812345678")], by: file.user)
    let untouched = try preview(
      file, try Office().saved(try file.store.exportCSV(.enrolled, thai: true, mark: true), as: kind))
    #expect(untouched.rows > 10)
    #expect(surprises(untouched).isEmpty, "\(surprises(untouched).prefix(3))")
    // The person gives the child another room; then the program's own copy has the old one again.
    let room = child.student[.room]
    try file.store.editStudent(child.id, [FieldChange(.room, "9")], by: file.user)
    let edited = try Office().saved(try file.store.exportCSV(.enrolled, thai: false, mark: true), as: kind)
    try file.store.editStudent(child.id, [FieldChange(.room, room)], by: file.user)
    let found = surprises(try preview(file, edited))
    #expect(found.count == 1)
    #expect(found.first?.changes == [.init(field: StudentField.room.rawValue, from: room, to: "9")])
  }

  /// The roster as our own workbook.
  private func workbook(_ file: TrainingFile, in folder: TemporaryFolder) throws -> String {
    let path = folder.file("roster.xlsx")
    try file.store.exportXLSX(.enrolled, thai: true, title: "รายชื่อ", to: path)
    return path
  }

  @Test("our own workbook changes nothing, untouched")
  func ownWorkbook() throws {
    let file = try TrainingFile(.school)
    let folder = TemporaryFolder()
    let report = try preview(file, try RosterFile.read(try workbook(file, in: folder)))
    #expect(report.rows > 10 && report.lines.isEmpty, "\(report.lines)")
    #expect(surprises(report).isEmpty, "\(surprises(report).prefix(3))")
  }

  @Test(
    "our own workbook, opened and saved by LibreOffice, changes nothing",
    .enabled(if: Office.isInstalled, "LibreOffice (soffice) is not installed: its round trip is left out"))
  func workbookByOffice() throws {
    let file = try TrainingFile(.school)
    let office = Office()
    let report = try preview(file, try office.saved(try workbook(file, in: office.folder), as: "xlsx"))
    #expect(report.rows > 10 && report.lines.isEmpty, "\(report.lines)")
    #expect(surprises(report).isEmpty, "\(surprises(report).prefix(3))")
  }

  private static let python = [
    "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
  ]
  private static let hasOpenpyxl =
    CommandRun.run(["python3", "-c", "import openpyxl"], environment: python, folder: TemporaryFolder()).status == 0

  @Test(
    "edited by openpyxl: the one cell that was changed is taken, and what a sheet can't do is told",
    .enabled(if: hasOpenpyxl, "Python's openpyxl is not installed (python3-openpyxl)"))
  func edited() throws {
    let file = try TrainingFile(.school)
    let folder = TemporaryFolder()
    let path = try workbook(file, in: folder)
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book.active
      place = {c.value: c.column for c in sheet[1]}
      sheet.cell(2, place['ห้อง']).value = 9
      sheet.cell(3, place['ชื่อ']).value = None
      sheet.cell(3, place['นามสกุล']).value = None
      sheet.cell(4, place['สัญชาติ']).value = None
      sheet.cell(5, place['สภาพนักเรียน']).value = 'removed'
      sheet.delete_rows(6)
      book.save(sys.argv[1])
      """
    let run = CommandRun.run(["python3", "-c", script, path], environment: Self.python, folder: folder)
    #expect(run.status == 0, "\(run.errors)")
    let report = try preview(file, try RosterFile.read(path))
    // The row that was taken out, and the one that lost its name.
    #expect(report.missing == 2)
    #expect(report.changed == 1)
    let changed = try #require(report.list.first { $0.kind == .changed })
    #expect(changed.changes.map(\.field) == [StudentField.room.rawValue] && changed.changes.first?.to == "9")
    // A row without a name is no child's.
    #expect(report.list.first { $0.line == 3 }?.kind == .problem)
    let told = report.list.flatMap { row in row.problems.map { "\(row.line) \($0.code) \($0.column)" } }
    #expect(told.contains("4 emptied nationality") && told.contains("5 not-from-sheet state"), "\(told)")
    #expect(report.list.filter { $0.line > 3 }.allSatisfy { $0.kind == .same })
  }
}
