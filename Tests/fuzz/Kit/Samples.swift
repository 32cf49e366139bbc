import LECModel
import TestSupport

/// One example of every kind of event.
enum Samples {
  private static let unit = UnitCode("3099000001"), office = UnitCode("05990101"), user = UserName("3099000001")
  private static let hash = Fixtures.id(3).hash, key = [UInt8](repeating: 5, count: 32)
  private static let heads = [ChainHead(chain: ChainID(hash), sequence: 4, id: Fixtures.id(4))]
  private static let record = RecordID(Fixtures.id(6)), round = Fixtures.round, words = "ตรวจสอบแล้ว"
  private static let row = SnapshotRow(
    unit: unit, dataset: .students, digest: hash, total: 40, male: 19, female: 21, isConfirmed: true)

  static func content(_ kind: EventKind) -> EventContent {
    switch kind {
    case .genesis:
      .genesis(
        Genesis(
          device: "test", signingKey: key, boxKey: key, nonce: key, reason: .restored, lastHead: Fixtures.id(1),
          training: true, continues: .init(chain: ChainID(hash), signature: key + key), unit: unit))
    case .unitSet: .unit(Fixtures.school, ends: heads)
    case .roundSet: .round(round)
    case .accountSet: .account(Account(user: user, unit: unit, role: .institution))
    case .profileMade:
      .profile(Profile(user: user, first: "มะลิ", last: "-", position: "ครู", phone: "0000000001", key: key))
    case .handedOver: .handover(Handover(user: user, note: words))
    case .studentAdded: .changes(Fixtures.changes(Fixtures.child()))
    case .studentEdited: .changes([FieldChange(.first, "ปั้น"), FieldChange(.birth, "2017-05-11")])
    case .studentMarked: .changes([FieldChange(.mark, MarkValue(round: round.key, mark: .absent).text)])
    case .studentRemoved:
      .changes([FieldChange(.state, "removed"), FieldChange(.reason, "never-came"), FieldChange(.left, "2024-06-01")])
    case .studentRestored: .changes([FieldChange(.state, "enrolled")])
    case .studentWithdrawn: .changes([FieldChange(.state, "withdrawn")])
    case .basicsEdited: .changes([FieldChange(.rooms, "3"), FieldChange(.kindergartenYears, "2")])
    case .findingExplained: .explanation(Explanation(check: "age", about: "2017-05-10", words: words))
    case .confirmed:
      .confirmation(
        Confirmation(
          round: round.key, dataset: .students, unit: unit, digest: hash, counts: Counts(), register: 1,
          singleHanded: true))
    case .confirmationCancelled: .cancellation(Cancellation(round: round.key, dataset: .students, reason: words))
    case .releaseAsked: .releaseRequest(ReleaseRequest(round: round.key, dataset: .students, words: words))
    case .released:
      .release(Release(unit: unit, round: round.key, dataset: .students, confirmation: Fixtures.id(2), reason: words))
    case .accepted, .acceptanceTakenBack:
      .acceptance(Acceptance(unit: unit, round: round.key, dataset: .students, confirmation: Fixtures.id(2), words: ""))
    case .exceptionGiven: .exemption(Exemption(unit: unit, round: round.key, until: Fixtures.now, reason: words))
    case .snapshotPart: .snapshotPart(SnapshotPart(round: round.key, province: UnitCode("99"), rows: [row, row]))
    case .snapshotTaken:
      .snapshot(
        Snapshot(
          round: round.key, reference: round.reference,
          parts: [.init(province: UnitCode("99"), root: hash, rows: 2, total: 80)], root: hash))
    case .amended: .amendment(Amendment(round: round.key, number: 1, row: row, reason: words))
    case .imported, .importTakenBack: .importMark(ImportMark(file: "a.csv", fileHash: hash, added: 3, changed: 1))
    case .bundleRead: .bundleMark(BundleMark(from: unit, file: hash, heads: heads))
    case .rootMade: .root(RootMade(unit: UnitCode("00"), name: "กรม", spareKey: key))
    case .cardIssued: .card(Card(unit: unit, term: 1, purpose: .first, user: user, enrolmentKey: key))
    case .joined: .join(Join(card: Fixtures.id(2), signature: key + key, heads: heads))
    case .joinAccepted: .acceptedJoin(JoinAccepted(join: Fixtures.id(2)))
    case .termEnded: .termEnd(TermEnd(unit: unit, term: 1, heads: heads, reason: words))
    case .boxKeySet:
      .boxKey(BoxKey(unit: office, publicKey: key, sealed: key, salt: key, operations: 1, memory: 8192))
    case .adopted: .adoption(Adoption(event: Fixtures.id(2)))
    case .noteWritten, .noteAnswered: .note(Note(unit: unit, words: words))
    case .claimOpened:
      .claim(
        Claim(
          number: 1, asked: .init(unit: unit, record: record), other: .init(unit: office, record: record),
          evidence: .sameNumber, due: round.reference))
    case .claimAnswered: .claimAnswer(ClaimAnswer(answer: .stays, words: words))
    case .claimDecided: .claimDecision(ClaimDecision(outcome: .different, words: words))
    case .sampleDrawn:
      .sample(
        SampleDraw(
          number: 1, round: round.key, seed: "1", institutions: 1, perInstitution: 2,
          children: [.init(unit: unit, record: record)]))
    case .sampleFound: .sampleResult(SampleResult(child: record, found: .present, words: ""))
    case .otherSchoolSet: .otherSchool(OtherSchool(code: "99", name: "โรงเรียนเอกชน", affiliation: "สช."))
    case .erased:
      .erasure(
        Erasure(reason: .request, children: [.init(record: record, removal: Fixtures.id(2), leaf: Fixtures.id(3).hash)])
      )
    case .otherCounted:
      .otherCounts(OtherCounting(round: round.key, cells: [.init(grade: .p1, total: 30, male: 14, female: 16)]))
    }
  }

  /// The canonical bytes of that example.
  static func body(_ kind: EventKind) -> [UInt8] {
    var out = CanonicalWriter()
    EventBody(content(kind), step: 3).write(to: &out)
    return out.bytes
  }
}
