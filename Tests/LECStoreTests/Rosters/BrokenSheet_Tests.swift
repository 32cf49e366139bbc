import Glibc
import LECStore
import Testing

/// The verdict on one broken file, as expected.csv has it.
struct Verdict: CustomTestStringConvertible, Sendable {
  let file: String
  let code: String
  let line: String
  let column: String
  let detail: String
  let stage: String

  var testDescription: String { file }

  static let all: [Verdict] = {
    guard let lines = try? VectorFolder.broken.lines("expected.csv") else { return [] }  // A test below counts them.
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Verdict(
        file: cells[0], code: cells[1], line: cells[2], column: cells[3], detail: cells[4], stage: cells[5])
    }
  }()

  static let ofReading = all.filter { $0.stage == "read" }
  static let ofImport = all.filter { $0.stage == "import" }
}

@Suite struct BrokenSheetTests {
  @Test("every broken file has a verdict and every verdict a file")
  func verdictsAndFilesAgree() {
    let files = VectorFolder.broken.names(ending: ".csv").filter { $0 != "expected.csv" }
    #expect(files == Verdict.all.map(\.file).sorted())
    #expect(files.count >= 40)
  }

  @Test("a broken file is refused for its fault, with row and column", arguments: Verdict.ofReading)
  func refuses(_ verdict: Verdict) throws {
    let problem = firstProblem(try VectorFolder.broken.bytes(verdict.file))
    #expect(problem?.code == verdict.code, "\(String(describing: problem))")
    #expect(problem?.place.map { "\($0.line)" } ?? "" == verdict.line)
    #expect(problem?.place.map { "\($0.column)" } ?? "" == verdict.column)
    if case .foreign(let kind) = problem { #expect(kind.rawValue == verdict.detail) }
  }

  @Test("a sheet whose fault is in what the rows say reads well", arguments: Verdict.ofImport)
  func readsWell(_ verdict: Verdict) throws {
    #expect(firstProblem(try VectorFolder.broken.bytes(verdict.file)) == nil)
  }

  @Test("a cell of 10 MB is refused at its row, quoted or not")
  func hugeCell() {
    let head = Array("เลขประจำตัวประชาชน,ชื่อ,นามสกุล,วันเกิด,ชั้น\n1,ก,ข,,\n2,".utf8)
    let cell = [UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20)
    let place = SheetPlace(line: 3, column: 2)
    #expect(firstProblem(head + cell + Array(",ข,,\n".utf8)) == .cellTooLong(place, limit: 64 << 10))
    #expect(
      firstProblem(head + Array("\"".utf8) + cell + Array("\",ข,,\n".utf8)) == .cellTooLong(place, limit: 64 << 10))
    #expect(firstProblem(head + Array("\"".utf8) + cell + Array(",ข,,\n".utf8)) == .unclosedQuote(place))
  }

  @Test("a row after a cell with a line break tells both the row and the line of the text")
  func twoWaysToCount() {
    let text = "number,first name,last name,birth date,grade\n1,\"a\nb\",c,,P1\n2,x\n"
    #expect(
      firstProblem(Array(text.utf8))
        == .shortRow(SheetPlace(line: 3, column: 3, textLine: 4), cells: 2, expected: 5))
  }

  @Test("a file that is too large, missing or a folder is refused before it is read")
  func unreadable() throws {
    var path = Array("/tmp/lecterm-large-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    defer { close(file) }
    #expect(ftruncate(file, 65 << 20) == 0)
    let name = path.withUnsafeBufferPointer { String(decoding: $0.dropLast().map { UInt8($0) }, as: UTF8.self) }
    defer { unlink(name) }
    #expect(throws: CSVProblem.tooLarge(bytes: 65 << 20, limit: 64 << 20)) { try RosterFile.read(name) }
    #expect(throws: CSVProblem.unreadable(code: ENOENT)) { try RosterFile.read("/tmp/lecterm/no/such/file.csv") }
    #expect(throws: CSVProblem.unreadable(code: EISDIR)) { try RosterFile.read("/tmp") }
  }
}
