import LECModel
import LECStore

/// Does the work of a unit that a lesson takes for granted: looked for, mended, confirmed.
struct LessonWorker {
  let store: Store

  /// The person of the file who does it.
  var user: UserName { (try? store.users().first).flatMap { $0 } ?? UserName("") }

  func bring(to far: Lesson.Done.Far) throws {
    guard let unit = try store.ownUnit() else { return }
    if unit.kind.isInstitution {
      try settleIn()
      if far >= .mended { try mend() }
      try store.mark(children().map(\.id), .present, by: user)
      guard far >= .mended else { return }
      for finding in try store.findings() where finding.blocks && finding.check.severity == .warning {
        try store.explain(finding, words: "ตรวจสอบแล้ว", by: user)
      }
    } else if unit.kind == .authority {
      try count(unit)
    }
    guard far >= .confirmed else { return }
    // Where there are two people, the second confirms what the first has entered.
    let other = try store.users().last ?? user
    for state in try store.states() { try store.confirm(state.dataset, password: TrainingSet.password, by: other) }
  }

  /// Makes the profile of a person who has not been here yet.
  func settleIn() throws {
    guard let session = try? store.logIn(user, password: TrainingSet.firstPassword), session.profile == nil else {
      return
    }
    _ = try store.makeProfile(
      user, currentPassword: TrainingSet.firstPassword, first: "ดวงใจ", last: "เริ่มใหม่", position: "ครู",
      phone: "0000000008", newPassword: TrainingSet.password)
  }

  private func children() throws -> [StudentRow] { try store.roster(RosterFilter(), .first, limit: 10_000) }

  private func mend() throws {
    try store.editBasics([FieldChange(.rooms, "3")], by: user)
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
  private func count(_ unit: Unit) throws {
    guard let round = try store.currentRound() else { return }
    for row in try store.otherSchools(of: unit.code, round: round.key) {
      try store.countOther(
        row.record, OtherSchoolRow.grades.map { OtherCounting.Cell(grade: $0, total: 7) }, by: user)
    }
  }
}
