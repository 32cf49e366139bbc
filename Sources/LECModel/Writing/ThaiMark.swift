/// The marks that stand above or below a Thai consonant, and the order in which they are stored after it.
enum ThaiMark {
  static let saraAA: UInt32 = 0x0E32
  static let saraAM: UInt32 = 0x0E33
  static let nikhahit: UInt32 = 0x0E4D
  static let saraE: UInt32 = 0x0E40
  static let saraAE: UInt32 = 0x0E41

  /// The place of a mark among the marks of one consonant, rising; 0 for what is no mark.
  ///
  /// Phinthu, then vowels, then tones, then the rest, which agrees with the canonical order of Unicode. Two vowels on one
  /// consonant are a slip and take the order of their code points; two tones are equal here and stay as they were typed.
  static func place(_ c: UInt32) -> UInt32 {
    switch c {
    case 0x0E3A: 0x100
    case 0x0E31, 0x0E34...0x0E39, 0x0E47: 0x200 | c & 0xFF
    case 0x0E48...0x0E4B: 0x300
    case 0x0E4C...0x0E4E: 0x400 | c & 0xFF
    default: 0
    }
  }
}
