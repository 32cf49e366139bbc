import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@Suite("Roll-call, key by key") @MainActor struct RollCallTests {
  private let classRoom = ClassRoom(grade: .c2, room: "1")

  private func marks(_ sitting: Sitting) throws -> [Mark] {
    try sitting.file.store.roster(RosterFilter(classRoom: classRoom), .first, limit: 50)
      .map { $0.student.mark(in: sitting.file.set.round.key) }
  }

  @Test("PU-03 one key a child: present, not here, later; the next child comes by itself; undo is one key")
  func keys() throws {
    let sitting = try Sitting(.centre)
    sitting.open(.rollCallClass(classRoom))
    sitting.type("pnl")
    #expect(try marks(sitting).prefix(4) == [.present, .absent, .later, .unchecked])
    sitting.type("u")
    #expect(try marks(sitting).prefix(4) == [.present, .absent, .unchecked, .unchecked])
  }

  @Test("the same keys work with the Thai keyboard switched on")
  func thaiKeyboard() throws {
    let sitting = try Sitting(.centre)
    sitting.open(.rollCallClass(classRoom))
    // The keys of p, n and l on the Kedmanee layout.
    sitting.type("ยืส")
    #expect(try marks(sitting).prefix(3) == [.present, .absent, .later])
  }

  @Test("all the rest present is one step, and one undo takes it back")
  func rest() throws {
    let sitting = try Sitting(.centre)
    sitting.open(.rollCallClass(classRoom))
    sitting.type("nA")
    #expect(try marks(sitting) == [.absent] + Array(repeating: .present, count: 8))
    sitting.type("u")
    #expect(try marks(sitting).filter { $0 == .unchecked }.count == 8)
  }

  @Test(
    "a paper sheet: the numbers of those not here and later, everybody else is present", arguments: ["2 4-5", "๒,๔-๕"])
  func sheet(numbers: String) throws {
    let sitting = try Sitting(.centre)
    sitting.open(.sheetEntry(classRoom))
    sitting.type(numbers)
    sitting.press(.tab)
    sitting.type("9")
    sitting.press(.control("s"))
    #expect(
      try marks(sitting) == [.present, .absent, .present, .absent, .absent, .present, .present, .present, .later])
    sitting.type("u")
    #expect(try marks(sitting).allSatisfy { $0 == .unchecked })
  }

  @Test(
    "numbers that the sheet does not have are refused and nothing is written", arguments: ["10", "0", "3-", "a", "5-2"])
  func wrongNumbers(text: String) throws {
    let sitting = try Sitting(.centre)
    sitting.open(.sheetEntry(classRoom))
    sitting.type(text)
    sitting.press(.control("s"))
    #expect(try marks(sitting).allSatisfy { $0 == .unchecked })
    sitting.expect(sitting.said("sheet.wrong", [.number("count", 9)]).prefix(12).description)
  }

  @Test("who marks a child as not here and then takes out means that child, though the bar stands on the next one")
  func takingOut() throws {
    let sitting = try Sitting(.centre)
    let names = try sitting.file.store.roster(RosterFilter(classRoom: classRoom), .first, limit: 50)
      .map(\.student.fullName)
    sitting.open(.rollCallClass(classRoom))
    sitting.type("n")
    sitting.expect(sitting.said("rollcall.justAbsent", [.text("name", names[0])]))
    sitting.type("d")
    sitting.expect(names[0])
    sitting.expectNot(names[1])
    // Looked at and left: the same child is meant still, until the bar is moved or another child is marked.
    sitting.press(.escape)
    sitting.type("d")
    sitting.expect(names[0])
    sitting.press(.escape, .down)
    sitting.expectNot(sitting.said("rollcall.justAbsent", [.text("name", names[0])]))
    sitting.type("d")
    sitting.expect(names[2])
    sitting.expectNot(names[0])
    sitting.press(.escape)
    sitting.type("pd")
    sitting.expect(names[3])
  }

  @Test("when a child has been taken out the bar stays on the child it was on")
  func staying() throws {
    let sitting = try Sitting(.centre)
    let rows = try sitting.file.store.roster(RosterFilter(classRoom: classRoom), .first, limit: 50)
    sitting.open(.rollCallClass(classRoom))
    sitting.type("nd")
    sitting.press(.enter, .enter, .control("s"))
    #expect(try sitting.file.store.student(rows[0].id)?.student.state == .removed)
    sitting.type("p")
    #expect(try sitting.file.store.student(rows[1].id)?.student.mark(in: sitting.file.set.round.key) == .present)
  }
}
