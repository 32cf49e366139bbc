/// Text that is shown where what it holds could be obeyed: by a terminal, a printer or a program that sets lines from right to left.
/// Data is kept as it came; this is how it is said.
package enum SafeText {
  /// Stands for what can't be shown.
  package static let sign: Unicode.Scalar = "?"

  /// Controls (C0, DEL, C1), marks and switches of direction, and what ends a line or a paragraph. Joiners and the space without
  /// width are not among them: Thai texts have them where a word may be parted.
  package static func isUnsafe(_ c: Unicode.Scalar) -> Bool {
    switch c.value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The text as one line in which nothing is left to obey.
  package static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(isUnsafe(scalar) ? sign : scalar) }
    return String(out)
  }

  /// What is written with its number in a text that programs read, because nobody would see it there: all of the unsafe, and all
  /// that has no shape.
  package static func isHidden(_ c: Unicode.Scalar) -> Bool { isUnsafe(c) || Invisible.isUnwanted(c.value) }
}
