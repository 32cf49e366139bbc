package import LECModel
package import LECStore

/// Brings any institution's file to where it can be confirmed.
package enum Readiness {
  /// Mends every planted problem, marks everybody present and explains what is left.
  package static func makeReady(_ store: Store, by user: UserName) throws {
    try store.editBasics([FieldChange(.rooms, "3")], by: user)
    for finding in try store.findings() where finding.check == .basicsMissing {
      let fields = finding.fields.compactMap { BasicsField(rawValue: $0) }
      try store.editBasics(fields.map { FieldChange($0, "3") }, by: user)
    }
    for finding in try store.findings() where finding.check.severity == .error {
      guard let record = finding.record else { continue }
      switch finding.check {
      case .numberDoubled: try store.remove([record], reason: .doubled, by: user)
      case .elsewhereUnsettled: try store.editStudent(record, [FieldChange(.elsewhere, "")], by: user)
      default: break
      }
    }
    let children = try store.roster(RosterFilter(), .first, limit: 10_000)
    try store.mark(children.map(\.id), .present, by: user)
    for finding in try store.findings() where finding.blocks && finding.check.severity == .warning {
      try store.explain(finding, words: "ตรวจสอบแล้ว", by: user)
    }
  }
}

extension Store {
  /// Whether nobody has made a profile for this account yet.
  package func logInNeedsProfile(_ user: UserName) throws -> Bool {
    (try? logIn(user, password: TrainingSet.firstPassword))?.profile == nil
      && (try? logIn(user, password: TrainingSet.firstPassword)) != nil
  }
}
