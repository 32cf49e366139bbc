/// Latin letters with accents: some systems write the accent as a mark of its own, and the same name would have two spellings.
enum LatinLetters {
  /// The one letter for a letter and an accent after it; nil where there is none.
  static func composed(_ base: UInt32, _ accent: UInt32) -> UInt32? {
    guard (0x0300...0x036F).contains(accent), let base = Unicode.Scalar(base), let accent = Unicode.Scalar(accent)
    else { return nil }
    var pair = String.UnicodeScalarView()
    pair.append(base)
    pair.append(accent)
    return letters[String(pair)]
  }

  /// Keyed by the letter itself: to Swift a letter equals its own parts, whatever order they stand in.
  private static let letters: [String: UInt32] = {
    var letters: [String: UInt32] = [:]
    for value in [0x00C0...0x024F, 0x1E00...0x1EFF].joined() {
      if let scalar = Unicode.Scalar(UInt32(value)) { letters[String(Character(scalar))] = UInt32(value) }
    }
    return letters
  }()
}
