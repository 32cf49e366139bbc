package import LECModel

extension Store {
  /// The basic information as it is now, by field.
  package func basics() throws -> [BasicsField: String] {
    guard let unit = try subject() else { return [:] }
    var out: [BasicsField: String] = [:]
    for (field, value) in try BasicsTable(connection: connection).values(unit.code) {
      if let field = BasicsField(rawValue: field) { out[field] = value }
    }
    return out
  }

  /// The heads of the basic information: what whoever edits it now has seen.
  package func basicsHeads() throws -> [EventID] {
    guard let unit = try subject() else { return [] }
    return try BasicsTable(connection: connection).heads(unit.code)
  }

  /// Edits the basic information of the institution (PU-06). `seen` are the heads that the person had on the screen: an edit made
  /// meanwhile by somebody else becomes a conflict that is listed, and is not overwritten.
  @discardableResult
  package func editBasics(
    _ changes: [FieldChange], seen: [EventID]? = nil, by user: UserName
  ) throws -> Outcome {
    try require(.editBasics, user)
    guard let unit = try subject(), let record = try basicsRecord() else { throw Refusal(.notYourUnit, .au04) }
    let table = BasicsTable(connection: connection)
    let now = try table.values(unit.code)
    let wanted = changes.filter { (now[$0.field] ?? "") != $0.value }
    guard !wanted.isEmpty else { return Outcome(records: [], unchanged: 1) }
    try transaction(author: user, unit: unit.code) { writer in
      let step = UndoStep(
        sequence: writer.nextSequence, author: user,
        entries: [
          .init(
            record: record, isBasics: true,
            before: wanted.map { FieldChange(field: $0.field, value: now[$0.field] ?? "") }, after: wanted)
        ])
      try writer.add(
        .basicsEdited, EventBody(.changes(wanted)), record: record,
        base: try seen ?? table.heads(unit.code))
      remember(step)
    }
    return Outcome(records: [record])
  }

  /// Explains a query in words; empty words take the explanation back.
  package func explain(_ finding: Finding, words: String, by user: UserName) throws {
    try require(.explainFinding, user)
    guard let unit = try subject() else { throw Refusal(.notYourUnit, .au04) }
    let before = try findings().first { $0.check == finding.check && $0.record == finding.record }?.explained ?? ""
    try transaction(author: user, unit: unit.code) { writer in
      let step = UndoStep(
        sequence: writer.nextSequence, author: user,
        entries: finding.record.map {
          [
            .init(
              record: $0, isBasics: false, before: [], after: [],
              explained: .init(finding: finding, before: before, after: words))
          ]
        } ?? [])
      // An explanation is about values, not about a state of the record: it has no base.
      try writer.add(
        .findingExplained,
        EventBody(.explanation(Explanation(check: finding.check.rawValue, about: finding.about, words: words))),
        record: finding.record)
      if !step.entries.isEmpty { remember(step) }
    }
  }
}
