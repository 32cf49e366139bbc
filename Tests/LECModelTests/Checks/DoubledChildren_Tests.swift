import LECModel
import TestSupport
import Testing

@Suite("Checks RM")
struct DoubledChildrenTests {
  private func look(_ change: (inout Student) -> Void) -> [Finding] {
    var doubled = DoubledChildren()
    let first = doubled.add(RecordID(Fixtures.id(1)), Fixtures.child())
    #expect(first == [])
    return doubled.add(RecordID(Fixtures.id(2)), Fixtures.child(change))
  }

  @Test("RM-06 two children with one number are an error that names the other")
  func sameNumber() {
    let found = look { $0[.first] = "มานะ" }
    #expect(found.map(\.check) == [.numberDoubled])
    #expect(found.first?.other == RecordID(Fixtures.id(1)))
    #expect(found.first?.check.severity == .error)
  }

  @Test("RM-06 the same name and birth date under another number is a query")
  func samePerson() {
    let found = look { $0[.number] = "1999900009011" }
    #expect(found.map(\.check) == [.sameChild])
    #expect(found.first?.check.severity == .warning)
  }

  @Test("RM-06 twins, children without a number, and those taken out double nobody")
  func others() {
    #expect(
      look {
        $0[.number] = "1999900009011"
        $0[.first] = "ปั้นทอง"
      } == [])
    #expect(
      look {
        $0[.number] = ""
        $0[.first] = "ปั้นทอง"
      } == [])
    #expect(look { $0[.state] = StudentState.removed.rawValue } == [])
  }
}
