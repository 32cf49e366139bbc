import LECModel
import LECStore
import TestSupport
import Testing

@Suite("Counting children")
struct CountsTests {
  @Test("SC-07 only children who are really there count: who is taken out does not, who comes back does")
  func reallyThere() throws {
    let file = try TrainingFile(.centre)
    let unit = file.set.unit.code
    let child = try #require(try file.children().first)
    let grade = try #require(child.student.grade)
    let before = try file.store.counts(unit: unit)
    try file.store.remove([child.id], reason: .neverCame, by: file.user)
    let without = try file.store.counts(unit: unit)
    #expect(without.all.total == before.all.total - 1)
    #expect(without.byGrade[grade]?.total == (before.byGrade[grade]?.total ?? 0) - 1)
    #expect(try file.store.registerCount(unit: unit) == 1)
    try file.store.restore([child.id], by: file.user)
    #expect(try file.store.counts(unit: unit) == before)
  }

  @Test("SC-07 the counts are the sum of the grades, by sex, and of children whose grade is not known")
  func sums() {
    var counts = Counts()
    counts.add(grade: .p1, sex: .male, times: 2)
    counts.add(grade: .p2, sex: .female)
    counts.add(grade: nil, sex: nil)
    #expect(counts.all == Counts.Pair(male: 2, female: 1, unknown: 1))
    #expect(counts.all.total == 4)
    #expect(counts.grades == [.p1, .p2])
    #expect(counts.withoutGrade.total == 1)
  }
}
