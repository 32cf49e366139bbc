/// Writes a sheet after RFC 4180: commas, CRLF, quotes where they are needed, formulas disarmed (`FormulaGuard`).
/// Control characters, which no reader takes, are left out.
package struct CSVWriter: Sendable {
  package private(set) var bytes: [UInt8]
  private let delimiter: Delimiter

  /// With the mark, Excel opens the file as UTF-8; without it, scripts have it easier.
  package init(mark: Bool, delimiter: Delimiter = .comma) {
    bytes = mark ? [0xEF, 0xBB, 0xBF] : []
    self.delimiter = delimiter
  }

  /// Adds one row.
  package mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter.rawValue) }
      append(cell)
    }
    // A row of one empty cell would be a blank line.
    if cells.count == 1, cells[0].isEmpty { bytes.append(contentsOf: [CSVByte.quote, CSVByte.quote]) }
    bytes.append(CSVByte.carriageReturn)
    bytes.append(CSVByte.lineFeed)
  }

  private mutating func append(_ cell: String) {
    let value = cell.utf8.contains(where: Self.isControl) ? cell.utf8.filter { !Self.isControl($0) } : Array(cell.utf8)
    let quoted = value.contains(where: needsQuotes)
    if quoted { bytes.append(CSVByte.quote) }
    if value.withUnsafeBytes(FormulaGuard.mustGuard) { bytes.append(CSVByte.apostrophe) }
    for byte in value {
      if byte == CSVByte.quote { bytes.append(CSVByte.quote) }
      bytes.append(byte)
    }
    if quoted { bytes.append(CSVByte.quote) }
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case CSVByte.quote, CSVByte.carriageReturn, CSVByte.lineFeed, delimiter.rawValue: true
    default: false
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, CSVByte.lineFeed, CSVByte.carriageReturn: false
    case 0..<0x20, CSVByte.delete: true
    default: false
    }
  }
}
