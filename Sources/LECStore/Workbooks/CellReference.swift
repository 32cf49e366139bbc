/// Where a cell says it stands: `AB12`.
struct CellReference {
  /// Counted from zero.
  var column: Int
  /// Counted from one.
  var row: Int

  init?(_ bytes: UnsafeRawBufferPointer) {
    var letters = 0
    var column = 0
    for byte in bytes {
      let upper = byte & 0xDF
      guard 0x41...0x5A ~= upper, byte >= 0x41 else { break }
      letters += 1
      guard letters <= 3 else { return nil }
      column = column * 26 + Int(upper - 0x40)
    }
    guard letters > 0, let row = XMLAttributes.number(UnsafeRawBufferPointer(rebasing: bytes[letters...])) else {
      return nil
    }
    self.column = column - 1
    self.row = row
  }
}
