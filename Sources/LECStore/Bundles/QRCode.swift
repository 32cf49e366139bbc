import CQRencode

/// A QR code as a square of dark and light.
package struct QRCode: Sendable {
  package let side: Int
  package let dark: [Bool]

  /// Nil when the text is too long for one code.
  package init?(_ text: String) {
    // Much text in a picture on a screen: there is no dirt to allow for, and every row counts.
    let level = text.utf8.count > 400 ? QR_ECLEVEL_L : QR_ECLEVEL_M
    guard let code = QRcode_encodeString(text, 0, level, QR_MODE_8, 1) else { return nil }
    defer { QRcode_free(code) }
    guard let data = code.pointee.data else { return nil }
    let side = Int(code.pointee.width)
    self.side = side
    dark = (0..<side * side).map { data[$0] & 1 == 1 }
  }

  package func isDark(_ column: Int, _ row: Int) -> Bool {
    (0..<side).contains(column) && (0..<side).contains(row) && dark[row * side + column]
  }
}
