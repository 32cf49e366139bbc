import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("Reports as PDF, opened by other programs")
struct Papers_Tests {
  static let now = "2021-11-09T10:00"
  nonisolated private static let isReady =
    PaperFiles.makesPDF && Outside.has("pdftotext", "pdffonts", "pdftoppm", "pdfinfo")
  nonisolated private static let hint: Comment = "lecterm-paper (make paper) or poppler-utils is not installed"

  @Test(
    "every report becomes a PDF with its fonts in it, its Thai in order and its pages numbered",
    .enabled(if: isReady, hint))
  func everyReport() throws {
    let play = try RoundPlay(example: "2564-2")
    try play.makeReady("2021-11-05T09:00")
    try play.confirmInstitutions("2021-11-08T09:00")
    let folder = TemporaryFolder()
    for unit in ["3099000001", "05990101", "99"] {
      for report in Reports.all {
        let file = folder.file("\(unit)-\(report.name).pdf")
        let said = play.plain(unit, Self.now, "report", report.name, "--out", file)
        guard said.status == 0 else {
          #expect(said.status == 3, "\(report.name): \(said.errors)")
          continue
        }
        let fonts = Outside.run(["pdffonts", file], folder).output.split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains("yes yes yes") }, "\(report.name): \(fonts)")
        let text = Self.text(file, folder)
        let name = play.plain(unit, Self.now, "report", report.name).output.split(separator: "\n")[1]
        #expect(text.contains(Self.bare(String(name))), "\(report.name): \(text.prefix(300))")
        let pages = Outside.run(["pdfinfo", file], folder).output.split(separator: "\n").first { $0.hasPrefix("Pages") }
        let count = String(pages?.split(separator: " ").last ?? "")
        #expect(text.contains("Page\(count)/\(count)"), "\(report.name)")
      }
    }
    // The children of a class in the order of the list, with every mark of their names.
    let names = play.plain(Self.school, Self.now, "report", "nameList", "--format", "csv").output
    var rest = Substring(Self.text(folder.file("3099000001-nameList.pdf"), folder))
    for row in Outside.rows(names + "\n").dropFirst() {
      let at = rest.firstRange(of: Self.bare(row[2]))
      #expect(at != nil, "\(row)")
      if let at { rest = rest[at.upperBound...] }
    }
  }

  private static let school = "3099000001"

  /// pdftotext may put spaces inside a syllable with marks: all are left out.
  private static func text(_ file: String, _ folder: TemporaryFolder) -> String {
    bare(Outside.run(["pdftotext", "-layout", file, "-"], folder).output)
  }

  private static func bare(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0xA0 }))
  }

  @Test(
    "the code on a confirmation is read from the page and carries the digest of the file",
    .enabled(if: isReady && Outside.has("zbarimg"), "lecterm-paper, poppler-utils or zbar-tools is not installed"))
  func code() throws {
    let shell = try Shell()
    try shell.makeReady()
    _ = try shell.work { store, user in
      try store.confirm(.students, password: TrainingSet.password, by: user)
    }
    let file = shell.folder.file("slip.pdf")
    #expect(shell.run("report", "certificate", "--out", file).status == 0)
    _ = Outside.run(["pdftoppm", "-png", "-r", "150", file, shell.folder.file("slip")], shell.folder)
    let pictures = Outside.names(in: shell.folder.path).filter { $0.hasPrefix("slip") && $0.hasSuffix(".png") }
    let read = Outside.run(["zbarimg", "-q"] + pictures.map { shell.folder.file($0) }, shell.folder).output
    let digest = try shell.work { store, _ in try store.states().first?.confirmed?.confirmation.digest.hex }
    #expect(read.contains("LECTERM-CONFIRMED-1 \(shell.user) "))
    #expect(read.contains(try #require(digest)))
  }

  @Test(
    "a number is not broken over two lines, in either digits", .enabled(if: isReady, hint), arguments: Digits.allCases)
  func whole(digits: Digits) throws {
    let shell = try Shell(.school)
    let file = shell.folder.file("problems.pdf")
    #expect(shell.run("report", "problems", "--digits", digits.rawValue, "--out", file).status == 0)
    let text = Outside.run(["pdftotext", "-layout", file, "-"], shell.folder).output
    let numbers = try shell.work { store, _ in
      try store.findings().prefix(20).compactMap { try $0.record.flatMap { try store.student($0) }?.student[.number] }
    }
    let read = numbers.compactMap { try? IdentityNumber.read($0, yearBE: nil).get().grouped }
    #expect(read.count > 10)
    for number in read { #expect(text.contains(digits.written(number)), "\(number)") }
  }

  @Test("without the program that makes PDF the sentence says what to install")
  func missing() {
    let (objection, status) = Explain.objection(PaperProblem.notInstalled)
    #expect(objection.code == "no-pdf" && status == .cannotOpen)
    #expect(Spoken.language.text(objection.reason, objection.values).contains("lecterm-paper"))
  }

  @Test(
    "what is for the printer is kept beside the file, and without a printer the place is said",
    .enabled(if: !Outside.has("lp")))
  func printing() throws {
    let shell = try Shell()
    let said = shell.run("report", "headCount", "--print", "--format", "txt")
    #expect(said.status == 0)
    #expect(said.output.contains(shell.folder.path))
    #expect(FileCare.exists(shell.folder.file("training-\(shell.user)-headCount-2024-11-08.txt")))
  }
}
