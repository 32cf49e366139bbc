import LECModel
import TestSupport
import Testing

@Suite("Rules of the levels above the institution")
struct LevelRulesTests {
  private func office(
    _ kind: UnitKind, _ states: [DatasetState], policy: EditPolicy = .release, now: Moment = Fixtures.now,
    _ change: (inout Situation) -> Void = { _ in }
  ) -> Situation {
    Situations.school(policy: policy, now: now) { s in
      s.unit = Unit(code: UnitCode("05990101"), kind: kind, name: "อปท. ฝึกหัด")
      s.round?.datasets = Dataset.allCases
      s.states = Dictionary(states.map { ($0.dataset, $0) }) { first, _ in first }
      change(&s)
    }
  }

  private func state(_ dataset: Dataset, _ name: DatasetState.Name, below: Int, done: Int) -> DatasetState {
    var state = Situations.state(dataset, name)
    state.below = below
    state.belowConfirmed = done
    return state
  }

  @Test("CF-06 a local authority confirms only when every institution has; the number of those who have not is told")
  func everyInstitution() {
    let waiting = office(.authority, [state(.students, .open, below: 5, done: 3)])
    let refusal = may(.confirm(.students), in: waiting).refusal
    #expect(refusal?.code == .childrenNotConfirmed)
    #expect(refusal?.rule == .cf06)
    #expect(refusal?.count == 2)
    #expect(may(.confirm(.students), in: office(.authority, [state(.students, .ready, below: 5, done: 5)])) == .allowed)
  }

  @Test("CF-05 it confirms base by base: what is missing in one holds up that one alone")
  func baseByBase() {
    let s = office(
      .authority, [state(.students, .open, below: 5, done: 3), state(.basics, .ready, below: 5, done: 5)])
    #expect(may(.confirm(.basics), in: s) == .allowed)
    #expect(may(.confirm(.students), in: s).refusal?.code == .childrenNotConfirmed)
  }

  @Test(
    "CF-04 what an authority confirms is what its institutions confirmed; one without institutions has nothing to confirm"
  )
  func overview() {
    let none = office(.authority, [state(.students, .nothing, below: 0, done: 0)])
    #expect(may(.confirm(.students), in: none).refusal?.code == .nothingToConfirm)
    // Accepting is checking: only a confirmation that holds can be accepted, and only once.
    var target = level(.accept(.students), state(.students, .void, below: 0, done: 0))
    #expect(may(.accept(.students), in: target).refusal?.code == .notConfirmed)
    target = level(.accept(.students), state(.students, .confirmed, below: 0, done: 0))
    #expect(may(.accept(.students), in: target) == .allowed)
    target.targetState?.isAccepted = true
    #expect(may(.accept(.students), in: target).refusal?.code == .accepted)
  }

  @Test(
    "CF-07 and OA-03 the counts of other affiliations are confirmed apart, and only when every school has every grade")
  func otherCounts() {
    let missing = office(.authority, [state(.others, .open, below: 3, done: 2)]) { $0.states[.others]?.errors = 1 }
    let refusal = may(.confirm(.others), in: missing).refusal
    #expect(refusal?.code == .notComplete)
    #expect(refusal?.rule == .oa03)
    let s = office(.authority, [state(.others, .ready, below: 3, done: 3), state(.students, .open, below: 2, done: 0)])
    #expect(may(.confirm(.others), in: s) == .allowed)
  }

  @Test("CF-08 a province confirms when every local authority has confirmed everything")
  func province() {
    let s = office(
      .province, [state(.students, .ready, below: 4, done: 4), state(.basics, .open, below: 4, done: 3)])
    #expect(may(.confirm(.students), in: s).refusal?.rule == .cf08)
    let ready = office(
      .province, [state(.students, .ready, below: 4, done: 4), state(.basics, .ready, below: 4, done: 4)])
    #expect(may(.confirm(.students), in: ready) == .allowed)
  }

  @Test("OA-07 the counts of other affiliations are among what the province waits for")
  func provinceWaitsForOthers() {
    let s = office(
      .province, [state(.students, .ready, below: 4, done: 4), state(.others, .open, below: 4, done: 1)])
    let refusal = may(.confirm(.students), in: s).refusal
    #expect(refusal?.rule == .oa07)
    #expect(refusal?.dataset == .others)
    #expect(refusal?.count == 3)
  }

  @Test("CF-10 the department confirms nothing, and SC-13 neither does the district")
  func noConfirming() {
    let department = office(.department, [state(.students, .ready, below: 1, done: 1)])
    #expect(may(.confirm(.students), in: department).refusal?.rule == .cf10)
    let district = office(.district, [state(.students, .ready, below: 1, done: 1)])
    #expect(may(.confirm(.students), in: district).refusal?.rule == .sc13)
  }

  @Test("SC-08 rosters belong to institutions, counts of other affiliations to local authorities")
  func ownLevel() {
    #expect(may(.addStudent, in: office(.authority, [])).refusal?.code == .notYourTask)
    #expect(may(.editOthers, in: Situations.school()).refusal?.code == .notYourTask)
    #expect(may(.editOthers, in: office(.authority, [state(.others, .open, below: 1, done: 0)])) == .allowed)
  }

  @Test("OA-02 a dissolved school has zero and nothing else, in every grade")
  func dissolved() {
    let school = OtherSchool(code: "1099000001", name: "โรงเรียนเลิกแล้ว", affiliation: "OBEC", isDissolved: true)
    #expect(OtherCountRules.problem(with: .init(grade: .p1, total: 3), in: school) == .oa02)
    #expect(OtherCountRules.problem(with: .init(grade: .p1, total: 0), in: school) == nil)
    let zeros = OtherSchoolRow.grades.map { OtherCounting.Cell(grade: $0, total: 0) }
    var row = OtherSchoolRow(
      record: RecordID(Fixtures.id(1)), unit: UnitCode("05990101"), school: school, cells: zeros)
    #expect(row.isComplete)
    row.cells.removeLast()
    #expect(!row.isComplete, "a grade that was left blank is not complete")
  }

  @Test("OA-03 a count is a grade from kindergarten to primary 6, and boys and girls make up the total")
  func counts() {
    let school = OtherSchool(code: "1099000001", name: "โรงเรียนอื่น", affiliation: "OBEC")
    #expect(OtherCountRules.problem(with: .init(grade: .k1, total: 21, male: 10, female: 11), in: school) == nil)
    #expect(OtherCountRules.problem(with: .init(grade: .k1, total: 21, male: 10, female: 10), in: school) == .oa03)
    #expect(OtherCountRules.problem(with: .init(grade: .m1, total: 21), in: school) == .oa03)
    #expect(OtherCountRules.problem(with: .init(grade: .p1, total: -1), in: school) == .oa03)
  }

  @Test("OA-05 the counts stay open after confirming, under every policy; the price is told")
  func othersStayOpen() {
    for policy in [EditPolicy.reconfirm, .release] {
      let s = office(.authority, [state(.others, .confirmed, below: 1, done: 1)], policy: policy)
      #expect(may(.editOthers, in: s) == .allowed)
      #expect(cost(of: .editOthers, in: s)?.falls.first?.level == .authority)
    }
  }

  @Test("OP-04 an exception lets a unit confirm after its deadline until the moment it names")
  func exemption() {
    let due = Fixtures.round.due(.institution) ?? Fixtures.now
    let late = Situations.school(now: due + 3_600_000)
    #expect(may(.confirm(.students), in: late).refusal?.code == .deadlinePassed)
    let helped = Situations.school(now: due + 3_600_000) { $0.exemption = due + 7_200_000 }
    #expect(may(.confirm(.students), in: helped) == .allowed)
    let tooLate = Situations.school(now: due + 9_000_000) { $0.exemption = due + 7_200_000 }
    #expect(may(.confirm(.students), in: tooLate).refusal?.code == .deadlinePassed)
    let s = level(.exempt(until: due), nil)
    #expect(may(.exempt(until: s.now + 86_400_000), in: s) == .allowed)
    #expect(may(.exempt(until: s.now - 1), in: s).refusal?.code == .badDate)
    #expect(may(.exempt(until: s.now + 400 * 86_400_000), in: s).refusal?.code == .badDate)
  }

  private func level(_ act: LevelAct, _ state: DatasetState?, policy: EditPolicy = .release) -> LevelSituation {
    var round = Fixtures.round
    round.policy = policy
    return LevelSituation(
      acting: TrainingAuthority.unit, target: Fixtures.school, relation: .child, hasProfile: true, round: round,
      now: Fixtures.now, targetState: state, standsOnTarget: false, parent: Situations.office)
  }

  @Test("ED-04 and ED-05 the level above releases its own; once it has confirmed, it is released first")
  func release() {
    var s = level(.release(.students), state(.students, .confirmed, below: 0, done: 0))
    #expect(may(.release(.students), in: s) == .allowed)
    s.standsOnTarget = true
    #expect(may(.release(.students), in: s).refusal?.rule == .ed05)
    s.relation = .foreign
    #expect(may(.release(.students), in: s).refusal?.code == .notYourUnit)
    let open = level(.release(.students), state(.students, .confirmed, below: 0, done: 0), policy: .open)
    #expect(may(.release(.students), in: open).refusal?.rule == .cf12)
    let none = level(.release(.students), state(.students, .ready, below: 0, done: 0))
    #expect(may(.release(.students), in: none).refusal?.code == .notConfirmed)
  }

  @Test("CF-04 what is accepted can't be taken back by its own unit; the level above takes its acceptance back first")
  func accepted() {
    let s = Situations.school(students: .confirmed) { $0.states[.students]?.isAccepted = true }
    #expect(may(.cancelConfirmation(.students), in: s).refusal?.code == .accepted)
    var above = level(.takeBackAcceptance(.students), state(.students, .confirmed, below: 0, done: 0))
    #expect(may(.takeBackAcceptance(.students), in: above).refusal?.code == .notAccepted)
    above.targetState?.isAccepted = true
    #expect(may(.takeBackAcceptance(.students), in: above) == .allowed)
    above.standsOnTarget = true
    #expect(may(.takeBackAcceptance(.students), in: above).refusal?.code == .confirmedYourself)
  }

  @Test(
    "CF-13 the leaf of a snapshot row changes with every figure in it, so that no correction can pass for what was frozen"
  )
  func frozen() {
    let row = SnapshotRow(
      unit: UnitCode("3099000001"), dataset: .students, digest: .zero, total: 214, male: 100, female: 114,
      isConfirmed: true)
    var other = row
    other.total = 215
    #expect(row.leaf(round: Fixtures.round.key) != other.leaf(round: Fixtures.round.key))
    #expect(row.leaf(round: Fixtures.round.key) != row.leaf(round: RoundKey(year: 2568, number: 1)))
  }
}

/// An authority for the tests of its acts.
enum TrainingAuthority {
  static let unit = Unit(code: UnitCode("05990101"), kind: .authority, name: "เทศบาลตำบลฝึกหัด")
}
