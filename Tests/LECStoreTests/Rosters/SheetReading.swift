import LECStore
import TestSupport
import Testing

/// What a good file says, in the form of its .expected file.
func sheetReading(_ bytes: [UInt8], words: HeaderWords = .shipped, sheet name: String? = nil) throws -> [String] {
  var sheet = try RosterSheet(bytes, words: words, sheet: name)
  let columns = sheet.columns.columns
  var guesses: [YearGuess] = [YearGuess(.birth), YearGuess(.admitted)].filter { columns.contains($0.column) }
  var rows: [String] = []
  while let row = try sheet.next() {
    #expect(row.problem == nil)
    rows.append(escaped(["\(row.line)"] + columns.map { sheet.columns.text($0, in: row) }))
    for index in guesses.indices {
      let column = guesses[index].column
      guesses[index].note(sheet.columns.text(column, in: row), at: sheet.columns.place(column, in: row))
    }
  }
  let years = guesses.map { "\($0.column.rawValue)=\(said($0.answer()))" }.joined(separator: " ")
  return [
    escaped([sheet.encoding.rawValue, "\(sheet.delimiter)", years]), escaped(columns.map(\.rawValue)),
  ] + rows
}

private func said(_ answer: YearGuess.Answer) -> String {
  switch answer {
  case .settled(let reading): reading.rawValue
  case .ask(let question): "ask:\(question.buddhist.place.line):\(question.christian.place.line)"
  }
}

private func escaped(_ cells: [String]) -> String {
  cells.map { cell in
    cell.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\r": "\\r"
      case "\n": "\\n"
      case "|": "\\p"
      default: String(scalar)
      }
    }.joined()
  }.joined(separator: "|")
}
