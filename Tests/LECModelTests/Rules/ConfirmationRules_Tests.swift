import LECModel
import TestSupport
import Testing

@Suite("Rules CF")
struct ConfirmationRulesTests {
  @Test("CF-01 errors and unexplained queries stand against confirming, each with its number")
  func nothingStandsAgainst() {
    let act = Act.confirm(.students)
    #expect(may(act, in: Situations.school()) == .allowed)
    let errors = may(act, in: Situations.school { $0.states[.students]?.errors = 3 }).refusal
    #expect(errors?.code == .hasErrors)
    #expect(errors?.count == 3)
    let queries = may(act, in: Situations.school { $0.states[.students]?.unexplained = 2 }).refusal
    #expect(queries?.code == .hasQueries)
    #expect(queries?.count == 2)
  }

  @Test("CF-02 children and basic information are confirmed each by itself, and neither stands for the other")
  func bothDatasets() {
    let s = Situations.school(students: .confirmed, basics: .ready)
    #expect(may(.confirm(.basics), in: s) == .allowed)
    #expect(may(.confirm(.students), in: s).refusal?.code == .alreadyConfirmed)
    let missing = Situations.school { $0.states[.basics]?.errors = 1 }
    #expect(may(.confirm(.basics), in: missing).refusal?.code == .hasErrors)
    #expect(may(.confirm(.students), in: missing) == .allowed)
  }

  @Test("CF-01 a confirmation that has gone void is made again")
  func again() {
    #expect(may(.confirm(.students), in: Situations.school(policy: .reconfirm, students: .void)) == .allowed)
  }
}
