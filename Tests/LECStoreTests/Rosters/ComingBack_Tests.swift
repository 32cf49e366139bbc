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
    let out = folder.file("out-" + kind)
    let result = CommandRun.run(
      [
        "soffice", "-env:UserInstallation=file://" + folder.file("profile"), "--headless",
        "--infilter=CSV:44,34,76,1,,0,false,true", "--convert-to", kind, "--outdir", out, path,
      ], environment: ["PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8"],
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
}
