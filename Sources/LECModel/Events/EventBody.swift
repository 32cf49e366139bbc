/// What was done, in full. The body is salted when it is hashed, so that it can be erased and the chain still verifies.
package struct EventBody: Equatable, Sendable {
  package var content: EventContent
  /// The events of one step (a bulk action, an import) name the sequence number of its first event.
  package var step: Int64?
  /// An undo or redo names the sequence number of the step it turns back.
  package var undoes: Int64?

  package init(_ content: EventContent, step: Int64? = nil, undoes: Int64? = nil) {
    self.content = content
    self.step = step
    self.undoes = undoes
  }

  /// Writes the canonical bytes of the body.
  package func write(to out: inout CanonicalWriter) {
    out.map(1 + (step == nil ? 0 : 1) + (undoes == nil ? 0 : 1))
    out.unsigned(1)
    content.write(to: &out)
    if let step {
      out.unsigned(2)
      out.integer(step)
    }
    if let undoes {
      out.unsigned(3)
      out.integer(undoes)
    }
  }

  /// Reads a body of this kind back; nil when it does not have that kind's form.
  package init?(_ value: CanonicalValue, kind: EventKind) {
    guard case .map(let m) = value, let inner = m[1], let content = EventContent(inner, kind: kind) else { return nil }
    self.content = content
    self.step = m[2]?.integer
    self.undoes = m[3]?.integer
  }
}

/// The content by shape; several kinds share a shape.
package enum EventContent: Equatable, Sendable {
  case genesis(Genesis)
  /// A unit as it is now; with a move, how far the chains of those who lose it count.
  case unit(Unit, ends: [ChainHead] = [])
  case round(Round)
  case account(Account)
  case profile(Profile)
  case handover(Handover)
  case changes([FieldChange])
  case explanation(Explanation)
  case confirmation(Confirmation)
  case cancellation(Cancellation)
  case releaseRequest(ReleaseRequest)
  case importMark(ImportMark)
  case root(RootMade)
  case card(Card)
  case join(Join)
  case acceptedJoin(JoinAccepted)
  case termEnd(TermEnd)
  case boxKey(BoxKey)
  case adoption(Adoption)
  case release(Release)
  case acceptance(Acceptance)
  case exemption(Exemption)
  case snapshotPart(SnapshotPart)
  case snapshot(Snapshot)
  case amendment(Amendment)
  case bundleMark(BundleMark)
  case note(Note)
  case claim(Claim)
  case claimAnswer(ClaimAnswer)
  case claimDecision(ClaimDecision)
  case sample(SampleDraw)
  case sampleResult(SampleResult)
  case otherSchool(OtherSchool)
  case otherCounts(OtherCounting)
  case erasure(Erasure)

  func write(to out: inout CanonicalWriter) {
    switch self {
    case .genesis(let v): v.write(to: &out)
    case .unit(let v, let ends): v.write(to: &out, ends: ends)
    case .round(let v): v.write(to: &out)
    case .account(let v): v.write(to: &out)
    case .profile(let v): v.write(to: &out)
    case .handover(let v): v.write(to: &out)
    case .changes(let v): FieldChange.write(v, to: &out)
    case .explanation(let v): v.write(to: &out)
    case .confirmation(let v): v.write(to: &out)
    case .cancellation(let v): v.write(to: &out)
    case .releaseRequest(let v): v.write(to: &out)
    case .importMark(let v): v.write(to: &out)
    case .root(let v): v.write(to: &out)
    case .card(let v): v.write(to: &out)
    case .join(let v): v.write(to: &out)
    case .acceptedJoin(let v): v.write(to: &out)
    case .termEnd(let v): v.write(to: &out)
    case .boxKey(let v): v.write(to: &out)
    case .adoption(let v): v.write(to: &out)
    case .release(let v): v.write(to: &out)
    case .acceptance(let v): v.write(to: &out)
    case .exemption(let v): v.write(to: &out)
    case .snapshotPart(let v): v.write(to: &out)
    case .snapshot(let v): v.write(to: &out)
    case .amendment(let v): v.write(to: &out)
    case .bundleMark(let v): v.write(to: &out)
    case .note(let v): v.write(to: &out)
    case .claim(let v): v.write(to: &out)
    case .claimAnswer(let v): v.write(to: &out)
    case .claimDecision(let v): v.write(to: &out)
    case .sample(let v): v.write(to: &out)
    case .sampleResult(let v): v.write(to: &out)
    case .otherSchool(let v): v.write(to: &out)
    case .otherCounts(let v): v.write(to: &out)
    case .erasure(let v): v.write(to: &out)
    }
  }

  init?(_ value: CanonicalValue, kind: EventKind) {
    let read: EventContent?
    switch kind {
    case .genesis: read = Genesis(value).map(EventContent.genesis)
    case .unitSet: read = Unit.readSetting(value)
    case .roundSet: read = Round(value).map(EventContent.round)
    case .accountSet: read = Account(value).map(EventContent.account)
    case .profileMade: read = Profile(value).map(EventContent.profile)
    case .handedOver: read = Handover(value).map(EventContent.handover)
    case .studentAdded, .studentEdited, .studentMarked, .studentRemoved, .studentRestored, .studentWithdrawn,
      .basicsEdited:
      read = FieldChange.read(value).map(EventContent.changes)
    case .findingExplained: read = Explanation(value).map(EventContent.explanation)
    case .confirmed: read = Confirmation(value).map(EventContent.confirmation)
    case .confirmationCancelled: read = Cancellation(value).map(EventContent.cancellation)
    case .releaseAsked: read = ReleaseRequest(value).map(EventContent.releaseRequest)
    case .imported, .importTakenBack: read = ImportMark(value).map(EventContent.importMark)
    case .rootMade: read = RootMade(value).map(EventContent.root)
    case .cardIssued: read = Card(value).map(EventContent.card)
    case .joined: read = Join(value).map(EventContent.join)
    case .joinAccepted: read = JoinAccepted(value).map(EventContent.acceptedJoin)
    case .termEnded: read = TermEnd(value).map(EventContent.termEnd)
    case .boxKeySet: read = BoxKey(value).map(EventContent.boxKey)
    case .adopted: read = Adoption(value).map(EventContent.adoption)
    case .released: read = Release(value).map(EventContent.release)
    case .accepted, .acceptanceTakenBack: read = Acceptance(value).map(EventContent.acceptance)
    case .exceptionGiven: read = Exemption(value).map(EventContent.exemption)
    case .snapshotPart: read = SnapshotPart(value).map(EventContent.snapshotPart)
    case .snapshotTaken: read = Snapshot(value).map(EventContent.snapshot)
    case .amended: read = Amendment(value).map(EventContent.amendment)
    case .bundleRead: read = BundleMark(value).map(EventContent.bundleMark)
    case .noteWritten, .noteAnswered: read = Note(value).map(EventContent.note)
    case .claimOpened: read = Claim(value).map(EventContent.claim)
    case .claimAnswered: read = ClaimAnswer(value).map(EventContent.claimAnswer)
    case .claimDecided: read = ClaimDecision(value).map(EventContent.claimDecision)
    case .sampleDrawn: read = SampleDraw(value).map(EventContent.sample)
    case .sampleFound: read = SampleResult(value).map(EventContent.sampleResult)
    case .otherSchoolSet: read = OtherSchool(value).map(EventContent.otherSchool)
    case .otherCounted: read = OtherCounting(value).map(EventContent.otherCounts)
    case .erased: read = Erasure(value).map(EventContent.erasure)
    }
    guard let read else { return nil }
    self = read
  }
}
