/// The table in a file, whichever kind of file it is: text, or a sheet of a workbook as the same text.
struct RosterSource {
  var text: SheetText
  /// The name of the sheet it was taken from; empty for a CSV file.
  var sheet = ""
  /// Rows that a workbook hides.
  var hiddenRows: [Int] = []
  /// How the workbook counts days, for dates that have lost their format.
  var base = DateSerial.from1900

  init(
    _ raw: [UInt8], sheet name: String?, words: HeaderWords, required: [RosterColumn], limits: SheetLimits
  ) throws(CSVProblem) {
    guard raw.count <= limits.fileBytes else { throw .tooLarge(bytes: raw.count, limit: limits.fileBytes) }
    let kind = raw.withUnsafeBytes { ForeignFile($0) }
    switch kind {
    case .excel, .zip: break
    case .oldExcel where Self.isProtected(raw): throw .workbook(.encrypted)
    default:
      text = try SheetText(raw, limits: limits)
      return
    }
    let found: Result<RosterSource, CSVProblem> = raw.withUnsafeBytes { bytes in
      do throws(CSVProblem) {
        return .success(try RosterSource(workbook: bytes, sheet: name, words, required, limits))
      } catch {
        return .failure(error)
      }
    }
    do {
      self = try found.get()
    } catch {
      // An archive that can't be opened and never said that it was a workbook.
      if kind == .zip, case .workbook(.damaged(part: "ZIP")) = error { throw .foreign(.zip) }
      throw error
    }
  }

  private init(
    workbook bytes: UnsafeRawBufferPointer, sheet name: String?, _ words: HeaderWords, _ required: [RosterColumn],
    _ limits: SheetLimits
  ) throws(CSVProblem) {
    let book = try Workbook(bytes, limits: limits)
    let chosen = try book.choose(name, words: words, required: required)
    let table = try book.table(chosen)
    text = table.text
    hiddenRows = table.hiddenRows
    sheet = chosen.name
    base = book.base
  }

  /// A workbook with a password comes in the wrapping of the old .xls, with a part of this name in UTF-16.
  private static func isProtected(_ raw: [UInt8]) -> Bool {
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { (letter: UInt8) -> [UInt8] in [letter, 0] }
    return raw.withUnsafeBytes { bytes in
      var at = 0
      while at + name.count <= bytes.count {
        // Directory entries stand at multiples of 128 bytes.
        if bytes[at] == name[0], bytes[at..<(at + name.count)].elementsEqual(name) { return true }
        at += 128
      }
      return false
    }
  }
}
