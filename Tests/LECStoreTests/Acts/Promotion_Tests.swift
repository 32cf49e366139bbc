import LECModel
import TestSupport
import Testing

@testable import LECStore

/// A school at the beginning of the next academic year.
@Suite("Moving to the next academic year")
struct Promotion_Tests {
  private let files: TreeFiles
  private let school: Store
  private let user = UserName("3099000001")

  init() throws {
    files = try TreeFiles(policy: .reconfirm, children: 24)
    school = try files.store("3099000001")
    try Readiness.makeReady(school, by: user)
  }

  private func beginYear() throws {
    let department = try files.store("00")
    var round = try #require(try department.currentRound())
    round = round.moved(toYear: round.key.year + 1)
    try department.setRound(round, password: TrainingSet.password, by: UserName("00"))
    try files.tree.exchange()
    #expect(try school.currentRound()?.key.year == round.key.year)
  }

  private func grades() throws -> [Grade: Int] {
    let rows = try school.roster(RosterFilter(), .first, limit: 1000)
    return Dictionary(grouping: rows.compactMap(\.student.grade)) { $0 }.mapValues(\.count)
  }

  @Test("nothing is offered before a later year's round has come")
  func notYet() throws {
    #expect(try school.promotionPlan() == nil)
    let why = #expect(throws: Refusal.self) { try school.promoteYear(by: user) }
    let unit = try #require(try school.ownUnit()), round = try #require(try school.currentRound())
    #expect(why?.code == .nothingToPromote)
    #expect(why?.detail.contains(unit.name) == true && why?.detail.contains(round.key.text) == true)
    let office = #expect(throws: Refusal.self) { try files.store("05990101").requirePromotion() }
    #expect(office?.code == .notYourTask)
  }

  @Test("everybody goes up one grade, who is in the last one has finished, who repeats stays; it can be taken back")
  func moves() throws {
    let before = try grades()
    let highest = try #require(before.keys.max { $0.rank < $1.rank })
    try beginYear()
    let plan = try #require(try school.promotionPlan())
    #expect(plan.lines.reduce(0) { $0 + $1.count } == before.values.reduce(0, +))
    #expect(plan.lines.first { $0.grade == highest }?.fate == .finishes)
    let all = try school.roster(RosterFilter(), .first, limit: 1000)
    let repeating = try #require(all.first { $0.student.grade?.next != nil && $0.student.grade != highest })
    try school.promoteYear(repeating: [repeating.id], by: user)

    let after = try grades()
    for (grade, count) in before where grade != highest {
      let next = try #require(grade.next)
      let stayed = repeating.student.grade == grade ? 1 : 0
      let joined = repeating.student.grade == next ? 1 : 0
      #expect(after[next, default: 0] == count - stayed + joined, "\(grade)")
    }
    let finished = try school.roster(RosterFilter(states: .graduated), .first, limit: 1000)
    #expect(finished.count == before[highest])
    #expect(finished.allSatisfy { !$0.student[.left].isEmpty })
    #expect(try school.promotionPlan() == nil)
    // Last year's roll-call is not this year's.
    #expect(try school.classes().reduce(0) { $0 + $1.unchecked } == after.values.reduce(0, +))

    let step = try #require(try school.imports().first)
    _ = try school.takeBackImport(step.n, by: user)
    #expect(try grades() == before)
    #expect(try school.promotionPlan() != nil)
  }

  @Test("the year before is kept beside the file as it was, and can only be read")
  func oldYear() throws {
    let before = try grades()
    let number = try #require(try school.roster(RosterFilter(), .first, limit: 1).first).student[.grade]
    try beginYear()
    let path = try school.promoteYear(by: user)
    let old = try Store.open(path, world: Fixtures.world(seed: 66))
    defer { old.close() }
    #expect(old.isReadOnly)
    let rows = try old.roster(RosterFilter(), .first, limit: 1000)
    #expect(rows.count == before.values.reduce(0, +))
    #expect(rows.contains { $0.student[.grade] == number })
    #expect(throws: StoreError.self) { try old.mark([rows[0].id], .present, by: user) }
  }
}
