/// A child's row together with what a screen needs to act on it.
package struct StudentRow: Equatable, Sendable {
  package var n: Int64
  package var id: RecordID
  package var unit: UnitCode
  package var student: Student
  package var heads: [EventID]

  package init(n: Int64, id: RecordID, unit: UnitCode, student: Student, heads: [EventID]) {
    self.n = n
    self.id = id
    self.unit = unit
    self.student = student
    self.heads = heads
  }
}
