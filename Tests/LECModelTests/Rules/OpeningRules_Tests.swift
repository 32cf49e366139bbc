import LECModel
import TestSupport
import Testing

@Suite("Rules OP")
struct OpeningRulesTests {
  private static let opens = Moment(iso: "2024-10-15T00:00") ?? Fixtures.now
  private static let closes = Moment(iso: "2024-11-16T00:00") ?? Fixtures.now
  private static let acts: [Act] = [
    .addStudent, .editStudent, .markStudent, .removeStudent, .restoreStudent, .editBasics, .importRoster,
    .takeBackImport,
  ]

  private func ruling(_ act: Act, at now: Moment, closes: Moment? = Self.closes) -> Ruling {
    may(act, in: Situations.school(now: now) { $0.round?.closes = closes })
  }

  @Test(
    "OP-01 nothing is recorded before the day the department opens, and the refusal names that day", arguments: acts)
  func opening(act: Act) {
    let early = ruling(act, at: Self.opens - 1).refusal
    #expect(early?.code == .notOpenYet)
    #expect(early?.rule == .op01)
    #expect(early?.date == Self.opens)
    #expect(early?.level == .department)
    #expect(ruling(act, at: Self.opens) == .allowed)
  }

  @Test("OP-02 recording ends at midnight of the last day", arguments: acts)
  func closing(act: Act) {
    #expect(ruling(act, at: Self.closes) == .allowed)
    let late = ruling(act, at: Self.closes + 1).refusal
    #expect(late?.code == .recordingClosed)
    #expect(late?.rule == .op02)
    #expect(late?.date == Self.closes)
  }

  @Test("OP-02 a round without a closing day stays open")
  func alwaysOpen() {
    #expect(ruling(.editStudent, at: Self.closes + 1_000_000_000, closes: nil) == .allowed)
  }

  @Test("OP-02 what changes no row needs no open system")
  func words() {
    #expect(ruling(.explainFinding, at: Self.closes + 1) == .allowed)
  }
}
