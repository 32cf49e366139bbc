/// Where a cell lies in the text, and what its bytes need before they are its value.
struct CellSpan: Sendable {
  enum Form: UInt8 {
    case plain
    /// Every quote inside is written twice.
    case doubledQuotes
  }

  var start: Int32
  var count: Int32
  var form: Form
}

/// One row of a sheet: a view whose cells become text only when asked for.
package struct CSVRow: Sendable {
  let bytes: [UInt8]
  let cells: [CellSpan]
  /// The number of the spreadsheet's row.
  package let line: Int
  /// The number of the line as a text editor counts.
  package let textLine: Int
  /// What is wrong with this row as a row; its cells should then not be used.
  package let problem: CSVProblem?

  package var count: Int { cells.count }

  /// The text of a cell, counted from zero; empty where the row has no such cell.
  package subscript(_ index: Int) -> String {
    withBytes(index) { String(decoding: $0, as: UTF8.self) }
  }

  /// A cell's text as UTF-8 bytes, without a copy unless quotes have to be undoubled; they are valid only in `body`.
  package func withBytes<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    guard cells.indices.contains(index) else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    return bytes.withUnsafeBytes { raw in
      Self.withValue(of: cells[index], in: raw) { value in
        if FormulaGuard.isGuarded(value) { return body(UnsafeRawBufferPointer(rebasing: value[1...])) }
        if FormulaGuard.isQuotedText(value) {
          return body(UnsafeRawBufferPointer(rebasing: value[2..<(value.count - 1)]))
        }
        return body(value)
      }
    }
  }

  /// Whether a cell is missing, empty or only spaces.
  package func isBlank(_ index: Int) -> Bool {
    guard cells.indices.contains(index) else { return true }
    return bytes.withUnsafeBytes { Self.isBlank(cells[index], in: $0) }
  }

  /// Where a cell, counted from zero, stands in the sheet.
  package func place(_ index: Int) -> SheetPlace { SheetPlace(line: line, column: index + 1, textLine: textLine) }

  static func isBlank(_ cell: CellSpan, in raw: UnsafeRawBufferPointer) -> Bool {
    let start = Int(cell.start)
    return raw[start..<(start + Int(cell.count))].allSatisfy { $0 == CSVByte.space || $0 == Delimiter.tab.rawValue }
  }

  static func isFormula(_ cell: CellSpan, in raw: UnsafeRawBufferPointer) -> Bool {
    guard cell.count > 0, raw[Int(cell.start)] == CSVByte.equals else { return false }
    return withValue(of: cell, in: raw, FormulaGuard.isFormula)
  }

  private static func withValue<Result>(
    of cell: CellSpan, in raw: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let start = Int(cell.start)
    let written = UnsafeRawBufferPointer(rebasing: raw[start..<(start + Int(cell.count))])
    switch cell.form {
    case .plain: return body(written)
    case .doubledQuotes:
      var value: [UInt8] = []
      value.reserveCapacity(written.count)
      var at = 0
      while at < written.count {
        value.append(written[at])
        at += written[at] == CSVByte.quote ? 2 : 1
      }
      return value.withUnsafeBytes(body)
    }
  }
}
