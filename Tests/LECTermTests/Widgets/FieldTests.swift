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
}
