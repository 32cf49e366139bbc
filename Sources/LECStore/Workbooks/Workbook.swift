internal import LECModel

/// An Excel workbook (.xlsx, .xlsm) opened for reading: its sheets by name, and the text of each.
///
/// Everything is read as a stream from the packed bytes, within `WorkbookLimits`; macros, pictures and links are not looked at.
struct Workbook {
  /// A sheet that has rows.
  struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  /// What was read of a sheet.
  struct Table {
    var text: SheetText
    var hiddenRows: [Int]
  }

  let sheets: [Sheet]
  let base: DateSerial
  private let archive: ZipArchive
  private let bounds: WorkbookLimits
  private let limits: SheetLimits
  private let shared: SharedStrings?
  private let formats: DateFormats

  /// The bytes must stay where they are while the workbook is used.
  init(
    _ bytes: UnsafeRawBufferPointer, limits: SheetLimits, bounds: WorkbookLimits = .standard
  ) throws(CSVProblem) {
    self.bounds = bounds
    self.limits = limits
    do { archive = try ZipArchive(bytes, limits: bounds) } catch { throw .workbook(error) }
    let main = try Self.mainPart(archive, bounds)
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let list = SheetList(most: bounds.sheets)
    try archive.parse(main, with: list, depth: bounds.depth)
    let links = Relations(folder: folder, most: bounds.parts)
    let file = main.split(separator: "/").last.map(String.init) ?? main
    try archive.parse("\(folder)/_rels/\(file).rels", with: links, depth: bounds.depth)
    sheets = list.sheets.compactMap { sheet in
      guard let link = links.links.first(where: { $0.id == sheet.link }), link.kind.hasSuffix("/worksheet") else {
        return nil
      }
      return Sheet(name: TextForm.clean(sheet.name), part: link.target, isHidden: sheet.isHidden)
    }
    guard !sheets.isEmpty else { throw .workbook(.noSheets) }
    base = list.base
    formats = DateFormats()
    if let part = links.target("styles"), archive.has(part) {
      try archive.parse(part, with: formats, depth: bounds.depth)
    }
    if let part = links.target("sharedStrings") {
      let strings = SharedStrings(part: part, limits: bounds)
      try archive.parse(part, with: strings, depth: bounds.depth)
      shared = strings
    } else {
      shared = nil
    }
  }

  /// The text of a sheet, or of its first rows.
  func table(_ sheet: Sheet, rows: Int = .max) throws(CSVProblem) -> Table {
    let cells = SheetCells(
      SheetCells.Surroundings(
        shared: shared, formats: formats, base: base, limits: limits, bounds: bounds, part: sheet.part),
      most: rows)
    try archive.parse(sheet.part, with: cells, depth: bounds.depth)
    guard !cells.bytes.isEmpty else { throw .empty }
    return Table(text: SheetText(workbook: cells.bytes), hiddenRows: cells.hiddenRows)
  }

  private static func mainPart(_ archive: ZipArchive, _ bounds: WorkbookLimits) throws(CSVProblem) -> String {
    guard archive.has("_rels/.rels") else {
      // A workbook that lost its first part is told from an archive that never was one.
      if archive.has("xl/workbook.xml") || archive.has("[Content_Types].xml") {
        throw .workbook(.missingPart("_rels/.rels"))
      }
      throw .foreign(.zip)
    }
    let top = Relations(folder: "", most: bounds.parts)
    try archive.parse("_rels/.rels", with: top, depth: bounds.depth)
    guard let main = top.target("officeDocument") else { throw .workbook(.missingPart("xl/workbook.xml")) }
    if main.hasSuffix(".bin") { throw .workbook(.binary) }
    // Letters and slides are archives of the same make.
    if main.hasPrefix("word/") || main.hasPrefix("ppt/") || main.hasPrefix("visio/") { throw .foreign(.zip) }
    return main
  }
}
