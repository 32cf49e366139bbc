/// A cell that begins like a formula would be run by a spreadsheet. Our export puts an apostrophe before it and our
/// import takes exactly one off again, so that a round trip gives the same text. `="0123"`, which other programs write to
/// keep a leading zero, is the text in its quotes.
enum FormulaGuard {
  /// Whether a spreadsheet might take the text for a formula (or, with apostrophes before it, whether it was guarded).
  static func mustGuard(_ cell: UnsafeRawBufferPointer) -> Bool {
    guard let first = cell.first(where: { $0 != CSVByte.apostrophe }) else { return false }
    return startsFormula(first)
  }

  /// Whether a cell as read carries the apostrophe of an export.
  static func isGuarded(_ cell: UnsafeRawBufferPointer) -> Bool {
    cell.first == CSVByte.apostrophe && mustGuard(cell)
  }

  /// Whether a cell as read is `="..."`.
  static func isQuotedText(_ cell: UnsafeRawBufferPointer) -> Bool {
    cell.count >= 3 && cell[0] == CSVByte.equals && cell[1] == CSVByte.quote && cell[cell.count - 1] == CSVByte.quote
      && !cell[2..<(cell.count - 1)].contains(CSVByte.quote)
  }

  /// Whether a cell as read is a formula whose value is not in the file.
  static func isFormula(_ cell: UnsafeRawBufferPointer) -> Bool {
    cell.first == CSVByte.equals && !isQuotedText(cell)
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }
}
