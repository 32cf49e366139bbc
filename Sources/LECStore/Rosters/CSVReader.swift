/// Reads a sheet row by row after RFC 4180: quotes, doubled quotes, line breaks in quotes, any line end, blank lines skipped.
///
/// A quote that does not open a cell is an ordinary letter, so that a nickname in quotes does no harm. Tabs, spaces and
/// nothing else may follow a closing quote. A fault of one row comes with the row; any other fault ends the reading.
package struct CSVReader: Sendable {
  package let delimiter: Delimiter
  /// How many cells a row must have, once the header has told. Longer rows pass while the rest is blank.
  package var width: Int?
  /// Rows of a workbook end where their last filled cell is, and what stands beside the table is no fault of theirs.
  private let isRagged: Bool

  private let limits: SheetLimits
  private let bytes: [UInt8]
  private let kinds: ByteKinds
  private var cursor: Cursor
  private var cells: [CellSpan] = []

  package init(_ text: SheetText, delimiter: Delimiter, limits: SheetLimits = .standard) {
    self.delimiter = delimiter
    self.limits = limits
    bytes = text.bytes
    kinds = ByteKinds(delimiter)
    isRagged = text.encoding == .workbook
    cursor = Cursor(at: text.start)
    if let declared = bytes.withUnsafeBytes({ Delimiter.declaration($0, from: text.start) }) {
      cursor = Cursor(at: declared.end, line: 2, textLine: 2)
    }
  }

  /// The next row that is not blank; nil at the end.
  package mutating func next() throws(CSVProblem) -> CSVRow? {
    while cursor.at < bytes.count {
      let first = cursor
      cells.removeAll(keepingCapacity: true)
      let problem = bytes.withUnsafeBytes { raw in scanRow(raw) }
      if let problem {
        cursor.at = bytes.count
        throw problem
      }
      cursor.line += 1
      let blank = bytes.withUnsafeBytes { raw in cells.allSatisfy { CSVRow.isBlank($0, in: raw) } }
      if !blank { return row(first) }
    }
    return nil
  }

  private mutating func row(_ first: Cursor) -> CSVRow {
    let problem = bytes.withUnsafeBytes { raw in fault(raw, first) }
    return CSVRow(bytes: bytes, cells: cells, line: first.line, textLine: first.textLine, problem: problem)
  }

  /// What is wrong with the row that was just read, measured against the header.
  private mutating func fault(_ raw: UnsafeRawBufferPointer, _ first: Cursor) -> CSVProblem? {
    guard let width, !isRagged else { return nil }
    let count = cells.count
    if count > width {
      if let extra = cells[width...].firstIndex(where: { !CSVRow.isBlank($0, in: raw) }) {
        return .longRow(first.place(column: extra + 1), cells: count, expected: width)
      }
      cells.removeLast(count - width)
    }
    if count < width { return .shortRow(first.place(column: count + 1), cells: count, expected: width) }
    guard let formula = cells.firstIndex(where: { CSVRow.isFormula($0, in: raw) }) else { return nil }
    return .formula(first.place(column: formula + 1))
  }

  /// Reads cells to the end of the row.
  private mutating func scanRow(_ raw: UnsafeRawBufferPointer) -> CSVProblem? {
    let line = cursor.line
    while true {
      let here = SheetPlace(line: line, column: cells.count + 1, textLine: cursor.textLine)
      if cells.count == limits.columns { return .tooManyColumns(here, limit: limits.columns) }
      let quoted = cursor.at < raw.count && raw[cursor.at] == CSVByte.quote
      switch quoted ? scanQuoted(raw, here) : scanPlain(raw, here) {
      case .nextCell: continue
      case .rowEnd: return nil
      case .problem(let problem): return problem
      }
    }
  }

  private enum CellEnd {
    case nextCell, rowEnd, problem(CSVProblem)
  }

  private mutating func scanPlain(_ raw: UnsafeRawBufferPointer, _ here: SheetPlace) -> CellEnd {
    let start = cursor.at
    var at = start
    // A cell that is longer than allowed is found when its end or the limit comes, whichever is first.
    let limit = min(raw.count, start + limits.cellBytes + 1)
    while at < limit {
      let kind = kinds[raw[at]]
      if kind != .ordinary && kind != .quote { break }
      at += 1
    }
    if at - start > limits.cellBytes { return .problem(.cellTooLong(here, limit: limits.cellBytes)) }
    append(start, at, .plain)
    return finish(raw, at, here)
  }

  private mutating func scanQuoted(_ raw: UnsafeRawBufferPointer, _ here: SheetPlace) -> CellEnd {
    let start = cursor.at + 1
    var at = start
    var form = CellSpan.Form.plain
    scan: while at < raw.count {
      if at - start > limits.cellBytes { return .problem(tooLongOrUnclosed(raw, at, here)) }
      switch kinds[raw[at]] {
      case .ordinary, .delimiter: break
      case .quote:
        guard at + 1 < raw.count, raw[at + 1] == CSVByte.quote else { break scan }
        form = .doubledQuotes
        at += 1
      case .lineFeed: cursor.textLine += 1
      case .carriageReturn:
        if at + 1 == raw.count || raw[at + 1] != CSVByte.lineFeed { cursor.textLine += 1 }
      case .control:
        if at + 1 == raw.count, raw[at] == CSVByte.endOfFile { break scan }
        return .problem(control(raw[at], here))
      }
      at += 1
    }
    guard at < raw.count, raw[at] == CSVByte.quote else { return .problem(.unclosedQuote(here)) }
    append(start, at, form)
    at += 1
    while at < raw.count, raw[at] == CSVByte.space { at += 1 }
    let opened = here
    let now = SheetPlace(line: here.line, column: here.column, textLine: cursor.textLine)
    if at < raw.count, kinds[raw[at]] == .ordinary || kinds[raw[at]] == .quote {
      return .problem(.textAfterQuote(now, opened: opened))
    }
    return finish(raw, at, now)
  }

  /// Steps over what ends a cell.
  private mutating func finish(_ raw: UnsafeRawBufferPointer, _ end: Int, _ here: SheetPlace) -> CellEnd {
    guard end < raw.count else {
      cursor.at = end
      return .rowEnd
    }
    cursor.at = end + 1
    switch kinds[raw[end]] {
    case .delimiter: return .nextCell
    case .carriageReturn, .lineFeed:
      if raw[end] == CSVByte.carriageReturn, end + 1 < raw.count, raw[end + 1] == CSVByte.lineFeed { cursor.at += 1 }
      cursor.textLine += 1
      return .rowEnd
    case .control where raw[end] == CSVByte.endOfFile && end + 1 == raw.count: return .rowEnd
    case .control, .ordinary, .quote: return .problem(control(raw[end], here))
    }
  }

  private mutating func append(_ start: Int, _ end: Int, _ form: CellSpan.Form) {
    cells.append(
      CellSpan(start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: end - start), form: form))
  }

  private func control(_ byte: UInt8, _ here: SheetPlace) -> CSVProblem {
    byte == 0 ? .nul(here) : .controlByte(byte, here)
  }

  /// A quoted cell without end swallows the rest of the file: where no quote follows at all, that is the fault to name.
  private func tooLongOrUnclosed(_ raw: UnsafeRawBufferPointer, _ at: Int, _ here: SheetPlace) -> CSVProblem {
    raw[at...].contains(CSVByte.quote) ? .cellTooLong(here, limit: limits.cellBytes) : .unclosedQuote(here)
  }
}

/// How far the reading has come.
private struct Cursor: Sendable {
  var at: Int
  var line = 1
  var textLine = 1

  func place(column: Int) -> SheetPlace { SheetPlace(line: line, column: column, textLine: textLine) }
}

/// What each of the 256 bytes is to the reader, looked up once a byte.
private struct ByteKinds: Sendable {
  enum Kind: UInt8 {
    case ordinary, delimiter, quote, lineFeed, carriageReturn, control
  }

  private let kinds: [Kind]

  init(_ delimiter: Delimiter) {
    kinds = (0...255).map { value in
      switch UInt8(value) {
      case delimiter.rawValue: .delimiter
      case CSVByte.quote: .quote
      case CSVByte.lineFeed: .lineFeed
      case CSVByte.carriageReturn: .carriageReturn
      case 0x09: .ordinary
      case 0..<0x20, CSVByte.delete: .control
      default: .ordinary
      }
    }
  }

  subscript(_ byte: UInt8) -> Kind { kinds[Int(byte)] }
}
