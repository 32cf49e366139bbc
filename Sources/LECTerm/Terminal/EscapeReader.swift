/// Turns the bytes of a terminal into keys. It knows no clock: whoever reads tells it when nothing more has come for a while, and
/// it tells how long a while is worth waiting. Sequences we don't know are swallowed whole, so that they never type into a field.
struct EscapeReader: Sendable {
  /// How long the rest of what has begun should be waited for.
  enum Wait: Sendable {
    /// Nothing has begun.
    case none
    /// An Esc that may be a key of its own: the Esc delay.
    case briefly
    /// A sequence that has certainly begun, or a paste: a broken line is the only reason to give up.
    case long
  }

  /// No paste is longer than this: the rest of it is left out.
  static let pasteLimit = 65_536

  private var bytes = Bytes()
  private let known: [[UInt8]: Key]
  private var pasted: [UInt8]?
  // An Esc was given out alone. If it was the head of a slow arrow, its tail comes as one piece.
  private var tailMayFollow = false

  /// `known` holds sequences that the terminal's description adds to those that all terminals share.
  init(known: [String: Key] = [:]) {
    self.known = Dictionary(uniqueKeysWithValues: known.map { (Array($0.key.utf8), $0.value) })
  }

  /// Takes bytes as they come, in pieces of any size.
  mutating func feed(_ more: some Collection<UInt8>) {
    if tailMayFollow, bytes.isEmpty, more.count > 1, let first = more.first, first == 0x5B || first == 0x4F {
      var tail = EscapeReader()
      tail.bytes.append([0x1B] + more)
      // Only a whole sequence that fills the piece is one; a quick typist's letters are not.
      if case .key(let key, tail.bytes.count) = tail.parse(), key != .unknown { bytes.append([0x1B]) }
    }
    tailMayFollow = false
    bytes.append(more)
  }

  /// The next whole key, if there is one.
  mutating func next() -> Key? {
    while !bytes.isEmpty {
      if pasted != nil {
        guard let text = readPaste() else { return nil }
        return .paste(text)
      }
      switch parse() {
      case .key(let key, let length):
        bytes.drop(length)
        return key
      case .skip(let length): bytes.drop(length)
      case .paste(let length):
        bytes.drop(length)
        pasted = []
      case .incomplete: return nil
      }
    }
    return nil
  }

  /// Nothing more has come: what has begun is taken for what it is so far.
  mutating func giveUp() -> Key? {
    if let text = pasted {
      pasted = nil
      return .paste(Self.cleaned(text))
    }
    guard let first = bytes[0] else { return nil }
    guard first == 0x1B else {
      bytes.drop(1)
      return next()
    }
    if bytes.count == 1 {
      bytes.drop(1)
      tailMayFollow = true
      return .escape
    }
    if bytes[1] == 0x1B {
      bytes.drop(1)
      return .escape
    }
    // Alt and one of the letters that begin a sequence.
    if bytes.count == 2, let second = bytes[1], second < 0x7F {
      bytes.drop(2)
      return .alt(Unicode.Scalar(second))
    }
    bytes.drop(bytes.count)
    return .unknown
  }

  /// How long to wait before giving up.
  var wait: Wait {
    if pasted != nil { return .long }
    guard let first = bytes[0] else { return .none }
    return first == 0x1B && bytes.count <= 2 ? .briefly : .long
  }

  private enum Parsed {
    case key(Key, Int), skip(Int), paste(Int), incomplete
  }

  private func parse() -> Parsed {
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

  private mutating func readPaste() -> String? {
    let end: [UInt8] = Array("\u{1B}[201~".utf8)
    while let byte = bytes[0] {
      if byte == 0x1B {
        guard let ended = bytes.has(end) else { return nil }
        if ended {
          bytes.drop(end.count)
          defer { pasted = nil }
          return Self.cleaned(pasted ?? [])
        }
      }
      if (pasted?.count ?? 0) < Self.pasteLimit { pasted?.append(byte) }
      bytes.drop(1)
    }
    return nil
  }

  private static func cleaned(_ bytes: [UInt8]) -> String {
    var text = "", afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A where afterReturn: break
      case 0x0A, 0x0D: text.unicodeScalars.append("\n")
      case 0x09: text.unicodeScalars.append("\t")
      case 0..<0x20, 0x7F...0x9F, 0xFFFD: break
      default: text.unicodeScalars.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return text
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
