/// Characters that no one can see: the blanks, which become a space, and the rest, which must not get into a record.
enum Invisible {
  /// Spaces of every width, tabs and line ends.
  static func isBlank(_ c: UInt32) -> Bool {
    switch c {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Controls (C0, C1), marks of direction, joiners, fillers, variation selectors, tags, byte order marks, non-characters.
  static func isUnwanted(_ c: UInt32) -> Bool {
    if c < 0x80 { return c < 0x20 || c == 0x7F }
    if c < 0x0300 { return c < 0xA0 || c == 0xAD }
    switch c {
    case 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F,
      0x3164, 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF:
      return true
    default:
      return c & 0xFFFE == 0xFFFE
    }
  }
}
