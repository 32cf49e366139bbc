/// A random check with what was found so far.
package struct SampleEntry: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package var unit: Unit
    package var record: RecordID
    package var name: String
    package var number: String
    package var grade: String
    package var result: SampleResult?

    package init(unit: Unit, record: RecordID, name: String, number: String, grade: String, result: SampleResult?) {
      self.unit = unit
      self.record = record
      self.name = name
      self.number = number
      self.grade = grade
      self.result = result
    }
  }

  package var id: EventID
  package var draw: SampleDraw
  package var lines: [Line]

  package var checked: Int { lines.count { $0.result != nil } }
  package var absent: Int { lines.count { $0.result?.found == .absent } }

  package init(id: EventID, draw: SampleDraw, lines: [Line]) {
    self.id = id
    self.draw = draw
    self.lines = lines
  }
}
