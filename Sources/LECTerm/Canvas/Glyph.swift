/// What a code point does on the screen. The answer is narrower than Unicode on purpose: what a terminal could obey, reorder or
/// draw in another width than we count is never sent to it.
enum Glyph: Sendable {
  /// Takes a column of its own.
  case base
  /// Sits on the column before it.
  case mark
  /// Has no shape and no width (joiners, direction marks): left out.
  case nothing
  /// Can't be shown safely: a control, a wide or right-to-left letter, a private or unassigned code point. `Columns.replacement` stands for it.
  case unprintable

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E: self = .base
    case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E: self = .mark
    case 0x0E01...0x0E5B: self = scalar.properties.generalCategory == .unassigned ? .unprintable : .base
    case 0...0x1F, 0x7F...0x9F: self = .unprintable
    case 0x2500...0x259F: self = .base
    default: self = Self.other(scalar)
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> Glyph {
    if scalar.value > 0xFFFF { return scalar.properties.generalCategory == .format ? .nothing : .unprintable }
    let category = scalar.properties.generalCategory
    if category == .format { return .nothing }
    if isWideOrRightToLeft(scalar) || isTooNew(scalar) { return .unprintable }
    switch category {
    case .nonspacingMark, .enclosingMark: return .mark
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return .unprintable
    default: return .base
    }
  }

  // The terminals and the C library in use know no later version, and then count no width at all.
  private static func isTooNew(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age else { return true }
    return age.major > 14
  }

  private static func isWideOrRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: true  // Hebrew, Arabic and their kin
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xAC00...0xD7FF: true  // Korean, with its joining parts
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE00...0xFE6F, 0xFF00...0xFFFF: true  // Chinese, Japanese, Yi, full width
    default: scalar.properties.isEmojiPresentation || scalar.value == 0x2329 || scalar.value == 0x232A
    }
  }
}
