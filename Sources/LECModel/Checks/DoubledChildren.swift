/// RM-06. One child counts once: finds children of one roster with the same number, or the same name and birth date.
///
/// Fed child by child; it keeps one small key for each, so that a roster of a hundred thousand costs little memory. Whatever the order,
/// which two machines of one unit do not share, the same child of several is left without a finding: the one that was there first.
package struct DoubledChildren: Sendable {
  private var byNumber: [String: RecordID] = [:]
  private var byPerson: [Int: RecordID] = [:]

  package init() {}

  /// Adds an enrolled child and tells who doubles whom because of it.
  package mutating func add(
    _ record: RecordID, _ student: Student, wasBefore: (_ one: RecordID, _ other: RecordID) -> Bool = { _, _ in true }
  ) -> [Finding] {
    guard student.state == .enrolled else { return [] }
    var out: [Finding] = []
    let number = student[.number]
    if !number.isEmpty {
      if let first = byNumber[number] {
        let (early, late) = wasBefore(first, record) ? (first, record) : (record, first)
        byNumber[number] = early
        out.append(finding(.numberDoubled, late, early, student, [.number]))
        return out
      }
      byNumber[number] = record
    }
    guard !student[.first].isEmpty, !student[.birth].isEmpty else { return out }
    var hasher = Hasher()
    hasher.combine(student[.first])
    hasher.combine(student[.last])
    hasher.combine(student[.birth])
    let person = hasher.finalize()
    if let first = byPerson[person] {
      let (early, late) = wasBefore(first, record) ? (first, record) : (record, first)
      byPerson[person] = early
      out.append(finding(.sameChild, late, early, student, [.first, .last, .birth]))
    } else {
      byPerson[person] = record
    }
    return out
  }

  private func finding(
    _ check: Check, _ record: RecordID, _ other: RecordID, _ student: Student, _ fields: [StudentField]
  ) -> Finding {
    Finding(
      check: check, record: record, fields: fields.map(\.rawValue), about: StudentChecks.about(student, fields),
      other: other)
  }
}
