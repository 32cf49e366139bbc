import LECModel
import Testing

@testable import LECTerm

/// Types into a field letter by letter.
func type(_ text: String, into field: inout some FieldControl) {
  for scalar in text.unicodeScalars { _ = field.handle(.text(String(scalar))) }
}

@Suite("Fields")
struct FieldTests {
  static let titles: [ChoiceField.Option] = [
    .init("boy", label: .text("เด็กชาย")), .init("girl", label: .text("เด็กหญิง")), .init("mr", label: .text("นาย")),
    .init("miss", label: .text("นางสาว")), .init("p1", label: .text("ป.1")),
  ]

  func choice(_ id: String = "") -> ChoiceField {
    ChoiceField(Self.titles, chosen: id, language: Spoken.language)
  }

  @Test(
    "letters choose what begins with them",
    arguments: [
      ("น", "mr"), ("นาง", "miss"), ("เด็กห", "girl"), ("ป.๑", "p1"), ("g", "girl"), ("MI", "miss"),
    ])
  func typeAhead(letters: String, id: String) {
    var field = choice()
    type(letters, into: &field)
    #expect(field.value == id)
  }

  @Test("letters choose with the other keyboard switched on", arguments: [("o", "mr"), ("ogkp", "mr"), ("แนั", "")])
  func otherKeyboard(letters: String, id: String) {
    var field = choice()
    type(String(letters.prefix(1)), into: &field)
    #expect(field.value == id)
  }

  @Test("letters that no option begins with are told, and what is left unread can't be saved by mistake")
  func unread() {
    var field = choice()
    type("zz", into: &field)
    #expect(field.value.isEmpty && field.problem != nil && field.remark != nil)
    _ = field.handle(.command(.next))
    #expect(field.problem != nil, "it is still told when the field was left")
    _ = field.handle(.command(.deleteBack))
    #expect(field.problem == nil && field.remark == nil)
    type("zนาง", into: &field)
    #expect(field.value == "miss" && field.problem == nil && field.remark == nil)
  }

  @Test("a value that is none of the options stays until another is chosen")
  func unknown() {
    var field = choice("พลทหาร")
    #expect(field.value == "พลทหาร" && field.remark != nil && field.problem == nil)
    type("น", into: &field)
    #expect(field.value == "mr" && field.remark == nil)
  }

  @Test("arrows, Enter and space choose from the list")
  func list() {
    var field = choice()
    _ = field.handle(.command(.choose))
    #expect(field.listCursor == 0)
    _ = field.handle(.command(.down))
    _ = field.handle(.command(.down))
    #expect(field.value == "")
    _ = field.handle(.command(.choose))
    #expect(field.value == "mr")
    #expect(field.listCursor == nil)
    _ = field.handle(.text(" "))
    _ = field.handle(.command(.back))
    #expect(field.value == "mr")
    _ = field.handle(.command(.right))
    #expect(field.value == "miss")
  }

  @Test("a telephone number is taken in either digits, and shown in groups")
  func phone() {
    var field = PhoneField()
    type("๐๐-0000 0001", into: &field)
    #expect(field.value == "0000000001")
    #expect(field.digits.grouped == "000-000-0001")
    #expect(field.problem == nil)
  }

  @Test("what is no telephone number is told", arguments: ["12345", "0123"])
  func wrongPhone(text: String) {
    var field = PhoneField()
    type(text, into: &field)
    #expect(field.problem != nil)
  }

  @Test("a password is never drawn and never kept")
  func password() {
    var field = PasswordField(.new(blocked: ["0000000001", "บ้านตัวอย่าง"]))
    type("secret", into: &field)
    #expect(field.draft == nil)
    var canvas = Canvas(size: field.size)
    field.draw(on: &canvas, in: Spoken.look(.thai), state: .focused)
    #expect(canvas.frame.rows[0].hasPrefix("****** "))
    #expect(field.problem == .key("field.password.short", [.number("count", 4)]))
    type(" sauce is fine", into: &field)
    #expect(field.problem == nil)
  }

  @Test("a password with a name others know is refused")
  func blockedPassword() {
    var field = PasswordField(.new(blocked: ["ตัวอย่าง"]))
    type("ศพดบ้านตัวอย่าง", into: &field)
    #expect(field.problem == "field.password.blocked")
  }

  @Test("Thai letters and capitals in a password get a hint")
  func keyboardHints() {
    var thai = PasswordField()
    type("ฟห", into: &thai)
    #expect(thai.remark?.words == "field.password.thai")
    var capitals = PasswordField()
    type("ABCD", into: &capitals)
    #expect(capitals.remark?.words == "field.password.capitals")
  }

  @Test("a note has lines: Enter breaks one, backspace at its start joins two")
  func note() {
    var field = NoteField()
    type("กำลัง", into: &field)
    _ = field.handle(.command(.choose))
    type("มา", into: &field)
    #expect(field.value == "กำลัง\nมา")
    _ = field.handle(.command(.lineStart))
    _ = field.handle(.command(.deleteBack))
    #expect(field.value == "กำลังมา")
    type("จะ", into: &field)
    #expect(field.value == "กำลังจะมา")
  }

  static let today = CalendarDate(iso: "2024-06-10") ?? .first

  func date(_ typed: String) -> DateField {
    var field = DateField(today: Self.today)
    type(typed, into: &field)
    return field
  }

  @Test(
    "a date is taken with a Buddhist year of four figures or two, and in Thai digits",
    arguments: [
      "16/5/2561", "16/5/61", "๑๖/๕/๒๕๖๑", "16 พ.ค. 61", "16-05-2561",
    ])
  func dates(typed: String) {
    #expect(date(typed).date?.iso == "2018-05-16")
    #expect(date(typed).value == "2018-05-16")
    #expect(date(typed).problem == nil)
  }

  @Test("a Christian year is asked about, and Enter agrees to it")
  func christianYear() {
    var field = date("16/5/2018")
    #expect(field.date == nil)
    #expect(field.problem == .key("date.christian", [.figures("year", "2018"), .figures("date", "16/5/2561")]))
    guard case .finished = field.handle(.command(.choose)) else {
      Issue.record("not taken")
      return
    }
    #expect(field.value == "2018-05-16")
  }

  @Test(
    "what is no date is told: no such day, still to come, half typed",
    arguments: [
      ("30/2/2561", Words("date.noSuchDay")), ("11/6/2567", "date.future"), ("16/5", "date.unreadable"),
    ])
  func noDates(typed: String, words: Words) {
    #expect(date(typed).problem == words)
  }

  @Test("an empty date is no problem")
  func emptyDate() {
    #expect(date("").problem == nil)
    #expect(date("").value == "")
  }

  func number(_ typed: String) -> NumberField {
    var field = NumberField(yearBE: 2567)
    type(typed, into: &field)
    return field
  }

  @Test(
    "a number is taken with Thai digits and hyphens, and shown in groups",
    arguments: [
      "1999900000013", "1-9999-00000-01-3", "๑๙๙๙๙๐๐๐๐๐๐๑๓",
    ])
  func numbers(typed: String) {
    #expect(number(typed).value == "1999900000013")
    #expect(number(typed).digits.grouped == "1-9999-00000-01-3")
    #expect(number(typed).problem == nil)
    #expect(number(typed).remark?.words == "field.number.ok")
  }

  @Test(
    "the verdict comes while one types",
    arguments: [
      ("19999", Words.key("field.number.soFar", [.number("count", 5)])), ("1999900000014", "number.checkDigit"),
      ("7999900000012", "field.number.series7"), ("9999900000019", "number.nine"),
      ("G674200000001", "field.number.gcode"),
    ])
  func verdicts(typed: String, words: Words) {
    #expect(number(typed).remark?.words == words)
  }

  @Test("a G-code is shown as it is written")
  func gcode() {
    #expect(number("g674200000001").digits.grouped == "G674200000001")
  }

  @Test("the cursor stands behind the hyphen that a group of digits ends with")
  func numberCursor() {
    var field = number("19999")
    var canvas = Canvas(size: field.size)
    field.draw(on: &canvas, in: Spoken.look(.thai), state: .focused)
    #expect(canvas.cursor == Position(column: 6, row: 0))
    type("0", into: &field)
    field.draw(on: &canvas, in: Spoken.look(.thai), state: .focused)
    #expect(canvas.cursor == Position(column: 8, row: 0))
    _ = field.handle(.command(.left))
    field.draw(on: &canvas, in: Spoken.look(.thai), state: .focused)
    #expect(canvas.cursor == Position(column: 7, row: 0))
  }

  @Test("words are brought to the one form in which they are stored")
  func cleanText() {
    var field = TextField()
    type("  น\u{0E4D}\u{0E49}\u{0E32}  ใส ", into: &field)
    #expect(field.value.unicodeScalars.elementsEqual("น\u{0E49}\u{0E33} ใส".unicodeScalars))
  }
}
