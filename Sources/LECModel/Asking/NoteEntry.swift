/// A review note as people read it, with its answers.
package struct NoteEntry: Equatable, Sendable {
  package var id: EventID
  package var unit: UnitCode
  package var from: String
  package var person: String
  package var at: Moment
  package var words: String
  package var answers: [Answer]

  package struct Answer: Equatable, Sendable {
    package var person: String
    package var at: Moment
    package var words: String

    package init(person: String, at: Moment, words: String) {
      self.person = person
      self.at = at
      self.words = words
    }
  }

  package init(
    id: EventID, unit: UnitCode, from: String, person: String, at: Moment, words: String, answers: [Answer]
  ) {
    self.id = id
    self.unit = unit
    self.from = from
    self.person = person
    self.at = at
    self.words = words
    self.answers = answers
  }
}
