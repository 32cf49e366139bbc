import LECStore

/// A QR code in half blocks, two rows of squares in one line of text, with the light border that readers need.
enum QRPicture {
  private static let border = 2

  /// A text form in as few pieces as fit into that much room, each of whole lines. Without line ends, which would take a code out of
  /// its dense mode; readers of the text do without them. None when not even one line fits.
  static func pieces(_ text: String, room: Size) -> [String] {
    let most = most(in: room)
    func fits(_ text: String) -> Bool { QRCode(text).map { $0.side <= most } ?? false }
    let whole = text.filter { $0 != "\n" }
    if fits(whole) { return [whole] }
    var out: [String] = []
    var piece = ""
    for line in text.split(separator: "\n") {
      if !piece.isEmpty, !fits(piece + line) {
        out.append(piece)
        piece = ""
      }
      piece += line
      guard fits(piece) else { return [] }
    }
    return piece.isEmpty ? out : out + [piece]
  }

  /// How many codes a file of so many bytes comes to in that much room: what a person wants to know before the first one is taken.
  /// Made for it as if every line were as long as the longest, so that it is never more.
  static func count(ofFile size: Int, room: Size) -> Int? {
    // As mixed as what is sealed: a code holds more of what is alike.
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: ($0 &* 0x9E37_79B1) >> 13) }
    guard let text = try? Armor.write(bytes) else { return nil }
    let lines = text.split(separator: "\n")
    guard let longest = lines.max(by: { $0.count < $1.count }) else { return nil }
    let most = most(in: room)
    var held = 0
    while held < lines.count, let code = QRCode(String(repeating: String(longest), count: held + 1)), code.side <= most
    {
      held += 1
    }
    return held == 0 ? nil : (lines.count + held - 1) / held
  }

  /// Squares on a side: two to a row of the window.
  private static func most(in room: Size) -> Int { min(room.columns, room.rows * 2) - 2 * border }

  /// For paper, where ink is dark; on a dark screen the blocks would have to be the light squares.
  static func lines(_ text: String) -> [String] {
    guard let code = QRCode(text) else { return [] }
    return stride(from: -border, to: code.side + border, by: 2).map { row in
      (-border..<code.side + border).map { column in
        switch (code.isDark(column, row), code.isDark(column, row + 1)) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
      }.joined()
    }
  }
}
