import LECStore
import TestSupport
import Testing

@Suite struct ColumnMapTests {
  /// The columns of a sheet with this header and one row of numbered cells, as "column cell".
  private func columns(_ header: String, map: String? = nil) throws -> [String] {
    let cells = header.split(separator: ",", omittingEmptySubsequences: false).indices.map { "\($0)" }
    let text = header + "\n" + cells.joined(separator: ",") + "\n"
    let words = try map.map { try HeaderWords(Array($0.utf8), names: .shipped) } ?? .shipped
    var sheet = try RosterSheet(Array(text.utf8), words: words, required: [])
    guard let row = try sheet.next() else { return [] }
    return sheet.columns.columns.map { "\($0.rawValue) \(sheet.columns.text($0, in: row))" }
  }

  @Test("every column is known by its own name and by the names an export writes", arguments: RosterColumn.allCases)
  func names(_ column: RosterColumn) throws {
    for name in [column.rawValue, column.thaiName, column.englishName] {
      // The surname stands beside, for a name alone would be the whole name.
      let beside = column == .last ? "เพศ" : "นามสกุล"
      let sheet = try RosterSheet(Array("\(name),\(beside)\n1,2\n".utf8), words: .shipped, required: [])
      #expect(sheet.columns[column] == 0, "\(name)")
    }
  }

  @Test("a header with all names an export writes is understood whole")
  func wholeExport() throws {
    for name in [\RosterColumn.thaiName, \RosterColumn.englishName] {
      let fields = RosterColumn.allCases.filter { $0 != .fullName && $0 != .gradeAndRoom }
      let text =
        fields.map { $0[keyPath: name] }.joined(separator: ",") + "\n" + fields.map(\.rawValue).joined(separator: ",")
      var sheet = try RosterSheet(Array(text.utf8), words: .shipped)
      let row = try #require(try sheet.next())
      #expect(fields.map { sheet.columns.text($0, in: row) } == fields.map(\.rawValue))
    }
  }

  @Test("a name with two meanings is settled by the columns beside it")
  func settles() throws {
    #expect(try columns("ชื่อ,นามสกุล") == ["first 0", "last 1"])
    #expect(try columns("ชื่อ,เพศ") == ["sex 1", "fullName 0"])
    #expect(try columns("ชื่อ-สกุล,เพศ") == ["sex 1", "fullName 0"])
    #expect(try columns("ชื่อตัว,ชื่อสกุล") == ["first 0", "last 1"])
    #expect(try columns("ชั้น,ห้อง") == ["grade 0", "room 1"])
    #expect(try columns("ชั้น,เพศ") == ["sex 1", "gradeAndRoom 0"])
    #expect(try columns("ห้องเรียน,เพศ") == ["sex 1", "gradeAndRoom 0"])
    #expect(try columns("ชั้น,ห้องเรียน") == ["grade 0", "room 1"])
    #expect(try columns("เลขประจำตัว,เลขบัตรประชาชน") == ["number 1", "schoolNumber 0"])
    #expect(try columns("เลขประจำตัว,เลขประจำตัวนักเรียน") == ["number 0", "schoolNumber 1"])
    #expect(try columns("ชื่อ (ไทย),ชื่อ (อังกฤษ),นามสกุล [ไทย],ชื่อ (บิดา)") == ["first 0", "last 2"])
    #expect(try columns("Name,Surname,Class,Room") == ["first 0", "last 1", "grade 2", "room 3"])
  }

  @Test("columns that are not known are told with their place, blank headings are not")
  func ignored() throws {
    let sheet = try RosterSheet(Array("ชื่อ,ขนาดรองเท้า,,นามสกุล\na,30,,b\n".utf8), words: .shipped, required: [])
    #expect(sheet.columns.ignored == [IgnoredColumn(name: "ขนาดรองเท้า", place: SheetPlace(line: 1, column: 2))])
  }

  @Test("what is missing is told by column, and a column that holds both is enough")
  func missing() {
    #expect(
      firstProblem(Array("ชื่อ,นามสกุล,เพศ\na,b,c\n".utf8))
        == .missingColumns([.number, .birth, .grade], SheetPlace(line: 1, column: 1)))
    #expect(firstProblem(Array("pid,full name,dob,grade/room\n1,a b,,P1/1\n".utf8)) == nil)
  }

  @Test("a map file names what the program does not know, and what to leave out")
  func mapFile() throws {
    let map = "# our own sheet\nรหัส ปชช = number\nฉายา=ชื่อตัว\n\nชื่อ#2 = ignore\n"
    #expect(try columns("รหัส ปชช.,ฉายา,ชื่อ,ชื่อ,นามสกุล", map: map + "ชื่อ = ignore\n") == ["number 0", "first 1", "last 4"])
    #expect(
      try columns("รหัสปชช,ฉายา,เพศ,ชื่อ,ชื่อ", map: "รหัส ปชช=number\nชื่อ=middle\nชื่อ#2=last\nฉายา = first") == [
        "number 0", "first 1", "middle 3", "last 4", "sex 2",
      ])
  }

  @Test("a map file with a fault is refused with its line")
  func brokenMapFile() {
    #expect(throws: CSVProblem.badMapLine(2)) { try HeaderWords(Array("a = number\nfirst\n".utf8), names: .shipped) }
    #expect(throws: CSVProblem.badMapLine(1)) { try HeaderWords(Array(" = number\n".utf8), names: .shipped) }
    #expect(throws: CSVProblem.badMapLine(1)) { try HeaderWords(Array("a =\n".utf8), names: .shipped) }
    #expect(throws: CSVProblem.unknownMapColumn("shoe size", line: 1)) {
      try HeaderWords(Array("a = shoe size".utf8), names: .shipped)
    }
    #expect(throws: CSVProblem.unusedMapHeader("ฉายา", line: 3)) { try columns("ชื่อ,นามสกุล", map: "\n\nฉายา = first\n") }
    #expect(throws: CSVProblem.foreign(.pdf)) { try HeaderWords(Array("%PDF-1.7".utf8), names: .shipped) }
  }

  @Test("the letters of a column are those of a spreadsheet")
  func letters() {
    let letters = [1, 26, 27, 52, 53, 200, 702, 703].map { SheetPlace(line: 1, column: $0).letters }
    #expect(letters == ["A", "Z", "AA", "AZ", "BA", "GR", "ZZ", "AAA"])
  }
}
