internal import LECModel

/// A roster file opened for reading: its letters, its delimiter and its columns found, standing before the first child.
///
///     var sheet = try RosterSheet(try RosterFile.read(path))
///     while let row = try sheet.next() {
///       if let problem = row.problem { ... }              // this row only
///       let first = sheet.columns.text(.first, in: row)
///     }
package struct RosterSheet: Sendable {
  package let encoding: SheetEncoding
  package let columns: ColumnMap
  /// The workbook's sheet, empty for text; its hidden rows; and how it counts days.
  package let name: String
  package let hiddenRows: [Int]
  package let base: DateSerial
  private var reader: CSVReader

  package var delimiter: Delimiter { reader.delimiter }

  /// What was said about the header, now and before.
  let words: HeaderWords

  /// `recall` gives what was said before about a sheet with this header, by its signature. A lenient reading gives the
  /// columns that are missing instead of stopping at them.
  package init(
    _ raw: [UInt8], words: HeaderWords = .none, required: [RosterColumn] = RosterColumn.required,
    sheet: String? = nil, isLenient: Bool = false, limits: SheetLimits = .standard,
    recall: (_ signature: String) -> [String: String] = { _ in [:] }
  ) throws(CSVProblem) {
    let source = try RosterSource(raw, sheet: sheet, words: words, required: required, limits: limits)
    let text = source.text
    name = source.sheet
    hiddenRows = source.hiddenRows
    base = source.base
    encoding = text.encoding
    let (found, delimiter) = try Self.header(text, words, limits)
    var words = words
    words.remember(recall(Self.signature(found.names)))
    self.words = words
    columns = try ColumnMap(
      found.names, at: found.place, words: words, required: required, isLenient: isLenient)
    reader = CSVReader(text, delimiter: delimiter, limits: limits)
    while let row = try reader.next() {
      if row.line == found.lastLine { break }
    }
    reader.width = found.names.count
    try refuseWithoutRows(after: found)
  }

  /// What tells one kind of header from another: its names in their order.
  package var signature: String { Self.signature(columns.names) }

  private static func signature(_ names: [String]) -> String {
    let folded = names.map { HeaderFold.fold($0) }.joined(separator: "\u{1F}")
    return String(Sodium.hash(Array(folded.utf8)).hex.prefix(32))
  }

  /// The columns with what the first row has in them.
  func described() throws(CSVProblem) -> [ImportColumn] {
    var ahead = self
    let first = try ahead.next()
    var fields = [String](repeating: "", count: columns.names.count)
    for column in columns.columns { if let index = columns[column] { fields[index] = column.rawValue } }
    return columns.names.enumerated().map { index, name in
      ImportColumn(
        letters: SheetPlace(line: 1, column: index + 1).letters, header: name,
        example: first.map { TextForm.clean($0[index]) } ?? "", field: fields[index])
    }
  }

  /// The next row that is not blank; nil at the end. What is wrong with one row is in its `problem`.
  package mutating func next() throws(CSVProblem) -> CSVRow? { try reader.next() }

  /// The header under the delimiter that makes most sense of it: a title above it may hold other commas than the table.
  private static func header(
    _ text: SheetText, _ words: HeaderWords, _ limits: SheetLimits
  ) throws(CSVProblem) -> (HeaderSearch, Delimiter) {
    let guess = Delimiter.guess(text)
    let first = try HeaderSearch(CSVReader(text, delimiter: guess, limits: limits), words: words, limits: limits)
    if let first, first.known > 1 { return (first, guess) }
    var best = first.map { ($0, guess) }
    for delimiter in Delimiter.allCases where delimiter != guess {
      var other: HeaderSearch?
      do {
        other = try HeaderSearch(CSVReader(text, delimiter: delimiter, limits: limits), words: words, limits: limits)
      } catch {
        continue  // The text makes no sense with this delimiter, which was only a try.
      }
      if let other, other.known > best?.0.known ?? 0 { best = (other, delimiter) }
    }
    guard let best else { throw try noHeader(text, guess, limits) }
    return best
  }

  private static func noHeader(
    _ text: SheetText, _ delimiter: Delimiter, _ limits: SheetLimits
  ) throws(CSVProblem) -> CSVProblem {
    var reader = CSVReader(text, delimiter: delimiter, limits: limits)
    guard let first = try reader.next() else { return .empty }
    return .noHeader(first.place(0))
  }

  private func refuseWithoutRows(after found: HeaderSearch) throws(CSVProblem) {
    var ahead = reader
    if try ahead.next() == nil { throw .noRows(SheetPlace(line: found.lastLine + 1, column: 1)) }
  }
}
