/// What words mean that people and other programs write in many ways. Built once; asked for every row of an import.
///
/// Words are told apart by their search form without spaces, dots and hyphens, and compared as bytes: comparing Thai text as
/// `String` normalises both sides each time, which is slow.
struct WordTable<Value: Sendable>: Sendable {
  private let values: [[UInt8]: Value]

  /// One row a value; words stand apart by a space.
  init(_ rows: [(Value, String)]) {
    var values: [[UInt8]: Value] = [:]
    for (value, words) in rows {
      for word in words.split(separator: " ") { values[Self.key(String(word))] = value }
    }
    self.values = values
  }

  subscript(_ text: String) -> Value? { values[Self.key(text)] }
  subscript(key key: [UInt8]) -> Value? { values[key] }

  static func key(_ text: String) -> [UInt8] {
    var key: [UInt8] = []
    var folded = TextForm.fold(text)
    folded.withUTF8 { bytes in
      key.reserveCapacity(bytes.count)
      for byte in bytes where byte != 0x20 && byte != 0x2E && byte != 0x2D { key.append(byte) }
    }
    return key
  }
}
