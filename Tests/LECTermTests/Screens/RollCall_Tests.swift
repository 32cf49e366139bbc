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
}
