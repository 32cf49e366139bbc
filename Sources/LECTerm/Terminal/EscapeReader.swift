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
      var tail = Bytes()
      tail.append([0x1B] + more)
      // Only a whole sequence that fills the piece is one; a quick typist's letters are not.
      if case .key(let key, tail.count) = EscapeParser(bytes: tail, known: known).parsed, key != .unknown {
        bytes.append([0x1B])
      }
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
      switch EscapeParser(bytes: bytes, known: known).parsed {
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
    return first == 0x1B && (bytes.count == 1 || bytes[1] == 0x1B) ? .briefly : .long
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
}
