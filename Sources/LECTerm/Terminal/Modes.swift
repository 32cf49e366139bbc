/// The settings of a terminal that its description doesn't know, and what undoes all of them.
enum Modes {
  private static let pasteOn = "\u{1B}[?2004h", pasteOff = "\u{1B}[?2004l"
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1003l\u{1B}[?1002l\u{1B}[?1000l"

  /// Asks for pastes in one piece, and for the mouse where it is wanted.
  static func on(_ capabilities: Capabilities) -> String { pasteOn + (capabilities.mouse ? mouseOn : "") }

  static func off(_ capabilities: Capabilities) -> String { pasteOff + afterLeaving(capabilities) }

  /// Once more after the screen has been left: some terminals bring the mouse back with it.
  static func afterLeaving(_ capabilities: Capabilities) -> String { capabilities.mouse ? mouseOff : "" }

  /// Everything that makes the terminal as it was, for the moment when nothing but a constant can be written.
  static func restore(_ capabilities: Capabilities, description: (String) -> String?) -> String {
    let attributes = (description("sgr0") ?? "") + (description("op") ?? "")
    let leave = description("rmcup") ?? "\u{1B}[999;1H\r\n"
    let all = off(capabilities) + attributes + (description("cnorm") ?? "") + leave + afterLeaving(capabilities)
    return withoutPadding(all)
  }

  /// Descriptions of old terminals hold pauses as `$<5>`, which are not for sending.
  static func withoutPadding(_ text: String) -> String {
    var result = "", rest = Substring(text)
    while let start = rest.firstRange(of: "$<"), let end = rest[start.upperBound...].firstIndex(of: ">") {
      result += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// A text for the clipboard of the person's own machine, over any line (OSC 52). tmux takes it as xterm does.
  static func copy(_ text: String) -> String { "\u{1B}]52;c;" + base64(Array(text.utf8)) + "\u{7}" }

  private static func base64(_ bytes: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for at in stride(from: 0, to: bytes.count, by: 3) {
      let three = (0..<3).map { at + $0 < bytes.count ? Int(bytes[at + $0]) : 0 }
      let word = three[0] << 16 | three[1] << 8 | three[2]
      for place in 0..<4 {
        let isThere = at + place <= bytes.count
        out.append(isThere ? signs[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A title that can't hold a command.
  static func title(_ text: String) -> String {
    let safe = text.unicodeScalars.filter { Glyph($0) == .base || Glyph($0) == .mark }.prefix(200)
    return "\u{1B}]2;" + String(String.UnicodeScalarView(safe)) + "\u{7}"
  }
}
