import LECModel
import LECStore

extension Desk {
  func answer(_ request: ConfirmingRequest) throws -> Answer? {
    let store = try file()
    switch request {
    case .findings: return try findingLines()
    case .explain(let finding, let words):
      try store.explain(finding, words: TextForm.clean(words), by: user())
      return .confirming(.explained)
    case .basics:
      guard let unit = try store.subject() else { throw Refusal(.notYourUnit, .au04) }
      return .confirming(
        .basics(
          BasicsSheet(
            values: try store.basics(), kind: unit.kind, record: try store.basicsRecord(),
            heads: try store.basicsHeads())))
    case .saveBasics(let changes, let seen):
      try store.editBasics(changes, seen: seen, by: user())
      return .confirming(.basicsSaved)
    case .state(let dataset): return .confirming(.state(try state(dataset)))
    case .confirm(let dataset, let password):
      try store.confirm(dataset, password: password, by: user())
      return .confirming(.confirmed(try state(dataset)))
    case .cancel(let dataset, let reason, let password):
      try store.cancelConfirmation(dataset, reason: TextForm.clean(reason), password: password, by: user())
      return .confirming(.cancelled)
    case .askRelease(let dataset, let words):
      try store.askRelease(dataset, words: TextForm.clean(words), by: user())
      return .confirming(.asked)
    case .differences(let dataset):
      let now = try state(dataset)
      let rows = try now.state.last.map { try store.differences(since: $0.event) } ?? []
      return .confirming(.differences(dataset == .students ? rows : [], now))
    }
  }

  /// Nobody reads on after so many of one kind; the screen tells how many there are.
  private static let most = 500

  private func findingLines() throws -> Answer {
    let store = try file()
    var names: [RecordID: String] = [:]
    func name(_ id: RecordID?) throws -> String {
      guard let id else { return "" }
      if let known = names[id] { return known }
      let name = try store.student(id)?.student.fullName ?? ""
      names[id] = name
      return name
    }
    let findings = try store.findings()
    let queries = findings.filter { $0.check.severity == .warning }
    let ordered =
      findings.filter { $0.check.severity == .error } + queries.filter { $0.explained == nil }
      + queries.filter { $0.explained != nil }
    var totals: [Check: Int] = [:]
    var lines: [FindingLine] = []
    for finding in ordered {
      totals[finding.check, default: 0] += 1
      guard totals[finding.check, default: 0] <= Self.most else { continue }
      lines.append(FindingLine(finding: finding, name: try name(finding.record), other: try name(finding.other)))
    }
    return .confirming(.findings(lines, totals: totals))
  }

  private func state(_ dataset: Dataset) throws -> ConfirmState {
    let store = try file()
    guard let situation = try store.situation(session?.user), let round = situation.round,
      let state = situation.states[dataset]
    else { throw Refusal(.noRound, .op04, dataset: dataset) }
    var changed: Int?
    if let confirmed = state.last, dataset == .students, situation.unit.kind.isInstitution {
      changed = try store.differences(since: confirmed.event).count
    }
    var blocking: [Check: Int] = [:]
    for finding in try store.findings() where finding.dataset == dataset && finding.blocks {
      blocking[finding.check, default: 0] += 1
    }
    return ConfirmState(
      unit: situation.unit, round: round, state: state, refusal: may(.confirm(dataset), in: situation).refusal,
      obstacles: Check.allCases.compactMap { check in blocking[check].map { Obstacle(check: check, count: $0) } },
      changed: changed, isSingleHanded: situation.people < 2, request: try store.releaseRequest(dataset),
      parent: situation.parent,
      // No child is listed at a level above: its reports add up what stands below.
      reported: situation.unit.kind.isInstitution ? try store.counts(unit: situation.unit.code) : state.counts,
      cause: try store.voidCause(of: state, situation.unit))
  }

  /// What an act would cost, for the question before it is done.
  func cost(of act: Act) throws -> EditCost? {
    guard let session, let situation = try file().situation(session.user, for: act) else { return nil }
    return LECModel.cost(of: act, in: situation)
  }
}
