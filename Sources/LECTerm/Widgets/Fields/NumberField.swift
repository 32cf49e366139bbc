import LECModel

/// A person's number: 13 digits of the register or a G-code, shown in groups as on the card, with a verdict while it is typed.
struct NumberField: FieldControl {
  private(set) var digits: DigitLine
  /// The current Buddhist year, which bounds that of a G-code.
  let yearBE: Int?

  init(_ text: String = "", yearBE: Int? = nil) {
    digits = DigitLine(text, limit: 13, groups: [1, 4, 5, 2], letters: ["G", "P"])
    self.yearBE = yearBE
  }

  /// What the number is, or why it is none.
  var reading: Result<IdentityNumber, IdentityProblem> { IdentityNumber.read(digits.text, yearBE: yearBE) }

  var value: String { (try? reading.get())?.text ?? digits.text }
  var draft: String? { digits.text }
  var size: Size { Size(columns: 19, rows: 1) }

  var problem: Words? {
    if case .failure(let problem) = reading { problem.words } else { nil }
  }

  /// While digits are missing how many there are; then whether the number can be right, and what its first digit says.
  var remark: Remark? {
    switch reading {
    case .success(.none): return nil
    case .success(.citizen(let number)):
      let tells = [0, 6, 7, 8].contains(number.series)
      return Remark(tells ? .key(TextKey("field.number.series\(number.series)"), []) : "field.number.ok", ink: .ok)
    case .success(.gcode): return Remark("field.number.gcode", ink: .ok)
    case .success(.legacy): return Remark("field.number.legacy", ink: .warning)
    case .failure(.wrongLength(let count)) where count < 13:
      return Remark(.key("field.number.soFar", [.number("count", count)]))
    case .failure(.gcodeForm) where digits.text.count < 13:
      return Remark(.key("field.number.soFar", [.number("count", digits.text.count)]))
    case .failure(let problem): return Remark(problem.words, ink: .error)
    }
  }

  mutating func restore(_ draft: String) { digits.restore(draft) }

  mutating func handle(_ input: Input) -> FieldOutcome { digits.edit(input) }

  func draw(on canvas: inout Canvas, in look: Look, state: FieldState) {
    digits.draw(on: &canvas, in: look, state: state)
  }
}

extension IdentityProblem {
  /// What is wrong, in words a person can act on.
  var words: Words {
    switch self {
    case .wrongLength(let count): .key("number.length", [.number("count", count)])
    case .letterInside(let position): .key("number.letter", [.number("place", position)])
    case .checkDigit: "number.checkDigit"
    case .firstDigitNine: "number.nine"
    case .placeholder: "number.placeholder"
    case .gcodeForm: "number.gcodeForm"
    case .gcodeProvince(let province): .key("number.gcodeProvince", [.figures("province", String(province))])
    case .gcodeYear(let year): .key("number.gcodeYear", [.figures("year", String(year))])
    case .unreadable: "number.unreadable"
    }
  }
}
