import LECStore

/// A QR code in half blocks, two rows of squares in one line of text, with the light border that readers need.
enum QRPicture {
  private static let border = 2

  /// A text form in as few pieces as fit into that much room, each of whole lines. Without line ends, which would take a code out of
  /// its dense mode; readers of the text do without them. None when not even one line fits.
  static func pieces(_ text: String, room: Size) -> [String] {
    let most = min(room.columns, room.rows * 2) - 2 * border
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
