import LECModel
import TestSupport
import Testing

@Suite("Numbers in events")
struct EventNumbers_Tests {
  @Test("a running number to which nothing can be added is no running number")
  func figures() throws {
    let unit = UnitCode("3099000001"), side = Claim.Side(unit: unit, record: RecordID(Fixtures.id(1)))
    let row = SnapshotRow(
      unit: unit, dataset: .students, digest: .zero, total: 1, male: 1, female: 0, isConfirmed: true)
    func contents(_ number: Int64) -> [(EventKind, EventContent)] {
      [
        (
          .claimOpened,
          .claim(
            Claim(number: number, asked: side, other: side, evidence: .sameNumber, due: Fixtures.round.reference))
        ),
        (
          .sampleDrawn,
          .sample(
            SampleDraw(
              number: number, round: Fixtures.round.key, seed: "1", institutions: 1, perInstitution: 1, children: []))
        ),
        (.amended, .amendment(Amendment(round: Fixtures.round.key, number: number, row: row, reason: ""))),
        (
          .cardIssued,
          .card(Card(unit: unit, term: number, purpose: .first, user: UserName("1"), enrolmentKey: []))
        ),
        (.termEnded, .termEnd(TermEnd(unit: unit, term: number, heads: [], reason: ""))),
        (.imported, .importMark(ImportMark(file: "", fileHash: .zero, added: number, changed: 0))),
      ]
    }
    for (number, isTaken) in [(0, true), (1 << 32, true), (-1, false), (.max, false), (.min, false)] as [(Int64, Bool)]
    {
      for (kind, content) in contents(number) {
        var out = CanonicalWriter()
        EventBody(content).write(to: &out)
        let body = EventBody(try CanonicalReader.read(out.bytes), kind: kind)
        #expect((body != nil) == isTaken, "\(kind.name) \(number)")
      }
    }
  }
}
