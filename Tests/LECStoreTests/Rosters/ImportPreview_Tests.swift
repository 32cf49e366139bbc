import LECModel
import LECStore
import TestSupport
import Testing

@Suite("What a sheet would do, row by row, and what a person decides")
struct ImportPreviewTests {
  private static let header = "เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,นามสกุล,วันเกิด,ชั้น,ห้อง\n"
  private let one = "1999900000013,ด.ช.,ปั้นบุญ,ทองทุ่งใส,10/5/2563,3 ขวบ,1"
  private let bad = "1999900000014,ด.ญ.,น้ำฝน,คำน้ำเย็น,1/2/2564,3 ขวบ,2"

  private func read(
    _ file: TrainingFile, _ rows: [String], header: String = header, preview: Bool = true,
    _ decide: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions.shipped
    options.isPreview = preview
    options.dryRun = preview
    options.again = true
    decide(&options)
    let bytes = Array((header + rows.joined(separator: "\n") + "\n").utf8)
    return try file.store.importRoster(bytes, name: "roster.csv", options: options, by: file.user)
  }

  @Test("every row says what it is: new, changed field by field, the same, or what is wrong with which cell")
  func rows() throws {
    let file = try TrainingFile()
    _ = try read(file, [one], preview: false)
    let moved = one.replacingOccurrences(of: "3 ขวบ,1", with: "3 ขวบ,4")
    let report = try read(file, [one, bad, "2999900000127,ด.ญ.,กำไล,ทดสอบ,1/2/2564,3 ขวบ,2"])
    #expect(report.list.map(\.kind) == [.same, .problem, .added])
    #expect(report.list.map(\.line) == [2, 3, 4])
    #expect(report.list[1].problems.first?.column == "number")
    #expect(report.list[1].problems.first?.text == "1999900000014")
    let changed = try read(file, [moved])
    #expect(changed.list[0].kind == .changed)
    #expect(changed.list[0].changes == [.init(field: StudentField.room.rawValue, from: "1", to: "4")])
  }

  @Test("a cell is put right in the preview, and the file is read in with it")
  func fix() throws {
    let file = try TrainingFile()
    func mended(_ preview: Bool) throws -> ImportReport {
      try read(file, [one, bad], preview: preview) { $0.decisions.fixes[3] = ["number": "2999900000127"] }
    }
    #expect(try mended(true).list.map(\.kind) == [.added, .added])
    #expect(try mended(false).isWritten)
    #expect(try file.store.students(named: "2999900000127").first?.student[.first] == "น้ำฝน")
  }

  @Test("a row that is left out keeps nothing else out and is not read in")
  func leftOut() throws {
    let file = try TrainingFile()
    let report = try read(file, [one, bad], preview: false) { $0.decisions.leftOut = [3] }
    #expect(report.isWritten)
    #expect(report.leftOut == 1 && report.refused == 0 && report.added == 1)
    #expect(try file.store.students(named: "น้ำฝน").isEmpty)
  }

  @Test("a row that is only like a child waits for a decision, and does what was decided")
  func likely() throws {
    let file = try TrainingFile()
    _ = try read(file, [",ด.ช.,ปั้นบุญ,ทองทุ่งใส,10/5/2563,3 ขวบ,1"], preview: false)
    let before = try file.children().count
    let other = ["1999900000013,ด.ช.,ปั้นบุญ,ทองทุ่งใส,10/6/2563,3 ขวบ,1"]
    let asked = try read(file, other)
    #expect(asked.undecided == 1 && asked.refused == 1)
    let candidate = try #require(asked.list.first?.candidates.first)
    #expect(candidate.name.contains("ปั้นบุญ") && candidate.birth == "2020-05-10")
    #expect(try !read(file, other, preview: false).isWritten)
    let same = try read(file, other) { $0.decisions.matches[2] = .child(candidate.n) }
    #expect(same.list.first?.kind == .changed)
    let new = try read(file, other) { $0.decisions.matches[2] = .new }
    #expect(new.list.first?.kind == .added)
    _ = try read(file, other, preview: false) { $0.likely = .same }
    #expect(try file.children().count == before)
    #expect(try file.store.students(named: "1999900000013").first?.student[.birth] == "2020-06-10")
  }

  @Test("two children of one name with two numbers are no question")
  func namesakes() throws {
    let file = try TrainingFile()
    _ = try read(file, [one], preview: false)
    let report = try read(file, ["2999900000127,ด.ช.,ปั้นบุญ,ทองทุ่งใส,10/6/2563,3 ขวบ,1"])
    #expect(report.list.first?.kind == .added)
  }

  @Test("a header that lacks a column is asked about; what is said of it is kept for the next sheet of its kind")
  func mapping() throws {
    let file = try TrainingFile()
    let header = "เลขสิบสามหลัก,คำนำหน้า,ชื่อ,นามสกุล,วันเกิด,ชั้น,ห้อง\n"
    let asked = try read(file, [one], header: header)
    #expect(asked.needed == ["number"])
    #expect(asked.columns.first == .init(letters: "A", header: "เลขสิบสามหลัก", example: "1999900000013", field: ""))
    #expect(throws: CSVProblem.self) { try read(file, [one], header: header, preview: false) }
    let told = try read(file, [one], header: header, preview: false) {
      $0.decisions.columns = ["เลขสิบสามหลัก": "number"]
    }
    #expect(told.isWritten)
    let next = try read(file, ["2999900000127,ด.ญ.,กำไล,ทดสอบ,1/2/2564,3 ขวบ,2"], header: header, preview: false)
    #expect(next.isWritten)
    #expect(next.needed.isEmpty)
    let again = try read(file, [one], header: header) { $0.decisions.columns = ["A": "ignore"] }
    #expect(again.needed == ["number"])
  }

  @Test("reading a file in is one step that undo takes back")
  func undo() throws {
    let file = try TrainingFile()
    let before = try file.children().count
    _ = try read(file, [one, "2999900000127,ด.ญ.,กำไล,ทดสอบ,1/2/2564,3 ขวบ,2"], preview: false)
    #expect(try file.children().count == before + 2)
    try file.store.undo(by: file.user)
    #expect(try file.children().count == before)
    #expect(try file.store.imports().first?.isTakenBack == true)
    #expect(throws: Refusal.self) { try file.store.undo(by: file.user) }
  }

  @Test("zeros that a spreadsheet took away from a school number change nothing")
  func zeros() throws {
    let file = try TrainingFile()
    let header = "เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,นามสกุล,วันเกิด,ชั้น,ห้อง,เลขประจำตัวนักเรียน\n"
    _ = try read(file, [one + ",00123"], header: header, preview: false)
    #expect(try read(file, [one + ",123"], header: header).list.first?.kind == .same)
    #expect(try read(file, [one + ",124"], header: header).list.first?.kind == .changed)
  }
}

extension String {
  fileprivate func replacingOccurrences(of text: String, with other: String) -> String {
    guard let range = firstRange(of: text) else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }

  private func firstRange(of text: String) -> Range<String.Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return at..<(index(at, offsetBy: text.count)) }
      at = index(after: at)
    }
    return nil
  }
}
