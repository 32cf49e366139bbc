import LECStore
import TestSupport
import Testing

@Suite struct GoodSheetTests {
  @Test("a good file is read cell by cell as it is meant", arguments: VectorFolder.good.names(ending: ".csv"))
  func reads(_ file: String) throws {
    let expected = try VectorFolder.good.lines(file.replacingEnd(".csv", with: ".expected"))
    #expect(try sheetReading(try VectorFolder.good.bytes(file)) == expected)
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
      var sheet = try RosterSheet(bytes, words: .shipped)
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
