import LECModel

/// Why a text is no bundle; where that is known, with the line to ask for again.
package enum ArmorError: Error, Equatable, Sendable {
  /// There is no first line of ours.
  case noBeginning
  /// There is a first line, but not as it was written.
  case badBeginning
  case tooLarge
  case damaged(line: Int)
  /// The line is not there, though a later one or the last is.
  case missing(line: Int)
  /// A line came twice, or after one that belongs behind it.
  case repeated(line: Int)
  /// The text ends before this line, the end included as the line after the last.
  case endsEarly(line: Int)
  /// The last line is not as it was written.
  case badEnd
  /// Every line is right and yet they are not the lines of one file.
  case mixed
  /// Another bundle begins in the same text.
  case second

  /// Stable name, as scripts see it.
  package var code: String {
    switch self {
    case .noBeginning: "armor-no-beginning"
    case .badBeginning: "armor-bad-beginning"
    case .tooLarge: "armor-too-large"
    case .damaged: "armor-damaged-line"
    case .missing: "armor-missing-line"
    case .repeated: "armor-repeated-line"
    case .endsEarly: "armor-ends-early"
    case .badEnd: "armor-bad-end"
    case .mixed: "armor-mixed"
    case .second: "armor-second"
    }
  }

  package var line: Int? {
    switch self {
    case .damaged(let line), .missing(let line), .repeated(let line), .endsEarly(let line): line
    default: nil
    }
  }
}

/// A bundle as text, for chats and mail that take no files:
///
///     LECTERM+BEGIN+2+MARK+CHECK/
///     1+DATA+CHECK/
///     2+DATA+CHECK/
///     LECTERM+END+2+MARK+CHECK/
///
/// Letters and digits are Crockford's base32 and not base64url, though that is a fifth shorter: chats make slanted letters of
/// underscores and long dashes of hyphens, phones change small letters into capitals, and a line must be readable over the
/// telephone without 0 and O or 1 and l. A QR code makes up for the length, because it has a denser mode for capitals.
/// `+` and `/` are in that mode too, and no chat makes a picture of them.
///
/// A line ends with its `/` and not with the end of the line, so that spaces, line ends and characters without width may come and
/// go anywhere, and what a chat puts in front of a line does not count. Everything else is exact. The mark (40 bits of the file's hash) goes into every line's check, so that a line of
/// another file is a damaged line of this one.
package enum Armor {
  /// More than this is sent as a file.
  package static let largestFile = 1 << 20
  package static let largestText = 8 << 20
  static let bytesPerLine = 40
  static let begin = Array("LECTERM+BEGIN+".utf8), end = Array("LECTERM+END+".utf8)
  static let plus = UInt8(ascii: "+"), slash = UInt8(ascii: "/")

  package static func write(_ file: [UInt8]) throws(ArmorError) -> String {
    guard file.count <= largestFile else { throw .tooLarge }
    let mark = mark(file)
    let lines = stride(from: 0, to: file.count, by: bytesPerLine).map {
      Base32.write(file[$0..<min($0 + bytesPerLine, file.count)])
    }
    let count = Array(String(lines.count).utf8)
    var out = closed(begin + count + [plus] + mark, mark)
    for (i, line) in lines.enumerated() { out += closed(Array(String(i + 1).utf8) + [plus] + line, mark) }
    out += closed(end + count + [plus] + mark, mark)
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes of a bundle that came as a file: as they are, or out of the text form with whatever a chat wrote around it.
  package static func unwrapped(_ bytes: [UInt8]) throws(ArmorError) -> [UInt8] {
    if bytes.starts(with: Container.magic) { return bytes }
    do { return try read(String(decoding: bytes, as: UTF8.self)) } catch {
      // Neither form: then it is the bytes that are told about.
      if error == .noBeginning { return bytes }
      throw error
    }
  }

  /// Reads the one bundle in a text; what people and chats wrote before, after and in front of its lines doesn't count.
  package static func read(_ text: String) throws(ArmorError) -> [UInt8] {
    guard text.utf8.count <= largestText else { throw .tooLarge }
    let bytes = signs(text)
    guard let start = place(of: begin, in: bytes, from: 0) else {
      // With a last line of ours it is our text, whatever became of its first.
      throw place(of: end, in: bytes, from: 0) == nil ? .noBeginning : .badBeginning
    }
    guard let close = bytes[start...].firstIndex(of: slash), let (total, mark) = frame(bytes[start..<close], begin)
    else { throw .badBeginning }
    var rest = bytes[(close + 1)...]
    var file: [UInt8] = []
    for number in stride(from: 1, through: total, by: 1) { file += try data(number, total, mark, &rest) }
    let (last, isDamaged) = next(&rest, total, mark)
    switch last {
    case .end: break
    case .data(let number, _) where number <= total: throw .repeated(line: number)
    case .data: throw .badEnd
    case nil: throw isDamaged ? .badEnd : .endsEarly(line: total + 1)
    }
    guard place(of: begin, in: bytes, from: rest.startIndex) == nil else { throw .second }
    guard self.mark(file) == mark else { throw .mixed }
    return file
  }

  private static func data(
    _ number: Int, _ total: Int, _ mark: [UInt8], _ rest: inout ArraySlice<UInt8>
  ) throws(ArmorError) -> [UInt8] {
    let (found, isDamaged) = next(&rest, total, mark)
    switch found {
    case nil: throw isDamaged ? .damaged(line: number) : .endsEarly(line: number)
    case .data(number, let bytes):
      let isFull = bytes.count == bytesPerLine
      guard number < total ? isFull : (1...bytesPerLine).contains(bytes.count) else { throw .damaged(line: number) }
      return bytes
    case .data(let other, _) where other < number: throw .repeated(line: other)
    case .data, .end: throw isDamaged ? .damaged(line: number) : .missing(line: number)
    }
  }

  /// What counts of a text: no white space, nothing without width, and a zero for every strange letter.
  static func signs(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where !isNothing(scalar) { bytes.append(UInt8(exactly: scalar.value) ?? 0) }
    return bytes
  }

  private static func closed(_ body: [UInt8], _ mark: [UInt8]) -> [UInt8] {
    body + [plus] + Base32.write(check: LineCheck.of(mark + body)) + [slash, 0x0A]
  }

  static func mark(_ file: [UInt8]) -> [UInt8] { Base32.write(Sodium.hash(file).bytes.prefix(5)) }

  private static func place(of word: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    place(of: word, in: bytes[...], from: from)
  }

  static func place(of word: [UInt8], in bytes: ArraySlice<UInt8>, from: Int) -> Int? {
    guard bytes.endIndex - from >= word.count else { return nil }
    return (from...bytes.endIndex - word.count).first { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }

  /// White space, and what takes no room: joiners, direction marks, soft hyphens, byte order marks.
  private static func isNothing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x034F, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: true
    default: scalar.properties.isWhitespace
    }
  }
}
