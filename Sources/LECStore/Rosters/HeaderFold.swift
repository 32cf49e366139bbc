import LECModel

/// Brings the name of a column to the form in which names are compared.
enum HeaderFold {
  /// The one form of Thai text, without spaces, punctuation and case.
  static func fold(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in TextForm.clean(name).unicodeScalars where !isIgnored(scalar) { scalars.append(ASCII.lower(scalar)) }
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

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{2010}"..."\u{2015}", "\u{2018}"..."\u{201D}": true
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
