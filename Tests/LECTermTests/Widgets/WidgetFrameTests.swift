import LECModel
import Testing

@testable import LECTerm

@Suite("Widgets as they are seen")
struct WidgetFrameTests {
  static let names = [
    "เด็กชายกำพล น้ำใส", "เด็กหญิงขวัญข้าว ทองดี", "เด็กชายจิรายุ ปั้นแก้ว", "เด็กหญิงณัฐธิดา ศรีสุข", "เด็กชายธีรภัทร ฝ้ายคำ",
  ]

  func heading(_ look: Look, training: Bool = true) -> Look {
    var look = look
    look.heading.unit = .text("ศพด.บ้านตัวอย่าง")
    look.heading.round = .figures("1/2567")
    look.heading.deadline = Moment(iso: "2024-11-08T00:00")
    look.now = Moment(iso: "2024-11-02T09:00")
    look.heading.isTraining = training
    return look
  }

  /// Draws inside the frame that all screens share, in each language.
  func expect(
    _ name: String, commands: [Command] = [], isTyping: Bool = false, plain: Bool = false, size: Size = .smallest,
    digits: Digits = .arabic, at place: SourceLocation = #_sourceLocation, _ draw: (inout Canvas, Look) -> Void
  ) {
    for code in Language.Code.allCases {
      let look = heading(Spoken.look(code, size, digits: digits, plain: plain))
      var canvas = Canvas(size: size)
      Chrome(title: .text(code == .thai ? "หน้าทดสอบ" : "Test screen"), commands: commands, isTyping: isTyping)
        .draw(on: &canvas, in: look) { draw(&$0, look) }
      FrameCheck.expect(canvas, is: "\(name).\(code.rawValue)", label: code.rawValue, at: place)
    }
  }

  func list(size: Size = .smallest) -> ListWindow {
    let list = FakeList(Self.names)
    var window = ListWindow(
      columns: [
        ListColumn("number", heading: "test.number", width: 5, side: .right, isSortable: true),
        ListColumn("name", heading: "test.name", width: 24, grows: true, isSortable: true),
        ListColumn("class", heading: "test.class", width: 8),
        ListColumn("state", heading: "test.state", width: 20, from: .wide),
      ], capacity: ListWindow.capacity(in: Chrome.body(in: size).size))
    window.receive(list.answer(window.fromStart()))
    window.run(.mark, .sort, .down, on: list)
    return window
  }

  @Test("a list, marked and sorted", arguments: [Size.smallest, Size(columns: 132, rows: 50)])
  func drawnList(size: Size) {
    expect("list-\(size.columns)", commands: [.bar(.search), .bar(.add)], size: size) {
      list(size: size).draw(on: &$0, in: $1)
    }
  }

  @Test("a list being searched")
  func searchedList() {
    var window = list()
    window.run([.command(.search), .text("ทอง")], on: FakeList(Self.names))
    expect("list-search", isTyping: true) { window.draw(on: &$0, in: $1) }
  }

  @Test("a list whose columns are chosen")
  func listColumns() {
    var window = list()
    window.run(.columns, .down, on: FakeList(Self.names))
    expect("list-columns") { window.draw(on: &$0, in: $1) }
  }

  @Test("a list on a plain terminal, in Thai digits")
  func plainList() {
    expect("list-plain", plain: true, digits: .thai) { list().draw(on: &$0, in: $1) }
  }

  @Test("an empty list")
  func emptyList() {
    expect("list-empty") { ListWindow(columns: FakeList.columns).draw(on: &$0, in: $1) }
  }

  static let today = CalendarDate.first.adding(days: 739_000)

  func form() -> Form {
    let options = ["เด็กชาย", "เด็กหญิง", "นาย"].map { ChoiceField.Option($0, label: .text($0)) }
    var form = Form(
      [
        FormField(
          "title", label: "test.title", help: "command.choose.help", need: .required,
          ChoiceField(options, chosen: "เด็กหญิง", language: Spoken.language)),
        FormField("name", label: "test.name", help: "command.edit.help", need: .required, TextField()),
        FormField("number", label: "test.id", NumberField("1999900000013")),
        FormField("birth", label: "test.birth", DateField(CalendarDate(iso: "2019-05-16"), today: Self.today)),
        FormField("phone", label: "test.phone", help: "command.verify.help", PhoneField()),
        FormField("secret", label: "test.secret", PasswordField(.new(blocked: []))),
        FormField("note", label: "test.note", NoteField(size: Size(columns: 40, rows: 3))),
      ], draftKey: DraftKey(form: "test"))
    form.reveal("phone")
    _ = form.handle(.paste("0000"))
    _ = form.handle(.command(.save))
    form.reveal("secret")
    _ = form.handle(.paste("กำลัง"))
    return form
  }

  @Test("a form with errors and a hint")
  func drawnForm() {
    let form = form()
    expect("form", commands: form.commands, isTyping: true) { form.draw(on: &$0, in: $1) }
  }

  @Test("a form with an open list of options")
  func openChoice() {
    var form = form()
    form.reveal("title")
    _ = form.handle(.text(" "))
    expect("form-choice", commands: form.commands, isTyping: true) { form.draw(on: &$0, in: $1) }
  }

  @Test("a form on a plain terminal, being left")
  func plainForm() {
    var form = form()
    _ = form.handle(.command(.back))
    expect("form-plain", commands: form.commands, plain: true) { form.draw(on: &$0, in: $1) }
  }

  @Test("a choice of reasons with more words")
  func reasons() {
    var dialog = Dialog.reasons(
      "command.remove", "command.remove.help", ["test.reasonA", "test.reasonB", "test.reasonC"], asksMore: true)
    _ = dialog.handle(.command(.down))
    _ = dialog.handle(.text("กำ"))
    dialog.error = "form.required"
    expect("dialog-reasons", commands: Dialog.commands, isTyping: true) { dialog.draw(on: &$0, in: $1) }
  }

  @Test("a question")
  func question() {
    let dialog = Dialog.question("command.confirm", "form.leave.message")
    expect("dialog-question", commands: Dialog.commands) { dialog.draw(on: &$0, in: $1) }
  }

  @Test("a password asked for")
  func passwordDialog() {
    var dialog = Dialog.input("command.confirm", "command.confirm.help", label: "command.lock", isSecret: true)
    _ = dialog.handle(.text("abc"))
    expect("dialog-password", commands: Dialog.commands, isTyping: true) { dialog.draw(on: &$0, in: $1) }
  }

  @Test("progress with figures, tabs and a toast")
  func small() {
    expect("small") { canvas, look in
      var tabs = Tabs([.text("อ.1"), .text("อ.2"), .text("ป.1/1")], chosen: 1)
      _ = tabs.handle(.command(.next))
      tabs.draw(on: &canvas, row: 0, in: look)
      Progress("command.importFile", done: 45_000, total: 100_000).draw(on: &canvas, in: look)
      Toast("form.restored").draw(on: &canvas, row: -1, in: look)
    }
  }

  static let offered: [Command] = [
    .bar(.add), .bar(.edit), Command(.confirm, state: .refused("form.required")), Command(.search), Command(.mark),
  ]

  @Test("the help, with a command that is refused now")
  func help() {
    for code in Language.Code.allCases {
      let look = Spoken.look(code)
      var help = Help(Self.offered, language: look.language)
      _ = help.handle(.command(.down))
      _ = help.handle(.command(.down))
      var canvas = Canvas(size: .smallest)
      help.draw(on: &canvas, in: look)
      FrameCheck.expect(canvas, is: "help.\(code.rawValue)", label: code.rawValue)
    }
  }

  @Test("the palette after a few letters")
  func palette() {
    for code in Language.Code.allCases {
      let look = Spoken.look(code)
      var palette = Palette(Self.offered, language: look.language)
      _ = palette.handle(.text("e"))
      var canvas = Canvas(size: .smallest)
      palette.draw(on: &canvas, in: look)
      FrameCheck.expect(canvas, is: "palette.\(code.rawValue)", label: code.rawValue)
    }
  }

  @Test("a window that is too small")
  func tooSmall() {
    expect("too-small", size: Size(columns: 40, rows: 10)) { canvas, _ in canvas.put("x", at: .origin) }
  }

  @Test("drawn twice, all is the same")
  func twice() {
    let look = heading(Spoken.look(.thai))
    let (form, list) = (form(), list())
    func draw() -> Canvas {
      var canvas = Canvas(size: .smallest)
      list.draw(on: &canvas, in: look)
      form.draw(on: &canvas, in: look)
      return canvas
    }
    #expect(draw() == draw())
  }
}
