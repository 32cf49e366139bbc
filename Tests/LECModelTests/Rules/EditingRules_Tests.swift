import LECModel
import TestSupport
import Testing

@Suite("Rules ED")
struct EditingRulesTests {
  private static let edits: [Act] = [
    .addStudent, .editStudent, .markStudent, .removeStudent, .restoreStudent, .importRoster, .takeBackImport,
  ]

  private static func confirmed(_ policy: EditPolicy, above: Set<Level> = []) -> Situation {
    Situations.school(policy: policy, students: .confirmed, above: above)
  }

  @Test("ED-01 under reconfirm an edit is allowed and voids the institution's confirmation", arguments: edits)
  func reconfirm(act: Act) {
    let s = Self.confirmed(.reconfirm)
    #expect(may(act, in: s) == .allowed)
    #expect(cost(of: act, in: s)?.falls.map(\.level) == [.institution])
  }

  @Test(
    "ED-02 the confirmations above fall with it, from the bottom up",
    arguments: [
      (Set([Level.authority]), [Level.institution, .authority]),
      (Set([Level.province, .authority]), [.institution, .authority, .province]),
    ])
  func reconfirmAbove(above: Set<Level>, falls: [Level]) {
    let s = Self.confirmed(.reconfirm, above: above)
    #expect(may(.editStudent, in: s) == .allowed)
    #expect(cost(of: .editStudent, in: s)?.falls.map(\.level) == falls)
  }

  @Test("ED-03 every correction after a confirmation costs one; before it, or in the other dataset, none")
  func everyCorrection() {
    let s = Self.confirmed(.reconfirm)
    for act in Self.edits { #expect(cost(of: act, in: s) != nil, "\(act)") }
    #expect(cost(of: .editStudent, in: s)?.falls.first?.confirmAgainBy == Fixtures.round.due(.institution))
    #expect(cost(of: .editStudent, in: s)?.falls.first?.confirmedAt == Situations.confirmedAt)
    #expect(cost(of: .editBasics, in: s) == nil)
    #expect(cost(of: .explainFinding, in: s) == nil)
    for name in [DatasetState.Name.open, .ready, .void] {
      #expect(cost(of: .editStudent, in: Situations.school(policy: .reconfirm, students: name)) == nil, "\(name)")
    }
  }

  @Test("ED-04 under release a confirmed dataset is locked, and the refusal names date and person", arguments: edits)
  func release(act: Act) {
    let refusal = may(act, in: Self.confirmed(.release)).refusal
    #expect(refusal?.code == .confirmedLocked)
    #expect(refusal?.rule == .ed04)
    #expect(refusal?.date == Situations.confirmedAt)
    #expect(refusal?.lifter == Situations.office)
    for name in [DatasetState.Name.open, .ready, .void, .released] {
      #expect(may(act, in: Situations.school(students: name)) == .allowed, "\(name)")
    }
  }

  @Test("ED-05 with the authority confirmed too, the release goes from the top down", arguments: edits)
  func releaseFromAbove(act: Act) {
    let refusal = may(act, in: Self.confirmed(.release, above: [.authority])).refusal
    #expect(refusal?.code == .confirmedLocked)
    #expect(refusal?.rule == .ed05)
    #expect(may(.editBasics, in: Self.confirmed(.release, above: [.authority])) == .allowed)
  }

  @Test("ED-06 an institution takes its own confirmation back as long as nobody above has confirmed")
  func ownConfirmation() {
    let act = Act.cancelConfirmation(.students)
    #expect(may(act, in: Self.confirmed(.release)) == .allowed)
    for (above, level) in [([Level.authority], Level.authority), ([.authority, .province], .province)] {
      let refusal = may(act, in: Self.confirmed(.release, above: Set(above))).refusal
      #expect(refusal?.code == .confirmedAbove)
      #expect(refusal?.rule == .ed06)
      #expect(refusal?.level == level)
    }
    #expect(may(act, in: Situations.school()).refusal?.code == .notConfirmed)
  }

  @Test("ED-07 in the correction window editing is free and costs nothing", arguments: edits)
  func window(act: Act) {
    let s = Self.confirmed(.open, above: [.authority])
    #expect(may(act, in: s) == .allowed)
    #expect(cost(of: act, in: s) == nil)
  }
}
