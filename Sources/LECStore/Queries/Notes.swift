package import LECModel

/// Review notes and their answers.
extension Store {
  static let notesAbout = "SELECT n, id, answers, words FROM note WHERE unit = ?1 ORDER BY n DESC"

  /// The notes about a unit, newest first, each with its answers in order.
  package func notes(about unit: UnitCode) throws -> [NoteEntry] {
    let rows = try connection.all(Self.notesAbout, [.text(unit.text)]) {
      (n: $0.integer(0), id: EventID($0.hash(1)), answers: $0.blob(2), words: $0.text(3))
    }
    var out: [NoteEntry] = []
    for row in rows where row.answers.isEmpty {
      guard let event = try log.event(row.n) else { continue }
      let answers = try rows.reversed().filter { $0.answers == row.id.hash.bytes }.compactMap { answer in
        try log.event(answer.n).map {
          NoteEntry.Answer(person: try person($0.header.author, at: $0.n), at: $0.header.time, words: answer.words)
        }
      }
      let chain = event.header.chain
      let office = try trust.state(about: [unit], chains: [chain]).standing(chain).office?.unit
      out.append(
        NoteEntry(
          id: row.id, unit: unit, from: try office.flatMap { try self.unit($0)?.name } ?? "",
          person: try person(event.header.author, at: event.n), at: event.header.time, words: row.words,
          answers: answers))
    }
    return out
  }
}
