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
  case unit(Unit)
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

  func write(to out: inout CanonicalWriter) {
    switch self {
    case .genesis(let v): v.write(to: &out)
    case .unit(let v): v.write(to: &out)
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
    }
  }

  init?(_ value: CanonicalValue, kind: EventKind) {
    let read: EventContent?
    switch kind {
    case .genesis: read = Genesis(value).map(EventContent.genesis)
    case .unitSet: read = Unit(value).map(EventContent.unit)
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
    }
    guard let read else { return nil }
    self = read
  }
}
