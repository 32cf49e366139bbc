import LECModel

/// Whether an event may speak of the record it names: rights are about units, and a record belongs to one. Until what it refers to
/// has come, it waits.
extension Projector {
  func recordVerdict(_ event: StoredEvent) throws(SQLiteError) -> Verdict {
    guard let kind = event.header.kind else { return .accepted }
    if kind.changesStudent { return kind == .studentAdded ? .accepted : try childVerdict(event) }
    guard kind.answersRecord, !Planted.otherRecord.isOn else { return .accepted }
    guard let record = event.header.record else { return kind == .otherSchoolSet ? .accepted : .refused(.malformed) }
    guard let n = try log.number(of: record.event), let first = try log.event(n) else {
      return .waiting(.missingRecord)
    }
    return Self.belongs(event, to: first) ? .accepted : .refused(.otherRecord)
  }

  /// An edit belongs to a child of the same unit that this file knows.
  private func childVerdict(_ event: StoredEvent) throws(SQLiteError) -> Verdict {
    guard let record = event.header.record else { return .refused(.malformed) }
    if try isErased(event) { return .accepted }
    guard let n = try log.number(of: record.event), let first = try log.event(n) else {
      return .waiting(.missingRecord)
    }
    guard first.header.unit == event.header.unit, first.header.kind == .studentAdded else {
      return .refused(.otherRecord)
    }
    return try students.row(n) == nil ? .waiting(.missingRecord) : .accepted
  }

  /// Counts belong to a school that the same authority entered, results to a sample that the same province drew, a decision to a
  /// claim that the same unit opened, answers to what was asked of the unit that gives them.
  private static func belongs(_ event: StoredEvent, to first: StoredEvent) -> Bool {
    let unit = event.header.unit
    switch (event.header.kind, first.header.kind) {
    case (.otherSchoolSet, .otherSchoolSet), (.otherCounted, .otherSchoolSet):
      return first.header.unit == unit && first.header.record == nil
    case (.claimDecided, .claimOpened): return first.header.unit == unit
    case (.claimAnswered, .claimOpened):
      guard case .claim(let claim)? = first.body?.content else { return false }
      return claim.asked.unit == unit || claim.other.unit == unit
    case (.noteAnswered, .noteWritten): return first.header.unit == unit
    case (.sampleFound, .sampleDrawn):
      guard first.header.unit == unit, case .sampleResult(let result)? = event.body?.content,
        case .sample(let sample)? = first.body?.content
      else { return false }
      return sample.children.contains { $0.record == result.child }
    default: return false
    }
  }
}

extension EventKind {
  /// Whether an event of this kind adds to something that another event began.
  fileprivate var answersRecord: Bool {
    switch self {
    case .otherSchoolSet, .otherCounted, .claimDecided, .claimAnswered, .noteAnswered, .sampleFound: true
    default: false
    }
  }
}
