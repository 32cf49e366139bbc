/// How the letters of a sheet are written.
package enum SheetEncoding: String, CaseIterable, Sendable {
  case utf8
  case utf8WithMark = "utf8-mark"
  case thai874 = "tis-620"
  case utf16LittleEndian = "utf16-le"
  case utf16BigEndian = "utf16-be"
  /// A sheet of an Excel workbook.
  case workbook = "xlsx"
}

/// The text of a sheet as UTF-8, whatever it came in. What is a picture, a PDF or a workbook is refused by name.
package struct SheetText: Sendable {
  package let encoding: SheetEncoding
  let bytes: [UInt8]
  /// Where the text begins in `bytes`: after the mark, if there is one.
  let start: Int

  package init(_ raw: [UInt8], limits: SheetLimits = .standard) throws(CSVProblem) {
    guard raw.count <= limits.fileBytes else { throw .tooLarge(bytes: raw.count, limit: limits.fileBytes) }
    let kind = raw.withUnsafeBytes { ForeignFile($0) }
    if let kind { throw .foreign(kind) }
    switch Opening(raw) {
    case .utf32: throw .utf32
    case .unmarkedUTF16: throw .unmarkedUTF16
    case .utf16(let order): try self.init(utf16: raw, order)
    case .utf8: try self.init(utf8: raw, start: 3, .utf8WithMark)
    case .none: try self.init(unmarked: raw)
    }
    guard bytes[start...].contains(where: { $0 > 0x20 }) else { throw .empty }
  }

  private init(_ bytes: [UInt8], start: Int, _ encoding: SheetEncoding) {
    self.bytes = bytes
    self.start = start
    self.encoding = encoding
  }

  /// What was read from a workbook: UTF-8, with commas.
  init(workbook bytes: [UInt8]) { self.init(bytes, start: 0, .workbook) }

  /// For finding places in text that could not be read to its end.
  private init(prefix: [UInt8]) { self.init(prefix, start: 0, .utf8) }

  private init(utf8 raw: [UInt8], start: Int, _ encoding: SheetEncoding) throws(CSVProblem) {
    self.init(raw, start: start, encoding)
    if let fault = raw.withUnsafeBytes({ UTF8Check.firstFault($0, from: start) }) {
      throw Self.problem(inUTF8: raw, at: fault, start: start)
    }
  }

  private init(utf16 raw: [UInt8], _ order: UTF16Text.Order) throws(CSVProblem) {
    let text = raw.withUnsafeBytes { UTF16Text.decode(UnsafeRawBufferPointer(rebasing: $0.dropFirst(2)), order) }
    self.init(text.bytes, start: 0, order == .little ? .utf16LittleEndian : .utf16BigEndian)
    switch text.fault {
    case .oddLength: throw .cutOff(Self.place(after: text.bytes))
    case .loneSurrogate: throw .brokenCharacter(Self.place(after: text.bytes))
    case nil: break
    }
  }

  /// UTF-8 if it can be; then the Thai code page, unless the bytes speak against it.
  private init(unmarked raw: [UInt8]) throws(CSVProblem) {
    guard let fault = raw.withUnsafeBytes({ UTF8Check.firstFault($0) }) else {
      self.init(raw, start: 0, .utf8)
      return
    }
    let evidence = raw.withUnsafeBytes { ThaiCodePage.Evidence($0) }
    if evidence.looksLikeUTF8 { throw Self.problem(inUTF8: raw, at: fault, start: 0) }
    if let empty = evidence.firstEmpty { throw Self.unknown(raw, at: empty, start: 0) }
    if evidence.looksLatin, let first = evidence.firstHigh { throw Self.unknown(raw, at: first, start: 0) }
    self.init(raw.withUnsafeBytes { ThaiCodePage.decode($0) }, start: 0, .thai874)
  }

  private static func problem(inUTF8 raw: [UInt8], at fault: Int, start: Int) -> CSVProblem {
    guard raw.withUnsafeBytes({ UTF8Check.isCutOff($0, at: fault) }) else {
      return unknown(raw, at: fault, start: start)
    }
    return .cutOff(place(after: raw[start..<fault]))
  }

  private static func unknown(_ raw: [UInt8], at fault: Int, start: Int) -> CSVProblem {
    .unknownByte(raw[fault], place(after: raw[start..<fault]))
  }

  /// The cell that would hold the next letter after these bytes: they are read as a sheet with one letter more.
  private static func place(after bytes: some Sequence<UInt8>) -> SheetPlace {
    let text = SheetText(prefix: Array(bytes) + [UInt8(ascii: "x")])
    var reader = CSVReader(text, delimiter: .guess(text))
    var last = SheetPlace(line: 1, column: 1)
    do {
      while let row = try reader.next() { last = row.place(row.count - 1) }
    } catch {
      return error.place ?? last
    }
    return last
  }
}

/// What the first bytes say about the encoding.
private enum Opening {
  case utf8, utf16(UTF16Text.Order), utf32, unmarkedUTF16

  init?(_ raw: [UInt8]) {
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if raw.starts(with: [0xFF, 0xFE, 0, 0]) || raw.starts(with: [0, 0, 0xFE, 0xFF]) {
      self = .utf32
    } else if raw.starts(with: [0xFF, 0xFE]) {
      self = .utf16(.little)
    } else if raw.starts(with: [0xFE, 0xFF]) {
      self = .utf16(.big)
    } else if Self.alternates(raw) {
      self = .unmarkedUTF16
    } else {
      return nil
    }
  }

  /// Every second byte of the beginning is a zero or the Thai block's 0x0E: UTF-16 that lost its mark.
  private static func alternates(_ raw: [UInt8]) -> Bool {
    let pairs = min(raw.count / 2, 32)
    guard pairs >= 4 else { return false }
    return [0, 1].contains { side in
      let high = (0..<pairs).map { raw[$0 * 2 + side] }
      return high.allSatisfy { $0 == 0 || $0 == 0x0E } && (0..<pairs).allSatisfy { raw[$0 * 2 + 1 - side] != 0 }
    }
  }
}
