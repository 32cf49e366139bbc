import LECModel

/// A line that holds digits only, shown in groups: Thai digits are taken for what they are, anything else but a few letters is passed over.
struct DigitLine: Hashable, Sendable {
  private(set) var line: TextLine
  /// How many stand in each group, from the left.
  let groups: [Int]
  /// Letters that may stand among the digits, in capitals: the G of a G-code.
  let letters: Set<Unicode.Scalar>

  init(_ text: String = "", limit: Int, groups: [Int], letters: Set<Unicode.Scalar> = []) {
    self.groups = groups
    self.letters = letters
    line = TextLine("", limit: limit)
    line.insert(accepted(text))
  }

  /// The digits without the signs between groups.
  var text: String { line.text }

  mutating func edit(_ input: Input) -> FieldOutcome {
    switch input {
    case .text(let text), .paste(let text):
      let taken = accepted(text)
      return taken.isEmpty ? .handled : line.edit(.text(taken))
    default:
      return line.edit(input)
    }
  }

  mutating func restore(_ text: String) {
    self = DigitLine(text, limit: line.limit, groups: groups, letters: letters)
  }

  /// The digits in their groups.
  var grouped: String { grouped(text) }

  func draw(on canvas: inout Canvas, in look: Look, state: FieldState) {
    let width = canvas.size.columns
    canvas.fill(canvas.bounds, ink: state.ink)
    canvas.put(look.language.digits.written(grouped), at: .origin, width: width, ink: state.ink, cut: .clip)
    if state.isFocused {
      let before = grouped(line.beforeCaret)
      let isBetween = grouped(text).dropFirst(before.count).first == "-"
      canvas.cursor = Position(column: min(width - 1, Columns.width(of: before) + (isBetween ? 1 : 0)), row: 0)
    }
  }

  private func grouped(_ digits: String) -> String {
    if let first = text.unicodeScalars.first, letters.contains(first) { return digits }
    var shown = ""
    var ends = Set<Int>()
    var sum = 0
    for group in groups {
      sum += group
      ends.insert(sum)
    }
    for (place, digit) in digits.enumerated() {
      if ends.contains(place) { shown.append("-") }
      shown.append(digit)
    }
    return shown
  }

  private func accepted(_ text: String) -> String {
    var taken = String.UnicodeScalarView()
    for scalar in ThaiDigits.ascii(text).unicodeScalars {
      let capital = scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar
      if (0x30...0x39).contains(scalar.value) || letters.contains(capital) { taken.append(capital) }
    }
    return String(taken)
  }
}
