/// The lines of the text form, each by itself: what is in order is known by its own check, wherever it stands.
extension Armor {
  enum Line: Equatable {
    case data(Int, [UInt8])
    case end
  }

  /// The next line that is in order, and whether what was passed over on the way looks like one that is not. A chat may have put a time,
  /// a name or a sign of quotation in front of it.
  static func next(
    _ rest: inout ArraySlice<UInt8>, _ total: Int, _ mark: [UInt8]
  ) -> (line: Line?, isDamaged: Bool) {
    var isDamaged = false
    while let close = rest.firstIndex(of: slash) {
      let piece = rest[..<close]
      rest = rest[(close + 1)...]
      if let (line, before) = line(piece, total, mark) { return (line, isDamaged || before.contains(plus)) }
      isDamaged = isDamaged || piece.isEmpty || piece.contains(plus)
    }
    return (nil, isDamaged)
  }

  /// The longest end of a piece that is a line in order, with what stands in front of it.
  static func line(
    _ piece: ArraySlice<UInt8>, _ total: Int, _ mark: [UInt8]
  ) -> (line: Line, before: ArraySlice<UInt8>)? {
    if let at = place(of: end, in: piece, from: piece.startIndex), let (again, same) = frame(piece[at...], end),
      again == total, same == mark
    {
      return (.end, piece[..<at])
    }
    // The number stands before the last plus but one; digits in front of it may be those of a clock.
    guard let last = piece.lastIndex(of: plus), let cut = piece[..<last].lastIndex(of: plus) else { return nil }
    let digits = piece[..<cut].reversed().prefix(6).prefix { (0x30...0x39) ~= $0 }.count
    for count in stride(from: digits, to: 0, by: -1) {
      if let line = content(piece[(cut - count)...], mark) {
        return (.data(line.number, line.bytes), piece[..<(cut - count)])
      }
    }
    return nil
  }

  /// A line of data whose check is right.
  private static func content(_ piece: ArraySlice<UInt8>, _ mark: [UInt8]) -> (number: Int, bytes: [UInt8])? {
    guard let body = checked(piece, mark), let cut = body.firstIndex(of: plus),
      let number = number(body[..<cut]), let bytes = Base32.read(body[(cut + 1)...])
    else { return nil }
    return (number, bytes)
  }

  /// The number of lines and the mark, from a first or last line whose check is right.
  static func frame(_ piece: ArraySlice<UInt8>, _ word: [UInt8]) -> (total: Int, mark: [UInt8])? {
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

  /// A line without its check, if that is right.
  private static func checked(_ piece: ArraySlice<UInt8>, _ mark: [UInt8]) -> ArraySlice<UInt8>? {
    guard let cut = piece.lastIndex(of: plus) else { return nil }
    let body = piece[..<cut]
    return Array(piece[(cut + 1)...]) == Base32.write(check: LineCheck.of(mark + body)) ? body : nil
  }
}
