package import LECModel

/// Does the work of a unit that a training set takes for granted: looked for, mended, confirmed.
package struct TrainingWorker {
  package let store: Store

  package init(store: Store) { self.store = store }

  /// The person of the file who does it.
  package var user: UserName { (try? store.users().first).flatMap { $0 } ?? UserName("") }

  /// Everything is correct or explained, and every child is marked present.
  package func makeReady() throws {
    guard let unit = try store.ownUnit() else { return }
    guard unit.kind.isInstitution else { return try count(unit) }
    try mend()
    try markAll()
    for finding in try store.findings() where finding.blocks && finding.check.severity == .warning {
      try store.explain(finding, words: "ตรวจสอบแล้ว", by: user)
    }
  }

  package func markAll() throws { try store.mark(children().map(\.id), .present, by: user) }

  /// Confirms all there is. Where there are two people, the second confirms what the first has entered.
  package func confirm() throws {
    // Nothing is confirmed in such a round.
    guard try store.currentRound()?.policy != .open else { return }
    let other = try store.users().last ?? user
    for state in try store.states() { try store.confirm(state.dataset, password: TrainingSet.password, by: other) }
  }

  /// Makes the profile of a person who has not been here yet.
  package func settleIn() throws {
    guard let session = try? store.logIn(user, password: TrainingSet.firstPassword), session.profile == nil else {
      return
    }
    _ = try store.makeProfile(
      user, currentPassword: TrainingSet.firstPassword, first: "ดวงใจ", last: "เริ่มใหม่", position: "ครู",
      phone: "0000000008", newPassword: TrainingSet.password)
  }

  private func children() throws -> [StudentRow] { try store.roster(RosterFilter(), .first, limit: 10_000) }

  private func mend() throws {
    for finding in try store.findings() where finding.check == .basicsMissing {
      let fields = finding.fields.compactMap { BasicsField(rawValue: $0) }
      try store.editBasics(fields.map { FieldChange($0, Self.value($0)) }, by: user)
    }
    for finding in try store.findings() where finding.check.severity == .error {
      guard let record = finding.record else { continue }
      switch finding.check {
      case .numberDoubled: try store.remove([record], reason: .doubled, by: user)
      case .elsewhereUnsettled: try store.editStudent(record, [FieldChange(.elsewhere, "")], by: user)
      default: break
      }
    }
  }

  private static func value(_ field: BasicsField) -> String {
    switch field {
    case .head: "ดวงใจ เริ่มใหม่"
    case .phone: "0000000006"
    case .lowestGrade: Grade.c2.rawValue
    case .highestGrade: Grade.c4.rawValue
    case .kitchen, .water, .electricity, .internet: "yes"
    case .subdistrict, .district, .province, .road, .building, .support: "ฝึกหัด"
    default: "3"
    }
  }

  /// Every school of another affiliation has its figures.
  package func count(_ unit: Unit) throws {
    guard let round = try store.currentRound() else { return }
    for row in try store.otherSchools(of: unit.code, round: round.key) {
      try store.countOther(
        row.record, OtherSchoolRow.grades.map { OtherCounting.Cell(grade: $0, total: 7) }, by: user)
    }
  }
}
