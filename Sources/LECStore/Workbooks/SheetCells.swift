/// Turns the cells of one sheet into text, row by row, as a CSV file of the same sheet would have it. What a sheet claims
/// of its own size is not looked at; only cells that hold something take room.
final class SheetCells: XMLHandler {
  /// What the cells refer to.
  struct Surroundings {
    var shared: SharedStrings?
    var formats: DateFormats
    var base: DateSerial
    var limits: SheetLimits
    var bounds: WorkbookLimits
    var part: String
  }

  private(set) var bytes: [UInt8] = []
  /// The rows that a filter or a person has hidden and that hold something.
  private(set) var hiddenRows: [Int] = []

  private let around: Surroundings
  /// How many rows with something in them are enough.
  private let most: Int
  private var filledRows = 0
  private var row = 0
  private var rowIsHidden = false
  private var rowIsFilled = false
  /// The line of the text that is being written, and the column its end has come to.
  private var line = 1
  private var writtenColumn = 0
  private var column = -1
  private var kind = Kind.number
  private var style = 0
  private var value: [UInt8] = []
  private var isInData = false
  private var isInside = false
  private var phonetic = 0

  private enum Kind { case number, shared, text, flag, day }

  init(_ around: Surroundings, most: Int = .max) {
    self.around = around
    self.most = most
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard isInData else {
      isInData = name == "sheetData"
      return
    }
    if name == "c" {
      beginCell(attributes)
    } else if name == "row" {
      beginRow(attributes)
    } else if name == "v" || name == "t" {
      isInside = phonetic == 0
    } else if name == "rPh" {
      phonetic += 1
    }
  }

  override func end(_ name: XMLName) {
    isInside = false
    guard isInData else { return }
    if name == "c" {
      endCell()
    } else if name == "rPh" {
      phonetic -= 1
    } else if name == "sheetData" {
      isInData = false
      // What follows says nothing, but only the end of the part tells whether it came whole.
    } else if name == "row", rowIsFilled {
      filledRows += 1
      if filledRows >= most { isDone = true }
    }
  }

  override func text(_ bytes: UnsafeRawBufferPointer) {
    guard isInside else { return }
    guard value.count + bytes.count <= around.limits.cellBytes else {
      fault = .cellTooLong(place, limit: around.limits.cellBytes)
      return
    }
    value.append(contentsOf: bytes)
  }

  private var place: SheetPlace { SheetPlace(line: max(row, 1), column: max(column, 0) + 1) }

  private func beginRow(_ attributes: XMLAttributes) {
    let given = attributes.bytes("r").map { XMLAttributes.number($0) ?? 0 } ?? row + 1
    guard given > row, given <= around.bounds.rows else { return damaged() }
    row = given
    column = -1
    rowIsFilled = false
    rowIsHidden =
      attributes.bytes("hidden").map { $0.elementsEqual("1".utf8) || $0.elementsEqual("true".utf8) } ?? false
  }

  private func beginCell(_ attributes: XMLAttributes) {
    value.removeAll(keepingCapacity: true)
    style = attributes.number("s") ?? 0
    kind = Self.kind(attributes.bytes("t"))
    guard let reference = attributes.bytes("r") else {
      column += 1
      if row == 0 { row = 1 }
      return
    }
    guard let given = CellReference(reference), given.row == row, given.column > column else { return damaged() }
    column = given.column
  }

  private static func kind(_ name: UnsafeRawBufferPointer?) -> Kind {
    guard let name, !name.elementsEqual("n".utf8) else { return .number }
    if name.elementsEqual("s".utf8) { return .shared }
    if name.elementsEqual("b".utf8) { return .flag }
    return name.elementsEqual("d".utf8) ? .day : .text
  }

  private func endCell() {
    guard !value.isEmpty, fault == nil else { return }
    value.withUnsafeBytes { raw in
      switch kind {
      case .text: write(raw)
      case .flag: write(raw.elementsEqual("1".utf8) ? "TRUE" : "FALSE")
      case .day: write(CellText.isoDay(raw))
      case .number:
        write(around.formats[style] ? CellText.day(raw, around.base) ?? CellText.number(raw) : CellText.number(raw))
      case .shared:
        guard let index = XMLAttributes.number(raw), around.shared?.with(index, { write($0) }) == true else {
          return damaged()
        }
      }
    }
  }

  private func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  private func write(_ cell: UnsafeRawBufferPointer) {
    guard cell.contains(where: { $0 > 0x20 }) else { return }
    guard column < around.limits.columns else {
      fault = .tooManyColumns(place, limit: around.limits.columns)
      return
    }
    guard bytes.count + cell.count * 2 + column + row - line < around.limits.fileBytes else {
      fault = .tooLarge(bytes: around.limits.fileBytes + 1, limit: around.limits.fileBytes)
      return
    }
    if !rowIsFilled {
      rowIsFilled = true
      if rowIsHidden { hiddenRows.append(row) }
    }
    while line < row {
      bytes.append(CSVByte.lineFeed)
      line += 1
      writtenColumn = 0
    }
    while writtenColumn < column {
      bytes.append(Delimiter.comma.rawValue)
      writtenColumn += 1
    }
    CellText.write(cell, to: &bytes)
  }

  private func damaged() { fault = .workbook(.damaged(part: around.part)) }
}
