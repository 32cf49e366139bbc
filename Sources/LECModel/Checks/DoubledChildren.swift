/// RM-06. One child counts once: finds children of one roster with the same number, or the same name and birth date.
///
/// Fed child by child; it keeps one small key for each, so that a roster of a hundred thousand costs little memory.
package struct DoubledChildren: Sendable {
  private var byNumber: [String: RecordID] = [:]
  private var byPerson: [Int: RecordID] = [:]

  package init() {}

  /// Adds an enrolled child and tells whom of those before it doubles.
  package mutating func add(_ record: RecordID, _ student: Student) -> [Finding] {
    guard student.state == .enrolled else { return [] }
    var out: [Finding] = []
    let number = student[.number]
    if !number.isEmpty {
      if let first = byNumber.updateValue(record, forKey: number) {
        byNumber[number] = first
        out.append(finding(.numberDoubled, record, first, student, [.number]))
        return out
      }
    }
    guard !student[.first].isEmpty, !student[.birth].isEmpty else { return out }
    var hasher = Hasher()
    hasher.combine(student[.first])
    hasher.combine(student[.last])
    hasher.combine(student[.birth])
    let person = hasher.finalize()
    if let first = byPerson[person] {
      out.append(finding(.sameChild, record, first, student, [.first, .last, .birth]))
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
