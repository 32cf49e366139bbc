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
/// go anywhere. Everything else is exact. The mark (40 bits of the file's hash) goes into every line's check, so that a line of
/// another file is a damaged line of this one.
package enum Armor {
  /// More than this is sent as a file.
  package static let largestFile = 1 << 20
  private static let largestText = 8 << 20
  private static let bytesPerLine = 40
  private static let begin = Array("LECTERM+BEGIN+".utf8), end = Array("LECTERM+END+".utf8)
  private static let plus = UInt8(ascii: "+"), slash = UInt8(ascii: "/")

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

  /// Reads the one bundle in a text; what people wrote before and after it doesn't count.
  package static func read(_ text: String) throws(ArmorError) -> [UInt8] {
    guard text.utf8.count <= largestText else { throw .tooLarge }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where !isNothing(scalar) { bytes.append(UInt8(exactly: scalar.value) ?? 0) }
    guard let start = place(of: begin, in: bytes, from: 0) else {
      // With a last line of ours it is our text, whatever became of its first.
      throw place(of: end, in: bytes, from: 0) == nil ? .noBeginning : .badBeginning
    }
    guard let close = bytes[start...].firstIndex(of: slash), let (total, mark) = frame(bytes[start..<close], begin)
    else { throw .badBeginning }
    // As many lines as the first one names, and no more: a text of nothing but line ends would fill the memory.
    var pieces = bytes[start...].split(separator: slash, maxSplits: total + 2, omittingEmptySubsequences: false)
    // What stands behind the last slash was not closed, or is not ours.
    pieces.removeLast()
    var file: [UInt8] = []
    for number in 1...total + 1 {
      guard number < pieces.count else { throw .endsEarly(line: number) }
      if number > total { break }
      file += try data(pieces[number], number, total, mark)
    }
    guard let (again, same) = frame(pieces[total + 1], end), again == total, same == mark else {
      if let strange = content(pieces[total + 1], mark)?.number, strange <= total { throw .repeated(line: strange) }
      throw .badEnd
    }
    let behind = start + pieces[...(total + 1)].reduce(0) { $0 + $1.count + 1 }
    guard place(of: begin, in: bytes, from: behind) == nil else { throw .second }
    guard self.mark(file) == mark else { throw .mixed }
    return file
  }

  private static func data(
    _ piece: ArraySlice<UInt8>, _ number: Int, _ total: Int, _ mark: [UInt8]
  ) throws(ArmorError) -> [UInt8] {
    guard let line = content(piece, mark) else {
      if let (again, same) = frame(piece, end), again == total, same == mark { throw .missing(line: number) }
      throw .damaged(line: number)
    }
    if line.number > number { throw .missing(line: number) }
    if line.number < number { throw .repeated(line: line.number) }
    let isFull = line.bytes.count == bytesPerLine
    guard number < total ? isFull : (1...bytesPerLine).contains(line.bytes.count) else { throw .damaged(line: number) }
    return line.bytes
  }

  /// A line of data whose check is right.
  private static func content(_ piece: ArraySlice<UInt8>, _ mark: [UInt8]) -> (number: Int, bytes: [UInt8])? {
    guard let body = checked(piece, mark), let cut = body.firstIndex(of: plus),
      let number = number(body[..<cut]), let bytes = Base32.read(body[(cut + 1)...])
    else { return nil }
    return (number, bytes)
  }

  /// The number of lines and the mark, from a first or last line whose check is right.
  private static func frame(_ piece: ArraySlice<UInt8>, _ word: [UInt8]) -> (total: Int, mark: [UInt8])? {
    guard piece.starts(with: word), let cut = piece.lastIndex(of: plus) else { return nil }
    let mark = Array(piece[..<cut].suffix(8))
    guard let body = checked(piece, mark) else { return nil }
    let rest = body.dropFirst(word.count)
    guard let middle = rest.firstIndex(of: plus), let total = number(rest[..<middle]),
      total <= (largestFile + bytesPerLine - 1) / bytesPerLine, Array(rest[(middle + 1)...]) == mark
    else { return nil }
    return (total, mark)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...6).contains(digits.count), digits.first != 0x30 || digits.count == 1,
      digits.allSatisfy({ (0x30...0x39) ~= $0 })
    else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func closed(_ body: [UInt8], _ mark: [UInt8]) -> [UInt8] {
    body + [plus] + Base32.write(check: LineCheck.of(mark + body)) + [slash, 0x0A]
  }

  /// A line without its check, if that is right.
  private static func checked(_ piece: ArraySlice<UInt8>, _ mark: [UInt8]) -> ArraySlice<UInt8>? {
    guard let cut = piece.lastIndex(of: plus) else { return nil }
    let body = piece[..<cut]
    return Array(piece[(cut + 1)...]) == Base32.write(check: LineCheck.of(mark + body)) ? body : nil
  }

  private static func mark(_ file: [UInt8]) -> [UInt8] { Base32.write(Sodium.hash(file).bytes.prefix(5)) }

  private static func place(of word: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    guard bytes.count - from >= word.count else { return nil }
    return (from...bytes.count - word.count).first { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }

  /// White space, and what takes no room: joiners, direction marks, soft hyphens, byte order marks.
  private static func isNothing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x034F, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: true
    default: scalar.properties.isWhitespace
    }
  }
}
