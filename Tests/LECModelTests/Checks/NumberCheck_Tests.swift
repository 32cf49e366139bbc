import LECModel
import TestSupport
import Testing

@Suite("Checks GC")
struct NumberCheckTests {
  @Test(
    "GC-04 a G-Code in the number's field is taken when it has the ministry's form",
    arguments: [
      ("G679600000001", [Check]()), ("G6796000000", [.gcodeForm]), ("G679900000001", [.gcodeForm]),
      ("G699600000001", [.gcodeForm]),
    ])
  func gcode(number: String, found: [Check]) {
    let checks = Looking.at {
      $0[.number] = number
      $0[.nationality] = "LAO"
    }
    #expect(checks == found)
  }

  @Test(
    "GC-07 a 13-digit number is as the register gives it, or the slip is named",
    arguments: [
      ("1999900000013", [Check]()), ("", [.numberMissing]), ("1999900000012", [.numberCheckDigit]),
      ("199990000001", [.numberLength]), ("19999000000130", [.numberLength]), ("199990000001O", [.numberLetters]),
      ("9999900000011", [.numberFirstDigit]), ("0000000000000", [.numberPlaceholder]),
    ])
  func citizen(number: String, found: [Check]) {
    #expect(Looking.at { $0[.number] = number } == found)
  }

  @Test("GC-07 a child without a number is a query that words can explain, a wrong number is an error")
  func severity() {
    #expect(Check.numberMissing.severity == .warning)
    #expect(Check.numberCheckDigit.severity == .error)
    #expect(Check.gcodeForm.severity == .error)
  }

  @Test("GC-11 a code that a school made before 2561 asks for a new G-Code", arguments: ["P1234567", "G4412345"])
  func legacy(number: String) {
    #expect(Looking.at { $0[.number] = number }.contains(.legacyCode))
  }
}
