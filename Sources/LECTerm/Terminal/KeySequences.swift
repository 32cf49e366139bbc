/// What the sequences of real terminals mean: xterm, PuTTY, rxvt, the Linux console, tmux, vt100 and kitty differ, so all of them
/// are known at once, whatever the terminal says it is.
enum KeySequences {
  /// The part of a control sequence after `ESC [`.
  struct Control: Equatable {
    var prefix: UInt8?
    var numbers: [Int]
    var final: UInt8
  }

  /// The key of a control sequence.
  static func key(_ control: Control) -> Key {
    guard control.prefix == nil else { return .unknown }
    let first = control.numbers.first ?? 0
    let modifier = control.numbers.count > 1 ? control.numbers[1] : 1
    switch control.final {
    case UInt8(ascii: "~"):
      return first == 27 ? typed(control.numbers.dropFirst(2).first, modifier) : numbered(first, modifier)
    // rxvt ends shifted and Ctrl keys this way.
    case UInt8(ascii: "$"), UInt8(ascii: "@"): return numbered(first, 2)
    case UInt8(ascii: "^"): return numbered(first, 5)
    case UInt8(ascii: "u"): return typed(first, modifier)
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return lettered(control.final - 0x20, 2)
    default: return lettered(control.final, modifier)
    }
  }

  /// The key of `ESC O` and a letter, or of a control sequence that ends in the same letter.
  static func lettered(_ letter: UInt8, _ modifier: Int = 1) -> Key {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): function(Int(letter) - 0x4F, modifier)
    default: .unknown
    }
  }

  /// The key of `ESC O` and a letter as the numeric keypad sends it.
  static func keypad(_ letter: UInt8) -> Key {
    switch letter {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "X"): .char("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .char(Unicode.Scalar(letter - 0x40))
    case UInt8(ascii: "a")...UInt8(ascii: "d"): lettered(letter - 0x20)
    default: lettered(letter)
    }
  }

  private static func numbered(_ number: Int, _ modifier: Int) -> Key {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: function(number - 10, modifier)
    case 17...21: function(number - 11, modifier)
    case 23...26: function(number - 12, modifier)
    case 28, 29: function(number - 13, modifier)
    case 31...34: function(number - 14, modifier)
    default: .unknown
    }
  }

  private static func function(_ number: Int, _ modifier: Int) -> Key {
    .function(number <= 12 && modifier == 2 ? number + 12 : number)
  }

  // A terminal that names the code point and the modifiers: kitty's way and xterm's "other keys".
  private static func typed(_ code: Int?, _ modifier: Int) -> Key {
    guard let code, let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return .unknown }
    let held = max(0, modifier - 1)
    switch code {
    case 9: return held & 1 != 0 ? .backTab : .tab
    case 13, 57414: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    default: break
    }
    guard code >= 0x20, case .base = Glyph(scalar) else { return Glyph(scalar) == .mark ? .char(scalar) : .unknown }
    if held & 4 != 0 { return held & 2 != 0 ? .unknown : control(scalar) }
    return held & 2 != 0 ? .alt(scalar) : .char(scalar)
  }

  private static func control(_ scalar: Unicode.Scalar) -> Key {
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return small == "z" ? .suspend : .control(small)
  }
}
