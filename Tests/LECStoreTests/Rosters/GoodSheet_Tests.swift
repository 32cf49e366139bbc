import LECStore
import Testing

/// What a good file says, in the form of its .expected file.
private func reading(_ bytes: [UInt8]) throws -> [String] {
  var sheet = try RosterSheet(bytes)
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
  let years = guesses.map { "\($0.column.rawValue)=\(words($0.answer()))" }.joined(separator: " ")
  return [
    escaped([sheet.encoding.rawValue, "\(sheet.delimiter)", years]), escaped(columns.map(\.rawValue)),
  ] + rows
}

private func words(_ answer: YearGuess.Answer) -> String {
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

@Suite struct GoodSheetTests {
  @Test("a good file is read cell by cell as it is meant", arguments: VectorFolder.good.names(ending: ".csv"))
  func reads(_ file: String) throws {
    let expected = try VectorFolder.good.lines(file.replacingEnd(".csv", with: ".expected"))
    #expect(try reading(try VectorFolder.good.bytes(file)) == expected)
  }

  @Test("good files are there, each with what it says")
  func filesAndExpectations() {
    let files = VectorFolder.good.names(ending: ".csv").map { $0.replacingEnd(".csv", with: "") }
    #expect(files.count >= 12)
    #expect(files == VectorFolder.good.names(ending: ".expected").map { $0.replacingEnd(".expected", with: "") })
  }

  @Test(
    "a good file cut off anywhere gives its first rows or a problem", arguments: VectorFolder.good.names(ending: ".csv")
  )
  func truncated(_ file: String) throws {
    let bytes = try VectorFolder.good.bytes(file)
    let whole = cells(bytes)
    #expect(whole.problem == nil && !whole.rows.isEmpty)
    for count in 0..<bytes.count {
      let part = cells(Array(bytes.prefix(count)))
      // The last row of a part may itself be cut; all rows before it are those of the whole file.
      let sure = part.rows.dropLast()
      #expect(Array(sure) == Array(whole.rows.prefix(sure.count)), "cut after \(count) bytes")
      #expect(part.rows.count <= whole.rows.count || part.problem != nil, "cut after \(count) bytes")
    }
  }

  private func cells(_ bytes: [UInt8]) -> (rows: [[String]], problem: CSVProblem?) {
    var rows: [[String]] = []
    do {
      var sheet = try RosterSheet(bytes)
      while let row = try sheet.next() {
        if let problem = row.problem { return (rows, problem) }
        rows.append(sheet.columns.columns.map { sheet.columns.text($0, in: row) })
      }
      return (rows, nil)
    } catch {
      return (rows, error)
    }
  }
}

extension String {
  fileprivate func replacingEnd(_ end: String, with other: String) -> String { String(dropLast(end.count)) + other }
}
