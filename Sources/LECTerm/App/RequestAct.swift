import LECModel

extension Request {
  /// The act a request would do to the data, for the question what it costs; nil for those that only look.
  var act: Act? {
    switch self {
    case .saveDraft, .loadDraft, .dropDraft, .account, .files(.candidates), .files(.preview), .files(.imports),
      .files(.reports), .files(.report), .files(.saveReport), .files(.export), .files(.backup), .files(.log):
      nil
    case .undo, .redo: .editStudent
    case .files(.importFile): .importRoster
    case .files(.takeBack): .takeBackImport
    case .confirming(.saveBasics): .editBasics
    case .confirming: nil
    case .level(.countOther): .editOthers
    case .level: nil
    case .roster(let request): request.act
    }
  }
}

extension RosterRequest {
  fileprivate var act: Act? {
    switch self {
    case .save(nil, _, _): .addStudent
    case .save, .set, .promote: .editStudent
    case .mark, .sheet: .markStudent
    case .remove: .removeStudent
    case .restore: .restoreStudent
    case .window, .student, .classes, .classRows, .history, .formFacts, .names: nil
    }
  }
}
