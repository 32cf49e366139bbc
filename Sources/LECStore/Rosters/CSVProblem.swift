/// Everything that can be wrong with a sheet before a single child is looked at.
/// `formula`, `shortRow` and `longRow` concern one row and come with it; all others end the reading.
package enum CSVProblem: Error, Equatable, Sendable {
  // The file
  case unreadable(code: Int32)
  case tooLarge(bytes: Int, limit: Int)
  case empty
  case foreign(ForeignFile)
  case workbook(WorkbookFault)

  // The letters in it
  case unknownByte(UInt8, SheetPlace)
  case cutOff(SheetPlace)
  case brokenCharacter(SheetPlace)
  case unmarkedUTF16
  case utf32

  // The rows
  case nul(SheetPlace)
  case controlByte(UInt8, SheetPlace)
  case unclosedQuote(SheetPlace)
  case textAfterQuote(SheetPlace, opened: SheetPlace)
  case cellTooLong(SheetPlace, limit: Int)
  case tooManyColumns(SheetPlace, limit: Int)
  case shortRow(SheetPlace, cells: Int, expected: Int)
  case longRow(SheetPlace, cells: Int, expected: Int)
  case formula(SheetPlace)

  // The header
  case noHeader(SheetPlace)
  case doubledColumn(RosterColumn, SheetPlace, first: SheetPlace)
  case ambiguousColumn(String, SheetPlace, between: [RosterColumn])
  case missingColumns([RosterColumn], SheetPlace)
  case noRows(SheetPlace)

  // The file that says which header means which column
  case badMapLine(Int)
  case unknownMapColumn(String, line: Int)
  case unusedMapHeader(String, line: Int)
}

extension CSVProblem {
  /// The stable name of the fault, for scripts and for finding the sentence.
  package var code: String {
    switch self {
    case .unreadable: "unreadable"
    case .tooLarge: "too-large"
    case .empty: "empty"
    case .foreign: "foreign"
    case .workbook(let fault): fault.code
    case .unknownByte: "unknown-byte"
    case .cutOff: "cut-off"
    case .brokenCharacter: "broken-character"
    case .unmarkedUTF16: "unmarked-utf16"
    case .utf32: "utf32"
    case .nul: "nul"
    case .controlByte: "control-byte"
    case .unclosedQuote: "unclosed-quote"
    case .textAfterQuote: "text-after-quote"
    case .cellTooLong: "cell-too-long"
    case .tooManyColumns: "too-many-columns"
    case .shortRow: "short-row"
    case .longRow: "long-row"
    case .formula: "formula"
    case .noHeader: "no-header"
    case .doubledColumn: "doubled-column"
    case .ambiguousColumn: "ambiguous-column"
    case .missingColumns: "missing-columns"
    case .noRows: "no-rows"
    case .badMapLine: "bad-map-line"
    case .unknownMapColumn: "unknown-map-column"
    case .unusedMapHeader: "unused-map-header"
    }
  }

  /// Where the fault is, where it is somewhere: a whole file of the wrong kind has no place.
  package var place: SheetPlace? {
    switch self {
    case .unreadable, .tooLarge, .empty, .foreign, .workbook, .unmarkedUTF16, .utf32: nil
    case .badMapLine, .unknownMapColumn, .unusedMapHeader: nil
    case .unknownByte(_, let place), .controlByte(_, let place), .doubledColumn(_, let place, _),
      .ambiguousColumn(_, let place, _), .missingColumns(_, let place):
      place
    case .cutOff(let place), .brokenCharacter(let place), .nul(let place), .unclosedQuote(let place),
      .textAfterQuote(let place, _), .cellTooLong(let place, _), .tooManyColumns(let place, _),
      .shortRow(let place, _, _), .longRow(let place, _, _), .formula(let place), .noHeader(let place),
      .noRows(let place):
      place
    }
  }
}
