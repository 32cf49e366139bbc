import LECModel
import TestSupport
import Testing

@Suite("Rules AU")
struct AccountRulesTests {
  @Test(
    "AU-04 an account changes nothing of another unit, whatever the act, and is told whom to ring",
    arguments: [
      Act.addStudent, .editStudent, .markStudent, .removeStudent, .restoreStudent, .editBasics, .explainFinding,
      .importRoster, .confirm(.students), .handOver,
    ])
  func ownUnitOnly(act: Act) {
    #expect(may(act, in: Situations.school()) == .allowed)
    let refusal = may(act, in: Situations.school { $0.ownUnit = false }).refusal
    #expect(refusal?.code == .notYourUnit)
    #expect(refusal?.rule == .au04)
    #expect(refusal?.lifter == Situations.office)
  }

  @Test("AU-06 before the profile nothing can be done but hand over")
  func profileFirst() {
    let new = Situations.school { $0.hasProfile = false }
    #expect(may(.editStudent, in: new).refusal?.rule == .au06)
    #expect(may(.confirm(.students), in: new).refusal?.code == .noProfile)
    #expect(may(.handOver, in: new) == .allowed)
  }
}
