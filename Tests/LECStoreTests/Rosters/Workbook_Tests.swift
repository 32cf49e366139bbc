import LECStore
import TestSupport
import Testing

/// The verdict on one broken workbook, as expected.csv has it. A code that ends in * is known by its beginning.
struct BookVerdict: CustomTestStringConvertible, Sendable {
  let file: String
  let code: String
  let line: String
  let column: String

  var testDescription: String { file }

  static let all: [BookVerdict] = {
    // A test below counts them.
    guard let lines = try? VectorFolder.brokenBooks.lines("expected.csv") else { return [] }
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return BookVerdict(file: cells[0], code: cells[1], line: cells[2], column: cells[3])
    }
  }()
}

@Suite("Workbooks of Excel and its kin")
struct WorkbookTests {
  private static let good = VectorFolder.goodBooks.names(ending: ".xlsx")

  @Test("a workbook is read cell by cell as it is meant, whichever program wrote it", arguments: good)
  func reads(_ file: String) throws {
    let expected = try VectorFolder.goodBooks.lines(String(file.dropLast(5)) + ".expected")
    #expect(try sheetReading(try VectorFolder.goodBooks.bytes(file)) == expected)
  }

  @Test("good and broken workbooks are there, each with what it says")
  func filesAndExpectations() {
    #expect(
      Self.good.map { $0.dropLast(5) } == VectorFolder.goodBooks.names(ending: ".expected").map { $0.dropLast(9) })
    #expect(VectorFolder.brokenBooks.names(ending: ".xlsx") == BookVerdict.all.map(\.file).sorted())
    #expect(Self.good.count >= 25)
    #expect(BookVerdict.all.count >= 40)
  }

  @Test("a broken workbook is refused for its fault, with row and column where it has any", arguments: BookVerdict.all)
  func refuses(_ verdict: BookVerdict) throws {
    let problem = firstProblem(try VectorFolder.brokenBooks.bytes(verdict.file))
    let code = problem?.code ?? ""
    if verdict.code.hasSuffix("*") {
      #expect(code.hasPrefix(verdict.code.dropLast()))
    } else {
      #expect(code == verdict.code, "\(String(describing: problem))")
    }
    #expect(problem?.place.map { "\($0.line)" } ?? "" == verdict.line)
    #expect(problem?.place.map { "\($0.column)" } ?? "" == verdict.column)
  }

  @Test("a workbook cut off anywhere is refused, and never read in part", arguments: ["hand-inline-and-stored.xlsx"])
  func truncated(_ file: String) throws {
    let bytes = try VectorFolder.goodBooks.bytes(file)
    for count in stride(from: 1, to: bytes.count, by: 7) {
      #expect(firstProblem(Array(bytes.prefix(count))) != nil, "cut after \(count) bytes")
    }
  }

  @Test("of several rosters in one workbook the one that is named is read, by its name or its place")
  func sheets() throws {
    let bytes = try VectorFolder.brokenBooks.bytes("two-rosters.xlsx")
    #expect(firstProblem(bytes) == .workbook(.severalSheets(["ป.1", "ป.2"])))
    #expect(try sheetReading(bytes, sheet: "ป.2").count == 5)
    #expect(try sheetReading(bytes, sheet: "2").count == 5)
    #expect(throws: CSVProblem.workbook(.noSuchSheet("ป.3", known: ["ป.1", "ป.2"]))) {
      try sheetReading(bytes, sheet: "ป.3")
    }
  }

  @Test("hidden rows are known, so that a person can be told")
  func hidden() throws {
    let sheet = try RosterSheet(
      try VectorFolder.goodBooks.bytes("openpyxl-gaps-and-notes-beside.xlsx"), words: .shipped)
    #expect(sheet.hiddenRows == [4])
    #expect(sheet.encoding == .workbook)
  }
}
