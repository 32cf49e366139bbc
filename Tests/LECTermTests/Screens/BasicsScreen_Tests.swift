import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@Suite("The basic information, PU-06")
@MainActor struct BasicsScreenTests {
  @Test("a value that can't be is refused at its field, and nothing is saved")
  func refused() throws {
    let sitting = try Sitting()
    sitting.open(.basics(field: .rooms))
    sitting.type("สาม")
    sitting.press(.control("s"))
    sitting.expect(sitting.said("value.count"))
    #expect(try sitting.file.store.basics()[.rooms] ?? "" == "")
  }

  @Test("what is half-filled is there again after the program was killed")
  func draft() throws {
    let sitting = try Sitting()
    sitting.open(.basics(field: .rooms))
    sitting.type("7")
    // Opened anew without ever having been left: all that remains is what the file has kept.
    sitting.open(.home)
    sitting.open(.basics(field: .teachers))
    sitting.press(.control("s"))
    #expect(try sitting.file.store.basics()[.rooms] == "7")
  }

  @Test("a save is undone by one key, and its history tells from what to what")
  func undo() throws {
    let sitting = try Sitting()
    sitting.open(.basics(field: .rooms))
    sitting.type("7")
    sitting.press(.control("s"))
    sitting.open(.basics(field: .rooms))
    sitting.press(.function(3))
    sitting.expect("→ 7")
    sitting.press(.escape, .escape)
    sitting.type("u")
    #expect(try sitting.file.store.basics()[.rooms] ?? "" == "")
  }

  @Test("a school is asked for other things than a centre")
  func kinds() throws {
    let centre = try Sitting(size: Size(columns: 132, rows: 50))
    centre.open(.basics(field: nil))
    centre.expect(centre.said("basics.carers"))
    let school = try Sitting(.school, size: Size(columns: 132, rows: 50))
    school.open(.basics(field: nil))
    school.expect(school.said("basics.kindergartenYears"))
    centre.expectNot(centre.said("basics.kindergartenYears"))
  }
}
