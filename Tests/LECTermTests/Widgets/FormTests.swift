import Testing

@testable import LECTerm

@Suite("A form")
struct FormTests {
  let key = DraftKey(form: "profile", record: "1")

  func form(first: String = "") -> Form {
    Form(
      [
        FormField("first", label: "command.first", help: "command.first.help", need: .required, TextField(first)),
        FormField("phone", label: "command.next", need: .required, PhoneField()),
        FormField("secret", label: "command.lock", PasswordField(.new(blocked: []))),
        FormField("note", label: "command.more", need: .extra, NoteField()),
      ], draftKey: key)
  }

  func steps(_ outcome: Form.Outcome) -> [Step]? {
    if case .handled(let steps) = outcome { steps } else { nil }
  }

  func isSubmitted(_ outcome: Form.Outcome) -> Bool {
    if case .submitted = outcome { true } else { false }
  }

  @Test("every letter comes back as a step that keeps the draft")
  func draft() {
    var form = form()
    #expect(steps(form.handle(.text("ก"))) == [.ask(.saveDraft(key, ["first": "ก"]))])
    #expect(steps(form.handle(.text("ำ"))) == [.ask(.saveDraft(key, ["first": "กำ"]))])
    #expect(steps(form.handle(.command(.left))) == [])
  }

  @Test("a password is never in the draft")
  func draftWithoutPassword() {
    var form = form()
    form.reveal("secret")
    #expect(steps(form.handle(.text("x"))) == [.ask(.saveDraft(key, [:]))])
    #expect(form.isChanged)
  }

  @Test("what was kept comes back, and is said")
  func restoring() {
    var form = form()
    let said = steps(form.handle(.answer(.draft(key, ["first": "กำ", "note": "คำ"]))))
    #expect(said == [.say("form.restored")])
    #expect(form.value("first") == "กำ")
    #expect(form.showsExtras)
    #expect(form.isChanged)
  }

  @Test("the draft of another form is not for this one")
  func otherDraft() {
    var form = form()
    guard case .ignored = form.handle(.answer(.draft(DraftKey(form: "profile", record: "2"), ["first": "x"]))) else {
      Issue.record("taken")
      return
    }
    #expect(form.value("first") == "")
  }

  @Test("saving names the fields that are missing or wrong, and goes to the first")
  func saving() {
    var form = form(first: "สมชาย")
    form.reveal("phone")
    for digit in "01" { _ = form.handle(.text(String(digit))) }
    #expect(steps(form.handle(.command(.save))) == [.say("form.errors", [.number("count", 1)])])
    #expect(form.focus == "phone")
    #expect(form.fields[1].error == .key("field.phone.short", [.number("count", 2)]))
    _ = form.handle(.paste("23456789"))
    #expect(form.fields[1].error == nil)
    #expect(isSubmitted(form.handle(.command(.save))))
    #expect(form.values["phone"] == "0123456789")
  }

  @Test("Enter goes to the next field, and saves on the last")
  func enter() {
    var form = form(first: "สมชาย")
    _ = form.handle(.command(.choose))
    #expect(form.focus == "phone")
    _ = form.handle(.paste("0000000001"))
    _ = form.handle(.command(.choose))
    #expect(form.focus == "secret")
    #expect(isSubmitted(form.handle(.command(.choose))))
  }

  @Test("leaving an unchanged form asks nothing")
  func leavingUnchanged() {
    var form = form(first: "สมชาย")
    guard case .left(let steps) = form.handle(.command(.back)) else {
      Issue.record("still there")
      return
    }
    #expect(steps == [.ask(.dropDraft(key))])
  }

  @Test("leaving a changed form asks: go on, keep, or discard")
  func leavingChanged() {
    var form = form()
    _ = form.handle(.text("ก"))
    _ = form.handle(.command(.back))
    #expect(form.question != nil)
    _ = form.handle(.command(.choose))
    #expect(form.question == nil)
    _ = form.handle(.command(.back))
    _ = form.handle(.command(.right))
    guard case .left(let kept) = form.handle(.command(.choose)) else {
      Issue.record("still there")
      return
    }
    #expect(kept == [.ask(.saveDraft(key, ["first": "ก"]))])
  }

  @Test("hidden fields come with Ctrl-O, and when one of them is wrong")
  func extras() {
    var form = form()
    #expect(form.shown.count == 3)
    _ = form.handle(.command(.more))
    #expect(form.shown.count == 4)
    _ = form.handle(.command(.more))
    form.refuse(["note": "form.required"])
    #expect(form.focus == "note")
    #expect(form.shown.count == 4)
  }
}
