import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@Suite("Reading files in, reports and the log")
@MainActor struct FilesScreensTests {
  @Test("a good file is shown first, read in by one key, and taken back as one step")
  func importing() throws {
    let sitting = try Sitting()
    let before = try sitting.file.children().count
    sitting.preview(RosterSheets.good)
    sitting.expect(sitting.said("import.kind.added"))
    #expect(try sitting.file.children().count == before)
    sitting.type("y")
    #expect(try sitting.file.children().count == before + 2)
    sitting.open(.imports)
    sitting.press(.char("d"), .right, .enter)
    #expect(try sitting.file.children().count == before)
    sitting.expect(sitting.said("imports.takenBack", [.number("added", 2), .number("changed", 0)]))
  }

  @Test("with refused rows nothing is read in but the good ones, and only when asked for")
  func partial() throws {
    let sitting = try Sitting()
    let before = try sitting.file.children().count
    sitting.preview(RosterSheets.mixed)
    sitting.press(.control("s"))
    #expect(try sitting.file.children().count == before)
    sitting.press(.control("o"))
    #expect(try sitting.file.children().count == before + 1)
  }

  @Test("a column with both kinds of years is asked about before anything is read in")
  func years() throws {
    let sitting = try Sitting()
    sitting.preview(RosterSheets.years)
    sitting.expect("12/6/2021")
    sitting.press(.down, .down, .enter)
    sitting.press(.control("s"))
    let births = try sitting.file.children().filter { $0.student[.number].hasPrefix("19999000000") }.map {
      $0.student[.birth]
    }
    #expect(Set(births) == ["2021-05-10", "2021-06-12"])
  }

  @Test("the same file again is recognised")
  func again() throws {
    let sitting = try Sitting()
    sitting.preview(RosterSheets.good)
    sitting.press(.control("s"))
    let count = try sitting.file.children().count
    sitting.preview(RosterSheets.good, name: "copy.csv")
    sitting.expect("roster.csv")
    #expect(try sitting.file.children().count == count)
  }

  @Test("a roster that is plainly another institution's is stopped before it is in")
  func foreign() throws {
    let sitting = try Sitting()
    let other = try TrainingFile(.school)
    let bytes = try Exports.bytes(.roster, other.store, thai: true, mark: true)
    let before = try sitting.file.children().count
    sitting.preview(String(decoding: bytes, as: UTF8.self))
    sitting.press(.control("s"), .control("o"))
    #expect(try sitting.file.children().count == before)
    sitting.expectNot(sitting.said("import.kind.all"))
  }

  @Test("a file that is not there, and one that is no sheet, are told about and change nothing")
  func broken() throws {
    let sitting = try Sitting()
    sitting.open(.importFile)
    sitting.press(.paste("/nowhere/roster.csv"), .enter)
    sitting.expect("/nowhere/roster.csv")
    sitting.open(.home)
    sitting.preview("%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n")
    sitting.expect("PDF")
    #expect(try sitting.file.store.imports().isEmpty)
  }

  @Test(
    "a report is saved beside the file in the form that is chosen, under a name that nothing has yet",
    arguments: ["csv", "txt", "x", "P"])
  func saving(way: String) throws {
    let sitting = try Sitting()
    sitting.open(.reports)
    sitting.press(.enter)
    let save: [Key] =
      switch way {
      case "csv": [.control("s"), .down, .down, .enter]
      case "txt": [.control("s"), .down, .down, .down, .enter]
      default: [.char(way == "x" ? "x" : "P")]
      }
    for key in save { sitting.press(key) }
    let ending = way == "x" ? "xlsx" : way == "P" ? PaperFiles.makesPDF ? "pdf" : "txt" : way
    let path = sitting.file.folder.file("training-3099000002-nameList-2024-11-08.\(ending)")
    #expect(FileCare.exists(path))
    for key in save { sitting.press(key) }
    #expect(FileCare.exists(sitting.file.folder.file("training-3099000002-nameList-2024-11-08-2.\(ending)")))
    guard ending == "txt" else { return }
    let name = try #require(try sitting.file.children().first?.student.fullName)
    let text = String(decoding: try FileCare.read(path, limit: 1 << 20).bytes ?? [], as: UTF8.self)
    #expect(text.contains(name))
  }

  @Test("a PDF is made, or what makes it is named")
  func pdf() throws {
    let sitting = try Sitting()
    sitting.open(.reports)
    sitting.press(.enter, .control("s"), .enter)
    if PaperFiles.makesPDF {
      #expect(FileCare.exists(sitting.file.folder.file("training-3099000002-nameList-2024-11-08.pdf")))
    } else {
      sitting.expect("lecterm-paper")
    }
  }

  @Test("the roster is written as a workbook or as CSV", arguments: ["xlsx", "csv"])
  func lists(ending: String) throws {
    let sitting = try Sitting()
    sitting.open(.reports)
    let exports = Reports.offered(to: .centre).count
    for _ in 0..<exports { sitting.press(.down) }
    sitting.press(.enter)
    if ending == "csv" { sitting.press(.down) }
    sitting.press(.enter)
    let path = sitting.file.folder.file("training-3099000002-roster-2024-11-08.\(ending)")
    #expect(FileCare.exists(path))
    var options = ImportOptions.shipped
    options.dryRun = true
    let report = try sitting.file.store.importRoster(
      try RosterFile.read(path), name: "roster", options: options, by: sitting.file.user)
    #expect(report.same == report.rows && report.rows > 0)
  }

  @Test("PU-01 the name list to post holds no numbers of people")
  func posted() throws {
    let sitting = try Sitting()
    sitting.open(.reports)
    sitting.press(.enter, .control("s"), .down, .down, .down, .enter)
    let path = sitting.file.folder.file("training-3099000002-nameList-2024-11-08.txt")
    let text = String(decoding: try FileCare.read(path, limit: 1 << 20).bytes ?? [], as: UTF8.self)
    for child in try sitting.file.children() where !child.student[.number].isEmpty {
      #expect(!text.contains(child.student[.number]))
    }
  }

  @Test("no line of a report is wider than the paper, and no word of one is missing")
  func narrow() throws {
    let file = try TrainingFile(.school)
    try file.makeConfirmedBySecond()
    for code in Language.Code.allCases {
      var language = Spoken.language
      language.code = code
      for report in Reports.offered(to: .school) {
        for line in try report.lines(file.store, ReportTexts.words(language)) {
          #expect(Sheet.width(line) <= 80, "\(report.name): \(line)")
          #expect(!line.contains("{") && !line.contains("paperReport"), "\(report.name): \(line)")
        }
      }
    }
  }

  @Test("RP-04 a province reads its forms and keeps them as files; name lists are not its work")
  func ofOffice() throws {
    let tree = try TreeFiles(children: 8)
    let sitting = try Sitting(at: TrainingTree.province.code, of: tree)
    sitting.open(.reports)
    sitting.expect(sitting.said("report.form2"))
    sitting.expect(sitting.said("report.missing"))
    sitting.expectNot(sitting.said("report.nameList"))
    sitting.expectNot(sitting.said("export.roster"))
    let place = try #require(Reports.offered(to: .province).firstIndex { $0.name == "form3" })
    for _ in 0..<place { sitting.press(.down) }
    sitting.press(.enter)
    sitting.expect(sitting.said("paperReport.form3"))
    sitting.press(.control("s"), .down, .down, .down, .enter)
    let path = tree.folder.file("training-99-form3-2024-11-08.txt")
    let text = String(decoding: try FileCare.read(path, limit: 1 << 20).bytes ?? [], as: UTF8.self)
    #expect(text.contains("จังหวัดฝึกหัด"))
  }

  @Test("the slip of a confirmation has its digest, its counts and who confirmed")
  func slip() throws {
    let sitting = try Sitting { try $0.makeConfirmed() }
    sitting.open(.reports)
    let place = try #require(Reports.offered(to: .centre).firstIndex { $0.name == "certificate" })
    for _ in 0..<place { sitting.press(.down) }
    sitting.press(.enter)
    let digest = try #require(try sitting.file.store.states().first?.confirmed?.confirmation.digest.hex)
    sitting.expect(String(digest.prefix(40)))
    sitting.expect("ชูใจ เลิศฝึก")
  }

  @Test("the log tells who did what, newest first, and goes on when one scrolls")
  func log() throws {
    let sitting = try Sitting { file in
      for child in try file.children() { try file.store.mark([child.id], .present, by: file.user) }
      try file.store.editStudent(try file.children()[3].id, [FieldChange(.first, "มะลิ")], by: file.user)
    }
    sitting.open(.log)
    sitting.expect("→ มะลิ")
    for _ in 0..<20 { sitting.press(.pageDown) }
    sitting.expectNot("→ มะลิ")
    sitting.press(.home)
    sitting.expect("→ มะลิ")
  }
}

extension TrainingFile {
  /// Confirmed by the person who has not entered anything, as four eyes ask.
  func makeConfirmedBySecond() throws {
    try makeReady()
    let second = UserName(user.text + "-2")
    for dataset in set.round.datasets(for: .institution) {
      try store.confirm(dataset, password: TrainingSet.password, by: second)
    }
  }
}
