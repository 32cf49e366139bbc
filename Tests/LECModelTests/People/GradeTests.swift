import LECModel
import Testing

@Suite struct GradeTests {
  @Test(
    "grades are read as they are written",
    arguments: [
      ("ป.1", .p1), ("ป1", .p1), ("ป. ๑", .p1), ("P1", .p1), ("p.1", .p1), ("ประถมศึกษาปีที่ 1", .p1),
      ("ประถมศึกษาปีที่1", .p1),
      ("ชั้นประถมศึกษาปีที่ 6", .p6), ("อ.2", .k2), ("อนุบาล 2", .k2), ("อนุบาลปีที่ 3", .k3), ("K1", .k1), ("3 ขวบ", .c3),
      ("อายุ 4 ปี", .c4), ("C2", .c2), ("ม.3", .m3), ("ม.4", .m4), ("มัธยมศึกษาปีที่ 6", .m6), ("ปวช.1", .v1), ("ปวช. 3", .v3),
      ("ปวส.2", .h2), ("H1", .h1),
    ] as [(String, Grade)])
  func parse(_ text: String, _ grade: Grade) { #expect(Grade.parse(text) == grade) }

  @Test(
    "what is no grade is not guessed",
    arguments: [
      "", "ป.7", "ป.0", "ป", "1", "ป.11", "ม.7", "อ.4", "1 ขวบ", "6 ขวบ", "ปวส.3", "เตรียมอนุบาล", "X1", "ป.1/2",
    ])
  func notGuessed(_ text: String) { #expect(Grade.parse(text) == nil) }

  @Test("every grade is read back from its short forms, and stands in the order of school life")
  func forms() {
    for grade in Grade.allCases {
      #expect(Grade.parse(grade.thai) == grade && Grade.parse(grade.english) == grade)
    }
    #expect(Grade.allCases.sorted() == Grade.allCases)
    #expect(Set(Grade.allCases.map(\.rank)).count == Grade.allCases.count)
    #expect(Grade.p1.thai == "ป.1" && Grade.c3.thai == "3 ขวบ" && Grade.v1.thai == "ปวช.1" && Grade.m6.thai == "ม.6")
  }

  @Test("promotion goes one grade up, and the last ones leave")
  func promotion() {
    #expect(Grade.k3.next == .p1 && Grade.p6.next == .m1 && Grade.m3.next == .m4)
    #expect(Grade.allCases.filter { $0.next == nil } == [.c5, .m6, .v3, .h2])
    for grade in Grade.allCases { #expect(grade.next.map { $0 > grade } ?? true) }
  }

  @Test("centres have age groups, schools have grades")
  func offered() {
    #expect(Grade.ofCentres == [.c2, .c3, .c4, .c5])
    #expect(!Grade.ofSchools.contains(.c5) && Grade.ofSchools.contains(.k1) && Grade.ofSchools.contains(.m6))
    #expect(Grade.ofColleges == [.v1, .v2, .v3, .h1, .h2])
  }

  @Test(
    "classes are read with their room",
    arguments: [
      ("ป.1/2", .p1, "2"), ("ป.1 / 02", .p1, "2"), ("ป.๑/๒", .p1, "2"), ("P1/2", .p1, "2"), ("ป.1 ห้อง 2", .p1, "2"),
      ("อ.2/ก", .k2, "ก"), ("ม.1/EP", .m1, "EP"), ("ป.1", .p1, ""), ("3 ขวบ/1", .c3, "1"),
    ] as [(String, Grade, String)])
  func classRoom(_ text: String, _ grade: Grade, _ room: String) throws {
    let read = try #require(ClassRoom.parse(text))
    #expect(read.grade == grade && read.room == room)
    #expect(ClassRoom.parse(read.thai) == read && ClassRoom.parse(read.english) == read)
  }

  @Test("a class without a grade or with a broken room is not read", arguments: ["", "/2", "ป.1/", "ป.9/1", "2"])
  func noClassRoom(_ text: String) { #expect(ClassRoom.parse(text) == nil) }

  @Test("room 2 stands before room 10 and before rooms with names")
  func roomOrder() {
    let rooms = ["", "1", "2", "10", "EP", "ก", "ข"].map { ClassRoom(grade: .p1, room: $0) }
    #expect(rooms.reversed().sorted() == rooms)
    #expect(ClassRoom(grade: .k3, room: "9") < ClassRoom(grade: .p1, room: "1"))
  }
}
