import LECModel
import TestSupport
import Testing

@testable import LECStore

@Suite("This round against the last")
struct Comparison_Tests {
  private let words = ReportWords { key, values in ([key] + values).joined(separator: " ") }

  private func sums(_ paper: Document) -> [Cell] {
    for case .grid(let grid) in paper.parts {
      for case .sum(let cells) in grid.entries { return cells }
    }
    return []
  }

  @Test(
    "what was confirmed last stands beside what there is now, as table and as pairs of bars; above it is told of how many"
  )
  func two() throws {
    let files = try TreeFiles(policy: .reconfirm, children: 24)
    let school = try files.store("3099000001"), authority = try files.store("05990101")
    let user = UserName("3099000001")
    let report = try #require(Reports.named("comparison"))
    #expect(try report.lines(school, words).contains("noRoundBefore"))
    try Readiness.makeReady(school, by: user)
    try school.confirm(.students, password: TrainingSet.password, by: UserName(user.text + "-2"))
    let before = try school.counts(unit: UnitCode(user.text)).all.total
    try files.tree.exchange()
    let department = try files.store("00")
    let round = try #require(try department.currentRound())
    try department.setRound(
      round.moved(toYear: round.key.year + 1), password: TrainingSet.password, by: UserName("00"))
    try files.tree.exchange()
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    try school.remove([child.id], reason: .moved, by: user)
    let paper = try report.paper(school, words)
    #expect(Array(sums(paper).dropFirst()) == [.figure(before), .figure(before - 1), .figure(-1)])
    let bars = paper.parts.compactMap { part -> Bars? in if case .bars(let bars) = part { bars } else { nil } }
    #expect(bars.first?.bars.filter(\.isPale).reduce(0) { $0 + $1.value } == before)
    #expect(bars.first?.bars.filter { !$0.isPale }.reduce(0) { $0 + $1.value } == before - 1)
    let institutions = try authority.children(of: try #require(try authority.ownUnit())).count
    #expect(
      try report.lines(authority, words).contains { $0.hasSuffix("1 \(institutions)") && $0.hasPrefix("thenConfirmed") }
    )
  }
}
