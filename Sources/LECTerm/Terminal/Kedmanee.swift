/// The Thai keyboard. Where no text is typed, a Thai letter stands for the Latin key of the same place, so that commands work
/// without switching the keyboard.
enum Kedmanee {
  private static let rows: [(latin: String, thai: String)] = [
    ("1456789 0-=", "ๅภถุึคต จขช"),
    ("qwertyuiop[]", "ๆไำพะัีรนยบล"),
    ("asdfghjkl;'", "ฟหกดเ้่าสวง"),
    ("zxcvbnm,./", "ผปแอิืทมใฝ"),
    ("^&", "ู฿"),
    ("ERTYUIOP{", "ฎฑธํ๊ณฯญฐ"),
    ("ASDFGHJKL:", "ฤฆฏโฌ็๋ษศซ"),
    ("CVBN<>?", "ฉฮฺ์ฒฬฦ"),
    ("\\|", "ฃฅ"),
    // Shifted keys too, but a digit is meant as a digit wherever it stands.
    ("0123456789", "๐๑๒๓๔๕๖๗๘๙"),
  ]

  private static let latin: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in rows {
      for (latin, thai) in zip(row.latin.unicodeScalars, row.thai.unicodeScalars) where thai != " " {
        table[thai] = latin
      }
    }
    return table
  }()

  /// The Latin letter on the key of a Thai one. What exists on both keyboards (`/`, `-`, `?` ...) stays what it is.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar { latin[scalar] ?? scalar }
}

extension Key {
  /// The key as a command: a Thai letter becomes the Latin one of the same place. Never ask this where text is typed.
  var folded: Key {
    switch self {
    case .char(let scalar): .char(Kedmanee.fold(scalar))
    case .alt(let scalar): .alt(Kedmanee.fold(scalar))
    case .control(let scalar): .control(Kedmanee.fold(scalar))
    case .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .escape, .tab, .backTab, .backspace,
      .delete,
      .insert, .function, .paste, .click, .wheel, .resized, .suspend, .closed, .unknown:
      self
    }
  }
}
