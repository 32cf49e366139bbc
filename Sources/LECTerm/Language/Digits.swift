/// Which figures the person reads: 0-9 or ๐-๙.
enum Digits: String, Sendable, CaseIterable {
  case arabic
  case thai

  /// The same text with its figures in these digits. Figures that belong to a Latin word (F1, G-Code numbers) stay.
  func written(_ text: String) -> String {
    guard self == .thai else { return text }
    var written = String.UnicodeScalarView()
    var afterLatin = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39:
        let thai = Unicode.Scalar(scalar.value - 0x30 + 0x0E50) ?? scalar
        written.append(afterLatin ? scalar : thai)
      default:
        afterLatin = (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
        written.append(scalar)
      }
    }
    return String(written)
  }

  /// A count with thousands apart, in these digits.
  func written(_ count: Int) -> String {
    let plain = String(count.magnitude)
    var grouped = count < 0 ? "-" : ""
    for (place, digit) in plain.enumerated() {
      if place > 0, (plain.count - place) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return written(grouped)
  }
}
