/// Finds what the first bytes from a terminal are: a letter, a sequence, or the beginning of one.
struct EscapeParser {
  let bytes: Bytes
  /// Sequences that this terminal's description adds.
  let known: [[UInt8]: Key]

  enum Parsed {
    /// A key, of so many bytes.
    case key(Key, Int)
    /// So many bytes that mean nothing to us.
    case skip(Int)
    /// So many bytes, after which a paste comes.
    case paste(Int)
    /// Only the beginning of something has come.
    case incomplete
  }

  /// What the first bytes are.
  var parsed: Parsed {
    switch bytes.letter(at: 0) {
    case .incomplete: return .incomplete
    case .broken: return .skip(1)
    case .letter("\u{1B}", _): return parseEscape(at: 0)
    case .letter(let scalar, let length):
      guard let key = Self.key(scalar) else { return .skip(length) }
      return .key(key, length)
    }
  }

  private func parseEscape(at start: Int) -> Parsed {
    for (sequence, key) in known where bytes.has(sequence, at: start) == true {
      return .key(key, start + sequence.count)
    }
    guard let second = bytes[start + 1] else { return .incomplete }
    switch second {
    case UInt8(ascii: "["): return parseControl(at: start + 2)
    case UInt8(ascii: "O"): return parseSingleShift(at: start + 2)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      return parseString(at: start + 2)
    case 0x1B:
      // Some terminals put an Esc before the sequence for Alt; else it is Esc pressed twice.
      guard let third = bytes[start + 2] else { return .incomplete }
      let sequence = start == 0 && (third == UInt8(ascii: "[") || third == UInt8(ascii: "O"))
      return sequence ? parseEscape(at: start + 1) : .key(.escape, start + 1)
    case UInt8(ascii: "1")...UInt8(ascii: "9"): return .key(.function(Int(second) - 0x30), start + 2)
    case UInt8(ascii: "0"): return .key(.function(10), start + 2)
    case 0x08, 0x7F: return .key(.control("w"), start + 2)
    default: return parseAlt(at: start + 1)
    }
  }

  private func parseAlt(at place: Int) -> Parsed {
    switch bytes.letter(at: place) {
    case .incomplete: return .incomplete
    case .broken: return .skip(place + 1)
    case .letter(let scalar, let length):
      switch Self.key(scalar) {
      case .char(let typed): return .key(.alt(typed), place + length)
      case .some(let key): return .key(key == .enter ? .unknown : key, place + length)
      case nil: return .skip(place + length)
      }
    }
  }

  // ESC [ : parameters, intermediates, one final byte; and the two old forms that break the rule.
  private func parseControl(at start: Int) -> Parsed {
    if bytes[start] == UInt8(ascii: "[") {
      guard let letter = bytes[start + 1] else { return .incomplete }
      let isF = (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter)
      return .key(isF ? .function(Int(letter) - 0x40) : .unknown, start + 2)
    }
    if bytes[start] == UInt8(ascii: "M") {
      guard let button = bytes[start + 1], let x = bytes[start + 2], let y = bytes[start + 3] else {
        return .incomplete
      }
      return mouse(Int(button) - 32, Int(x) - 32, Int(y) - 32, pressed: button & 3 != 3 || button >= 96, start + 4)
    }
    var control = KeySequences.Control(prefix: nil, numbers: [], final: 0)
    var place = start, number: Int?
    while let byte = bytes[place] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = min(0x1FFFFF, (number ?? 0) * 10 + Int(byte) - 0x30)
      case UInt8(ascii: ";"), UInt8(ascii: ":"):
        control.numbers.append(number ?? 0)
        number = nil
      case UInt8(ascii: "<")...UInt8(ascii: "?"): control.prefix = byte
      case UInt8(ascii: "$") where control.prefix == nil, 0x40...0x7E:
        control.numbers.append(number ?? 0)
        control.final = byte
        return finish(control, place + 1)
      case 0x20...0x2F: break
      // Whatever this was, it has been cut off: begin anew with what came.
      default: return .skip(place)
      }
      place += 1
      if place - start > 64 { return .skip(place) }
    }
    return .incomplete
  }

  private func finish(_ control: KeySequences.Control, _ length: Int) -> Parsed {
    let numbers = control.numbers
    if control.prefix == UInt8(ascii: "<"), numbers.count == 3 {
      return mouse(numbers[0], numbers[1], numbers[2], pressed: control.final == UInt8(ascii: "M"), length)
    }
    if control.prefix == nil, control.final == UInt8(ascii: "~") {
      if numbers.first == 200 { return .paste(length) }
      if numbers.first == 201 { return .skip(length) }
    }
    return .key(KeySequences.key(control), length)
  }

  private func mouse(_ button: Int, _ x: Int, _ y: Int, pressed: Bool, _ length: Int) -> Parsed {
    switch button & ~0b11100 {
    case 0 where pressed: .key(.click(Position(column: max(0, x - 1), row: max(0, y - 1))), length)
    case 64: .key(.wheel(.up), length)
    case 65: .key(.wheel(.down), length)
    default: .skip(length)
    }
  }

  private func parseSingleShift(at start: Int) -> Parsed {
    var place = start
    // Some send the modifiers in between: ESC O 5 A.
    while let byte = bytes[place], (0x30...0x3B).contains(byte), place - start < 8 { place += 1 }
    guard let letter = bytes[place] else { return .incomplete }
    if letter < 0x20 { return .skip(place) }
    return .key(KeySequences.keypad(letter), place + 1)
  }

  // A report of the terminal: up to BEL or ESC \, and never more than a few thousand bytes.
  private func parseString(at start: Int) -> Parsed {
    var place = start
    while let byte = bytes[place], place - start < 4_096 {
      if byte == 0x07 { return .skip(place + 1) }
      if byte == 0x1B {
        guard let next = bytes[place + 1] else { return .incomplete }
        return .skip(next == UInt8(ascii: "\\") ? place + 2 : place)
      }
      place += 1
    }
    return place - start >= 4_096 ? .skip(place) : .incomplete
  }

  private static func key(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1A: .suspend
    case 0x01...0x19: .control(Unicode.Scalar(UInt8(scalar.value) + 0x60))
    case 0x1C...0x1F: .control(Unicode.Scalar(UInt8(scalar.value) + 0x40))
    case 0x80...0x9F: nil
    default: .char(scalar)
    }
  }
}
