/// What stands between the cells of a row.
package enum Delimiter: UInt8, CaseIterable, Sendable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09

  /// The one that occurs most in the first line that has any; `sep=;` in front, as Excel writes it, decides at once.
  package static func guess(_ text: SheetText) -> Delimiter {
    if text.encoding == .workbook { return .comma }
    return text.bytes.withUnsafeBytes { raw in
      if let declared = declaration(raw, from: text.start) { return declared.delimiter }
      var counts = Counts()
      var quoted = false
      for at in text.start..<raw.count {
        let byte = raw[at]
        if byte == CSVByte.quote { quoted.toggle() }
        if quoted { continue }
        if byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn {
          if let best = counts.best { return best }
        } else {
          counts.note(byte)
        }
      }
      return counts.best ?? .comma
    }
  }

  /// `sep=` with its delimiter at the start of the text, and where the line ends.
  static func declaration(_ raw: UnsafeRawBufferPointer, from start: Int) -> (delimiter: Delimiter, end: Int)? {
    let line = raw.dropFirst(start).prefix(6)
    guard line.count == 6, line.prefix(4).elementsEqual("sep=".utf8),
      let delimiter = Delimiter(rawValue: raw[start + 4])
    else { return nil }
    switch raw[start + 5] {
    case CSVByte.lineFeed: return (delimiter, start + 6)
    case CSVByte.carriageReturn:
      let pair = raw.count > start + 6 && raw[start + 6] == CSVByte.lineFeed
      return (delimiter, start + (pair ? 7 : 6))
    default: return nil
    }
  }

  private struct Counts {
    private var comma = 0, semicolon = 0, tab = 0

    mutating func note(_ byte: UInt8) {
      switch Delimiter(rawValue: byte) {
      case .comma: comma += 1
      case .semicolon: semicolon += 1
      case .tab: tab += 1
      case nil: break
      }
    }

    var best: Delimiter? {
      if comma + semicolon + tab == 0 { return nil }
      if comma >= semicolon, comma >= tab { return .comma }
      return semicolon >= tab ? .semicolon : .tab
    }
  }
}

/// The bytes that mean something to the reader and the writer.
enum CSVByte {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let apostrophe = UInt8(ascii: "'")
  static let equals = UInt8(ascii: "=")
  static let delete: UInt8 = 0x7F
  /// The end-of-file mark of DOS; harmless as the last byte.
  static let endOfFile: UInt8 = 0x1A
}
