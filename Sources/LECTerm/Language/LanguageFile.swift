/// The form of a language file: `key = text` a line, `#` opens a comment line, `\n` in a text is a line break.
enum LanguageFile {
  /// The texts of one file. Lines that are neither comment nor text are passed over; `make test` finds them.
  static func texts(of bytes: [UInt8]) -> [String: String] {
    var texts: [String: String] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let (key, text) = entry(line) else { continue }
      texts[key] = text
    }
    return texts
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> (key: String, text: String)? {
    guard let first = line.first(where: { !isSpace($0) }), first != UInt8(ascii: "#"),
      let equals = line.firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    let key = String(decoding: trimmed(line[..<equals]), as: UTF8.self)
    let text = trimmed(line[(equals + 1)...])
    guard !key.isEmpty else { return nil }
    return (key, unescaped(text))
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> String {
    guard text.contains(UInt8(ascii: "\\")) else { return String(decoding: text, as: UTF8.self) }
    var bytes: [UInt8] = []
    var afterBackslash = false
    for byte in text {
      switch (afterBackslash, byte) {
      case (false, UInt8(ascii: "\\")):
        afterBackslash = true
      case (true, UInt8(ascii: "n")):
        bytes.append(UInt8(ascii: "\n"))
        afterBackslash = false
      default:
        bytes.append(byte)
        afterBackslash = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return bytes[first...last]
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
