internal import LECModel

/// Turns what a workbook keeps into the text a person sees in the cell.
enum CellText {
  /// A number without the ways in which programs write it: whole numbers get all their digits.
  static func number(_ bytes: UnsafeRawBufferPointer) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard !bytes.allSatisfy({ 0x30...0x39 ~= $0 }), let value = Double(text), value.isFinite else { return text }
    // Beyond 15 digits the workbook itself does not know them.
    guard value == value.rounded(), abs(value) < 1e15 else { return text }
    return String(Int(value))
  }

  /// The day in a number, for cells whose format shows days; nil where it is no number of days.
  static func day(_ bytes: UnsafeRawBufferPointer, _ base: DateSerial) -> String? {
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value >= 0, value < 3_000_000 else { return nil }
    return base.text(Int(value))
  }

  /// `2018-05-16T00:00:00` of a cell of the type date; the text itself where it is something else.
  static func isoDay(_ bytes: UnsafeRawBufferPointer) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let date = CalendarDate(iso: String(text.prefix { $0 != "T" })) else { return text }
    return DateSerial.text(date)
  }

  /// Puts a text behind `out` as a cell of the sheet's text: line breaks become spaces, `_x000D_` what it stands for,
  /// other control characters nothing; quoted and guarded as in a CSV file.
  static func write(_ cell: UnsafeRawBufferPointer, to out: inout [UInt8]) {
    var needsQuotes = false
    var isPlain = true
    for byte in cell {
      if byte == CSVByte.quote || byte == Delimiter.comma.rawValue { needsQuotes = true }
      if byte < 0x20 || byte == CSVByte.delete || byte == 0x5F { isPlain = false }
    }
    guard isPlain else {
      return clean(cell).withUnsafeBytes { put($0, quoted: needsQuotes, to: &out) }
    }
    put(cell, quoted: needsQuotes, to: &out)
  }

  private static func put(_ cell: UnsafeRawBufferPointer, quoted: Bool, to out: inout [UInt8]) {
    // A text that an export guarded keeps its one apostrophe; one that begins like a formula here is text, and gets it.
    let guarded = FormulaGuard.mustGuard(cell) && !FormulaGuard.isGuarded(cell)
    if quoted { out.append(CSVByte.quote) }
    if guarded { out.append(CSVByte.apostrophe) }
    if quoted {
      for byte in cell {
        if byte == CSVByte.quote { out.append(CSVByte.quote) }
        out.append(byte)
      }
      out.append(CSVByte.quote)
    } else {
      out.append(contentsOf: cell)
    }
  }

  private static func clean(_ cell: UnsafeRawBufferPointer) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(cell.count)
    var at = 0
    while at < cell.count {
      var byte = cell[at]
      if byte == 0x5F, let escaped = escape(cell, at) {
        at += 6
        guard escaped < 0x80 else { continue }
        byte = UInt8(escaped)
      }
      at += 1
      switch byte {
      case 0x09, CSVByte.lineFeed, CSVByte.carriageReturn: out.append(CSVByte.space)
      case 0..<0x20, CSVByte.delete: break
      default: out.append(byte)
      }
    }
    return out
  }

  /// The character of `_xHHHH_`, by which workbooks keep what XML can't hold; nil where the letters are no escape.
  private static func escape(_ cell: UnsafeRawBufferPointer, _ at: Int) -> Int? {
    guard at + 7 <= cell.count, cell[at + 1] == UInt8(ascii: "x"), cell[at + 6] == 0x5F else { return nil }
    return Int(String(decoding: cell[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
  }
}
