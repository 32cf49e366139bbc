import LECStore

/// A QR code in half blocks, two rows of squares in one line of text, with the light border that readers need.
enum QRPicture {
  /// For paper, where ink is dark; on a dark screen the blocks would have to be the light squares.
  static func lines(_ text: String) -> [String] {
    guard let code = QRCode(text) else { return [] }
    let border = 2
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
