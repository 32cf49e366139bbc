/// A Thai telephone number: nine digits of a landline or ten of a mobile, written as people write them.
struct PhoneField: FieldControl {
  private(set) var digits: DigitLine

  init(_ text: String = "") {
    digits = DigitLine(text, limit: 10, groups: [3, 3])
  }

  var value: String { digits.text }
  var size: Size { Size(columns: 14, rows: 1) }

  var problem: Words? {
    let text = digits.text
    if text.isEmpty { return nil }
    if !text.hasPrefix("0") { return "field.phone.zero" }
    return text.count < 9 ? .key("field.phone.short", [.number("count", text.count)]) : nil
  }

  mutating func restore(_ draft: String) { digits.restore(draft) }

  mutating func handle(_ input: Input) -> FieldOutcome { digits.edit(input) }

  func draw(on canvas: inout Canvas, in look: Look, state: FieldState) {
    digits.draw(on: &canvas, in: look, state: state)
  }
}
