/// Brings the name of a column to the form in which names are compared.
enum HeaderFold {
  /// Without spaces, marks of punctuation and case; SARA AM, SARA AE and doubled marks in one form.
  static func fold(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !isIgnored(scalar) {
      append(ASCII.lower(scalar), to: &scalars)
    }
    return String(scalars)
  }

  /// The same without what stands in parentheses: "วันเกิด (วว/ดด/ปปปป)" is "วันเกิด". Nil where the parentheses say that
  /// it is another person's, or the name in another script.
  static func foldWithoutParentheses(_ name: String) -> String? {
    var depth = 0
    var kept = String.UnicodeScalarView()
    var dropped = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(scalar) } else { dropped.append(scalar) }
      }
    }
    let aside = fold(String(dropped))
    let tellsAnother = [
      "อังกฤษ", "english", "บิดา", "มารดา", "พ่อ", "แม่", "ผู้ปกครอง", "father", "mother", "guardian", "parent",
    ]
    return tellsAnother.contains { aside.contains($0) } ? nil : fold(String(kept))
  }

  /// Adds one letter, mending the pairs that are typed for one letter: nikhahit and sara aa (a tone mark may stand
  /// between them) are SARA AM, two SARA E are SARA AE.
  private static func append(_ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
    switch (scalars.last, scalar) {
    case ("\u{0E40}", "\u{0E40}"):
      scalars.removeLast()
      scalars.append("\u{0E41}")
    case ("\u{0E4D}", "\u{0E32}"):
      scalars.removeLast()
      scalars.append("\u{0E33}")
    case ("\u{0E4D}", "\u{0E48}"..."\u{0E4B}"):
      scalars.removeLast()
      scalars.append(scalar)
      scalars.append("\u{0E4D}")
    default:
      scalars.append(scalar)
    }
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{00A0}", "\u{200B}"..."\u{200F}", "\u{2010}"..."\u{2015}", "\u{2018}"..."\u{201D}", "\u{FEFF}": true
    case "#": false
    default: scalar.value < 0x80 && !ASCII.isLetterOrDigit(scalar)
    }
  }

  private enum ASCII {
    static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
      "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar
    }

    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      "A"..."Z" ~= scalar ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
    }
  }
}
