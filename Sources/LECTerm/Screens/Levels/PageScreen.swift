import LECModel

/// Shows a page of the levels' work and asks for what its deeds need: a reason, a date, the password of the person.
struct PageScreen: Screen {
  private var id: PageID
  private var page: Page?
  private var menu = Menu([])
  private var search = ""
  private var dialog: Dialog?
  private var isSearching = false
  /// Whether what is shown came of a deed.
  private var isResult = false
  /// The line it came of: the bar lies there again when the page comes back.
  private var source: String?
  private var deed: LevelDeed?
  /// What was chosen, in the words of its line: what is asked then stands under it.
  private var chosen: Words = .none
  private var outcome: String?
  private var prompts: [Prompt] = []
  private var answers: [String] = []

  init(_ id: PageID, isSearching: Bool = false) {
    self.id = id
    if isSearching { openSearch() }
  }

  private mutating func openSearch() {
    isSearching = true
    dialog = .input("page.search", "page.search.what", label: "page.search.label", text: search)
  }

  var commands: [Command] {
    if dialog != nil { return Dialog.commands }
    return Menu.commands + (canChoose ? [.bar(.choose)] : []) + (id.isSearchable ? [.bar(.search)] : [])
  }
  var isTyping: Bool { dialog?.isTyping ?? false }
  var saysRefusal: Bool { dialog?.error != nil }

  /// Whether something comes of choosing the line under the bar.
  private var canChoose: Bool {
    page?.lines.first { $0.item.id == menu.selected?.id }.map { $0.action != .nothing } ?? false
  }

  var about: TextKey? {
    switch id {
    case .bundles where menu.selected?.id == "mailbox": "help.mailbox"
    case .send: "help.send"
    case .bundles, .incoming: "help.bundles"
    case .partners: "help.partners"
    case .conflicts: "help.conflicts"
    case .pending: "help.pending"
    default: nil
    }
  }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    // Coming back to what came of a deed: what led to it is over.
    case .opened where isResult: return []
    case .opened, .answer(.changed): return [ask]
    // Where nothing could be shown one stays where one was; the reason stands in the toast.
    case .refused where page == nil: return [.back]
    case .answer(.level(.page(id, let page))):
      show(page)
      return []
    case .answer(.level(.done(let words, let page))):
      dialog = nil
      if let page {
        // What came of a deed is read from its first line; Back leads to the page it was done from.
        showResult(page)
      }
      let said: [Step] = words == .none ? [] : [.say("page.done", [.words("words", words)])]
      return page == nil ? said + [ask] : said
    case .answer(.level(.allowed)): return next()
    case .answer(.level(.copied(let text, let page))):
      showResult(page)
      return [.copy(text)]
    case .answer(.level(.go(let destination))):
      dialog = nil
      return [.open(destination)]
    case .answer(.level(.seated(let session, let words))):
      let isNew = session.map { $0.profile == nil || $0.mustChangePassword } ?? false
      return [
        .open(session == nil ? .logIn : isNew ? .profile(asksFirst: true) : .home),
        .say("page.done", [.words("words", words)]),
      ]
    case .refused(let objection) where dialog != nil && deed != nil:
      // A wrong word or password is told where it was typed; what was typed before is not lost.
      dialog?.error = Words.key(objection.reason, objection.values)
      return []
    default: break
    }
    if dialog != nil { return handleDialog(input) }
    switch input {
    case .command(.back):
      if search.isEmpty, !isResult || id.isOverWhenDone { return [.back] }
      search = ""
      if isResult { menu = Menu([]) }
      isResult = false
      return [ask]
    case .command(.search):
      openSearch()
      return []
    default: break
    }
    guard case .chosen(let id) = menu.handle(input), let line = page?.lines.first(where: { $0.item.id == id }) else {
      return []
    }
    chosen = line.item.label
    outcome = line.outcome
    return choose(line.action)
  }

  private var ask: Step { .ask(.level(.page(id, search: search))) }

  private mutating func showResult(_ page: Page) {
    source = menu.selected?.id
    menu = Menu([])
    isResult = true
    show(page)
  }

  private mutating func show(_ page: Page) {
    if menu.items.isEmpty {
      let wanted = isResult ? page.start : source ?? page.start
      if let start = page.lines.firstIndex(where: { $0.item.id == wanted }) {
        menu = Menu(page.lines.map(\.item), cursor: start)
      }
      if !isResult { source = nil }
    }
    self.page = page
    let id = menu.selected?.id
    menu.show(page.lines.map(\.item))
    if let outcome, let place = page.lines.firstIndex(where: { $0.item.id == outcome }), menu.selected?.id != id {
      menu = Menu(menu.items, cursor: place)
    }
  }

  private mutating func choose(_ action: PageAction) -> [Step] {
    switch action {
    case .nothing: return []
    case .open(let destination): return [.open(destination)]
    case .tell(let words):
      deed = nil
      dialog = .message(Words.key(page?.title ?? "page.title", []), words)
      return []
    case .turn(let id):
      self.id = id
      return [ask]
    case .look(let unit, let destination): return [.ask(.level(.look(unit))), .open(destination)]
    case .perform(let deed, let prompts):
      self.deed = deed
      self.prompts = prompts
      answers = []
      return prompts.contains(.password) ? [.ask(.level(.may(deed)))] : next()
    }
  }

  /// What was typed: a question that was agreed to is no answer.
  private var given: [String] {
    zip(prompts, answers).compactMap { prompt, answer in if case .question = prompt { nil } else { answer } }
  }

  /// Asks for the next thing, or does the deed when all is known.
  private mutating func next() -> [Step] {
    guard let deed else { return [] }
    guard answers.count < prompts.count else { return [.ask(.level(.perform(deed, given)))] }
    switch prompts[answers.count] {
    case .text(let label, let text), .optional(let label, let text):
      dialog = .input(chosen, .none, label: label, text: text)
    case .password:
      dialog = .input(chosen, "page.password", label: "login.password", isSecret: true)
    case .question(let words):
      dialog = .question(chosen, words, buttons: [Dialog.Button(.yes), Dialog.Button(.cancel)])
    }
    return []
  }

  private mutating func handleDialog(_ input: Input) -> [Step] {
    switch dialog?.handle(input) {
    case .some(.pressed(_, _, let text)):
      if isSearching {
        isSearching = false
        dialog = nil
        search = text
        return [ask]
      }
      if deed == nil {
        dialog = nil
        return []
      }
      if !prompts.isEmpty, prompts[min(answers.count, prompts.count - 1)].lacks(text) {
        dialog?.error = "form.required"
        return []
      }
      // After a refusal the last answer is given again.
      if answers.count >= prompts.count, !answers.isEmpty { answers.removeLast() }
      answers.append(text)
      if answers.count < prompts.count { dialog = nil }
      return next()
    case .some(.cancelled):
      dialog = nil
      deed = nil
      isSearching = false
    case .some(.open), .none: break
    }
    return []
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    let title = Words.key(page?.title ?? "page.title", [])
    Chrome(title: title, commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      guard let page else { return }
      let width = body.size.columns - 2
      let most = page.lines.isEmpty ? body.size.rows : max(1, body.size.rows - 6)
      let remarks = page.remarks.flatMap { Wrap.lines(look.said($0), width: width) }.prefix(most)
      for (row, line) in remarks.enumerated() { body.put(line, at: Position(column: 1, row: row)) }
      let top = remarks.isEmpty ? 0 : remarks.count + 1
      if page.lines.isEmpty, page.remarks.isEmpty {
        body.put(look.said(page.empty), at: Position(column: 1, row: 1), ink: .dim)
      }
      body.cursor = Position(column: 1, row: min(top, body.size.rows - 1))
      guard !page.lines.isEmpty, top < body.size.rows else { return }
      body.part(Rect(column: 0, row: top, columns: min(110, body.size.columns), rows: body.size.rows - top)) {
        menu.draw(on: &$0, in: look)
      }
    }
    dialog?.draw(on: &canvas, in: look)
  }
}
