import LECModel
import LECStore
import TestSupport
import Testing

@Suite("Reading a roster into the file")
struct RosterImportTests {
  private static let header = "เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,นามสกุล,วันเกิด,ชั้น,ห้อง\n"

  private func csv(_ rows: String...) -> [UInt8] { Array((Self.header + rows.joined(separator: "\n") + "\n").utf8) }

  private func read(
    _ file: TrainingFile, _ bytes: [UInt8], _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions.shipped
    change(&options)
    return try file.store.importRoster(bytes, name: "roster.csv", options: options, by: file.user)
  }

  private let one = "1999900000013,ด.ช.,ปั้นบุญ,ทองทุ่งใส,10/5/2563,3 ขวบ,1"
  private let other = "2999900000127,ด.ญ.,น้ำฝน,คำน้ำเย็น,1/2/2564,3 ขวบ,2"

  @Test("new children are added with what the row says, and what follows from it")
  func adds() throws {
    let file = try TrainingFile()
    let report = try read(file, csv(one, other))
    #expect(report.added == 2)
    #expect(report.isWritten)
    let child = try #require(try file.store.students(named: "2999900000127").first)
    #expect(child.student[.birth] == "2021-02-01")
    #expect(child.student.sex == .female)
    #expect(child.student.grade == .c3)
  }

  @Test("more than two thousand children at once, for whom the indexes are made anew, are all there and all found")
  func large() throws {
    let file = try TrainingFile()
    let rows = (1...2100).map { "\($0),ด.ช.,ปั้นบุญ,ทองทุ่ง\($0),10/5/2563,3 ขวบ,1" }
    let head = Array(Self.header.replacing("เลขประจำตัวประชาชน", with: "ที่,เลขประจำตัวประชาชน").utf8)
    let sheet = head + Array(rows.map { $0.replacing(",ด.ช.", with: ",,ด.ช.") }.joined(separator: "\n").utf8)
    #expect(try read(file, sheet) { $0.force = true }.added == 2100)
    let found = try file.store.roster(RosterFilter(search: "ทองทุ่ง2099"), .first, limit: 5)
    #expect(found.count == 1)
  }

  @Test("a child that the file does not have is never taken out, and an empty cell empties no field")
  func neverRemoves() throws {
    let file = try TrainingFile()
    let before = try file.children().count
    let child = try #require(try file.children().first { !$0.student[.number].isEmpty })
    let row =
      "\(child.student[.number]),,\(child.student[.first]),\(child.student[.last]),,\(child.student.grade?.thai ?? ""),7"
    let report = try read(file, csv(row))
    #expect(report.changed == 1)
    let now = try #require(try file.store.student(child.id))
    #expect(now.student[.room] == "7")
    #expect(now.student[.birth] == child.student[.birth])
    #expect(try file.children().count == before)
  }

  @Test("one bad row keeps all out, unless only the good ones are asked for")
  func allOrNothing() throws {
    let file = try TrainingFile()
    let bad = "1999900000014,ด.ช.,ปั้นบุญ,ทองทุ่งงาม,10/5/2563,3 ขวบ,1"
    let whole = try read(file, csv(one, bad))
    #expect(!whole.isWritten)
    #expect(whole.lines.first?.code == "number-check-digit")
    #expect(whole.lines.first?.line == 3)
    #expect(try file.store.students(named: "1999900000013").isEmpty)
    let part = try read(file, csv(one, bad)) { $0.partial = true }
    #expect(part.added == 1)
    #expect(part.refused == 1)
    #expect(try file.store.students(named: "1999900000013").count == 1)
  }

  @Test("a dry run tells the same and writes nothing")
  func dryRun() throws {
    let file = try TrainingFile()
    let events = try file.store.version()
    let report = try read(file, csv(one, other)) { $0.dryRun = true }
    #expect(report.added == 2)
    #expect(!report.isWritten)
    #expect(try file.store.version() == events)
  }

  @Test("the same file again is known by its hash")
  func again() throws {
    let file = try TrainingFile()
    _ = try read(file, csv(one))
    let refusal = try #require(throws: Refusal.self) { try read(file, csv(one)) }
    #expect(refusal.code == .alreadyImported)
    #expect(try read(file, csv(one)) { $0.again = true }.same == 1)
  }

  @Test("a roster that names another institution is stopped before it is in")
  func otherInstitution() throws {
    let file = try TrainingFile()
    let rows = (0..<12).compactMap { CitizenNumber(first12: 199_990_001_000 + UInt64($0))?.text }
      .enumerated().map { "\($1),ด.ช.,ชื่อ\($0),สกุล,10/5/2563,3 ขวบ,1,3099009999" }
    let bytes = Array("\(Self.header.dropLast(1)),รหัสสถานศึกษา\n\(rows.joined(separator: "\n"))\n".utf8)
    let refusal = try #require(throws: Refusal.self) { try read(file, bytes) }
    #expect(refusal.code == .otherInstitution)
    #expect(try read(file, bytes) { $0.force = true }.added == 12)
  }

  @Test("mixed years are asked about, and nothing is written before the answer")
  func mixedYears() throws {
    let file = try TrainingFile()
    let mixed = csv(one, "2999900000127,ด.ญ.,น้ำฝน,คำน้ำเย็น,1/2/2021,3 ขวบ,2")
    let report = try read(file, mixed)
    #expect(report.doubts.map(\.column) == ["birth"])
    #expect(!report.isWritten)
    #expect(try read(file, mixed) { $0.years = .each }.added == 2)
  }

  @Test("an import is taken back as one step; what was worked on since stays")
  func takeBack() throws {
    let file = try TrainingFile()
    let before = try file.store.stateDigest()
    _ = try read(file, csv(one, other))
    let step = try #require(try file.store.imports().first)
    let worked = try #require(try file.store.students(named: "2999900000127").first)
    try file.store.editStudent(worked.id, [FieldChange(.room, "9")], by: file.user)
    let (done, left) = try file.store.takeBackImport(step.n, by: file.user)
    #expect(done == 1)
    #expect(left == 1)
    #expect(try file.store.students(named: "1999900000013").isEmpty)
    #expect(try file.store.students(named: "2999900000127").count == 1)
    #expect(try file.store.imports().first?.isTakenBack == true)
    try file.store.remove([worked.id], reason: .mistake, by: file.user)
    #expect(try file.store.stateDigest() != before)
    #expect(try file.store.verify().isOK)
  }

  @Test("an import that was confirmed cannot be taken back")
  func confirmedImport() throws {
    let file = try TrainingFile(policy: .reconfirm)
    _ = try read(file, csv(one))
    try file.makeReady()
    try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
    let step = try #require(try file.store.imports().first)
    #expect(throws: Refusal.self) { try file.store.takeBackImport(step.n, by: file.user) }
  }

  @Test("a child in the register stays there, and the row is told")
  func registered() throws {
    let file = try TrainingFile()
    _ = try read(file, csv(one))
    let child = try #require(try file.store.students(named: "1999900000013").first)
    try file.store.remove([child.id], reason: .left, by: file.user)
    let report = try read(file, csv(one, other)) { $0.again = true }
    #expect(report.lines.contains { $0.code == "in-register" })
    #expect(try file.store.student(child.id)?.student.state == .removed)
  }

  @Test("out and in again loses nothing that a sheet may say", arguments: [true, false])
  func roundTrip(thai: Bool) throws {
    let source = try TrainingFile(.school)
    let target = try TrainingFile(.school, children: 0)
    let bytes = try source.store.exportCSV(.enrolled, thai: thai, mark: true)
    var options = ImportOptions.shipped
    options.partial = true
    let report = try target.store.importRoster(bytes, name: "out.csv", options: options, by: target.user)
    // The training set holds one doubled number on purpose; it is the one row that can't come back.
    #expect(report.added == 95)
    #expect(report.refused == 1)
    func fields(_ file: TrainingFile) throws -> Set<String> {
      Set(
        try file.children().map { row in
          StudentField.typed.map { row.student[$0] }.joined(separator: "|")
        })
    }
    #expect(try fields(target).subtracting(fields(source)).isEmpty)
    #expect(try fields(target).count == 95)
  }

  @Test("every broken sheet is refused with a place or a reason, and the file stays as it was")
  func broken() throws {
    let file = try TrainingFile(children: 2)
    let events = try file.store.version()
    let digest = try file.store.stateDigest()
    var seen = 0
    for name in VectorFolder.broken.names(ending: ".csv") where name != "expected.csv" {
      seen += 1
      let bytes = try VectorFolder.broken.bytes(name)
      do {
        let report = try file.store.importRoster(bytes, name: name, options: ImportOptions.shipped, by: file.user)
        #expect(!report.isWritten, "\(name) was read in")
        #expect(report.refused > 0 || !report.doubts.isEmpty, "\(name): nothing is wrong with it?")
        #expect(report.lines.allSatisfy { $0.line > 0 }, "\(name)")
      } catch let problem as CSVProblem {
        #expect(!problem.code.isEmpty)
      }
    }
    #expect(seen >= 40)
    #expect(try file.store.version() == events)
    #expect(try file.store.stateDigest() == digest)
  }

  @Test("a stopped import leaves nothing behind")
  func cancelled() throws {
    let file = try TrainingFile()
    let rows = (0..<1200).compactMap { CitizenNumber(first12: 199_991_000_000 + UInt64($0))?.text }
      .enumerated().map { "\($1),ด.ช.,ชื่อ\($0),สกุล,10/5/2563,3 ขวบ,1" }
    let bytes = Array((Self.header + rows.joined(separator: "\n") + "\n").utf8)
    let events = try file.store.version()
    var calls = 0
    #expect(throws: ImportCancelled.self) {
      try file.store.importRoster(bytes, name: "big.csv", options: forced(), by: file.user) { _ in
        calls += 1
        return calls < 4
      }
    }
    #expect(try file.store.version() == events)
    #expect(try file.store.verify().isOK)
  }

  private func forced() -> ImportOptions {
    var options = ImportOptions.shipped
    options.force = true
    return options
  }
}
