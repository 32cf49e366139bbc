import LECModel

/// A password: never drawn, never kept in a draft. A new one gets words on its strength; Thai letters get a hint that the keyboard is
/// switched, for the same password must be typed on other machines.
struct PasswordField: FieldControl {
  enum Purpose: Sendable {
    /// To log in: nothing is said about it but the keyboard.
    case known
    /// A new one, of at least ten letters, in which none of these words (unit, name, number, telephone) may stand.
    case new(blocked: [String])
  }

  private(set) var line: TextLine
  let purpose: Purpose

  static let leastLength = 10

  init(_ purpose: Purpose = .known) {
    line = TextLine(limit: 128)
    self.purpose = purpose
  }

  /// As typed: spaces belong to a passphrase.
  var value: String { line.text }
  var draft: String? { nil }
  var size: Size { Size(columns: 30, rows: 1) }

  mutating func restore(_ draft: String) {}

  /// Empties it, after a wrong one.
  mutating func clear() { line = TextLine(limit: line.limit) }

  var problem: Words? {
    guard case .new(let blocked) = purpose, !line.isEmpty else { return nil }
    let missing = Self.leastLength - line.scalars.count
    if missing > 0 { return .key("field.password.short", [.number("count", missing)]) }
    return blockedWord(blocked) == nil ? nil : "field.password.blocked"
  }

  var remark: Remark? {
    if line.scalars.contains(where: { (0x0E01...0x0E4E).contains($0.value) }) {
      return Remark("field.password.thai", ink: .warning)
    }
    if line.scalars.count > 2, line.scalars.allSatisfy({ (0x41...0x5A).contains($0.value) }) {
      return Remark("field.password.capitals", ink: .warning)
    }
    guard case .new = purpose, !line.isEmpty else { return nil }
    if let problem { return Remark(problem, ink: .warning) }
    return Remark(line.scalars.count < 16 ? "field.password.good" : "field.password.strong", ink: .ok)
  }

  mutating func handle(_ input: Input) -> FieldOutcome { line.edit(input) }

  func draw(on canvas: inout Canvas, in look: Look, state: FieldState) {
    line.masked.draw(on: &canvas, at: .origin, width: canvas.size.columns, ink: state.ink, hasCursor: state.isFocused)
  }

  private func blockedWord(_ words: [String]) -> String? {
    let typed = line.text.lowercased()
    return words.first { word in
      let word = TextForm.clean(word).lowercased()
      return word.unicodeScalars.count >= 4 && typed.contains(word)
    }
  }
}
