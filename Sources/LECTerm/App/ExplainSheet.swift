import Glibc
import LECStore

extension CSVProblem {
  /// What is wrong with a roster file, as sentences: where, what, and what to do. Several columns that are missing are
  /// several sentences.
  var words: [Words] {
    guard case .missingColumns(let columns, let place) = self else { return [.key(key, values)] + textLine }
    return columns.map { .key(key, place.values + [.key("name", $0.nameKey)]) }
  }

  private var key: TextKey {
    switch self {
    case .unreadable(code: ENOENT): "csv.unreadable-missing"
    case .unreadable(code: EISDIR): "csv.unreadable-folder"
    case .unreadable(code: EACCES): "csv.unreadable-refused"
    case .foreign(let kind): kind.isTable ? "csv.foreign" : "csv.foreign-other"
    default: TextKey("csv.\(code)")
    }
  }

  private var values: [TextValue] {
    (place?.values ?? []) + facts
  }

  /// What the sentence says beside the place.
  private var facts: [TextValue] {
    switch self {
    case .unreadable(let code): [.text("error", "\(code)")]
    case .tooLarge(let bytes, let limit):
      [.figures("size", "\((bytes + (1 << 20) - 1) >> 20)"), .figures("limit", "\(limit >> 20)")]
    case .foreign(let kind): [.key("kind", TextKey("csv.foreign-\(kind.rawValue)"))]
    case .workbook(let fault): fault.facts
    case .unknownByte(let byte, _), .controlByte(let byte, _): [.text("byte", "0x" + hex(byte))]
    case .cellTooLong(_, let limit): [.figures("limit", "\(limit >> 10)")]
    case .tooManyColumns(_, let limit): [.figures("limit", "\(limit)")]
    case .shortRow(_, let cells, let expected), .longRow(_, let cells, let expected):
      [.figures("cells", "\(cells)"), .figures("expected", "\(expected)")]
    case .noHeader: [.key("names", "csv.header-example")]
    case .doubledColumn(let column, _, let first): [.key("name", column.nameKey), .text("first", first.letters)]
    case .ambiguousColumn(let header, _, let between):
      [.text("header", header)] + zip(["one", "other"], between).map { .key($0, $1.nameKey) }
    case .badMapLine(let line): [.figures("line", "\(line)")]
    case .unknownMapColumn(let name, let line), .unusedMapHeader(let name, let line):
      [.figures("line", "\(line)"), .text("name", name)]
    case .empty, .cutOff, .brokenCharacter, .unmarkedUTF16, .utf32, .nul, .unclosedQuote, .textAfterQuote, .formula,
      .missingColumns, .noRows:
      []
    }
  }

  /// Where an editor counts otherwise than a spreadsheet, its line is told too.
  private var textLine: [Words] {
    guard let place, place.textLine != place.line else { return [] }
    return [.key("csv.text-line", [.figures("line", "\(place.textLine)")])]
  }

  private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}

extension WorkbookFault {
  /// What the sentence about a workbook says of it.
  fileprivate var facts: [TextValue] {
    switch self {
    case .damaged(let part), .missingPart(let part), .bomb(let part), .documentType(let part): [.text("part", part)]
    case .notXML(let part, let line): [.text("part", part), .figures("line", "\(line)")]
    case .noSuchSheet(let name, let known): [.text("name", name), .text("names", known.joined(separator: ", "))]
    case .severalSheets(let names): [.text("names", names.joined(separator: ", "))]
    case .encrypted, .binary, .noSheets: []
    }
  }
}

extension SheetPlace {
  fileprivate var values: [TextValue] { [.figures("line", "\(line)"), .text("column", letters)] }
}

extension RosterColumn {
  /// The column's name in the language files.
  var nameKey: TextKey { TextKey("csv.column.\(rawValue)") }
}

extension YearQuestion {
  /// The question about a column whose years are mixed; the answers are `YearReading.words`.
  var words: Words {
    .key(
      "csv.years",
      [
        .key("name", column.nameKey),
        .number("buddhistCount", buddhistCount), .figures("buddhistLine", "\(buddhist.place.line)"),
        .text("buddhist", buddhist.text),
        .number("christianCount", christianCount), .figures("christianLine", "\(christian.place.line)"),
        .text("christian", christian.text),
      ])
  }
}

extension YearReading {
  /// The answer as a choice to take.
  var words: Words { .key(TextKey("csv.years-\(rawValue)"), []) }
}

extension ForeignFile {
  /// Whether a spreadsheet can open it and save it as CSV.
  fileprivate var isTable: Bool {
    switch self {
    case .excel, .oldExcel, .openDocument, .html, .xml: true
    case .pdf, .zip, .png, .jpeg, .sqlite, .gzip, .zstd, .bundle, .richText: false
    }
  }
}
