import Glibc
import LECModel
import LECStore

/// The loop: keys in, screens as values, steps done through the desk, one canvas out.
@MainActor final class App {
  private let display: any Display
  private let desk: Desk
  private(set) var language: Language
  private var stack: [any Screen]
  private var overlay = Overlay.none
  private var toast: Toast?
  private var objection: Objection?
  private var isLocked = false
  /// What lay over the screen when it was locked.
  private var lockedOverlay = Overlay.none
  private var isLeaving = false
  /// How many screens there were when the trainer's pages were opened over them; nil while they are closed.
  private var belowTrainer: Int?
  private var lastKey = ContinuousClock.now
  private var idleCount = 0
  private let marksIdle: Bool
  private let isPlain: Bool

  /// What lies over the screen and takes keys first.
  private enum Overlay {
    case none
    case help(Help)
    case palette(Palette)
    /// A question of the program itself; what it asks about is done on yes.
    case question(Dialog, onYes: Step)
  }

  init(display: any Display, desk: Desk, language: Language, isPlain: Bool, marksIdle: Bool, first: Toast?) {
    self.display = display
    self.desk = desk
    self.language = language
    self.isPlain = isPlain
    self.marksIdle = marksIdle
    stack = [ScreenMaker(language: language).screen(for: desk.store == nil ? .setUp : .logIn)]
    toast = first
    desk.language = { [unowned self] in self.language }
    desk.progress = { [unowned self] in self.report($0) }
    send(.opened)
  }

  /// Goes on until the person leaves or the terminal is gone.
  func loop() {
    while !isLeaving {
      draw()
      let isCounting = stack.last?.isCounting ?? false
      guard let key = display.readKey(timeout: .seconds(isCounting ? 1 : 20)) else {
        if isCounting { toast = nil }
        passTime(idle: ContinuousClock.now - lastKey)
        continue
      }
      take(key)
      // Keys that have come meanwhile are taken before anything is drawn: a slow line never falls behind.
      while !isLeaving, let more = display.readKey(timeout: .zero) { take(more) }
    }
  }

  func take(_ key: Key) {
    lastKey = .now
    switch key {
    case .closed: isLeaving = true
    case .suspend: display.suspend()
    case .resized: send(.resized(display.size))
    case .unknown: break
    default: press(key)
    }
  }

  private func press(_ key: Key) {
    // What nobody sees nobody means: a window that is too small can only be left.
    guard !isTooSmall else {
      if KeyMap.input(for: key, isTyping: true, among: []) == .command(.quit) { isLeaving = true }
      return
    }
    toast = nil
    switch overlay {
    case .none: pressOnScreen(key)
    case .help(var help):
      guard let input = KeyMap.input(for: key, isTyping: true, among: Self.overlayCommands) else { return }
      let outcome = help.handle(input)
      overlay = .help(help)
      finish(outcome)
    case .palette(var palette):
      guard let input = KeyMap.input(for: key, isTyping: true, among: Self.overlayCommands) else { return }
      let outcome = palette.handle(input)
      overlay = .palette(palette)
      finish(outcome)
    case .question(var dialog, let onYes):
      guard let input = KeyMap.input(for: key, isTyping: false, among: Dialog.commands) else { return }
      let outcome = dialog.handle(input)
      overlay = .question(dialog, onYes: onYes)
      switch outcome {
      case .open: break
      case .cancelled: overlay = .none
      case .pressed(let button, _, _):
        overlay = .none
        guard button == .yes else { return }
        if case .ask(let request) = onYes { ask(request, isAgreed: true) } else { perform([onYes]) }
      }
    }
  }

  private static let overlayCommands: [Command] = [
    .up, .down, .pageUp, .pageDown, .choose, .deleteBack, .deleteForward, .left, .right,
  ].map { Command($0) }

  private func finish(_ outcome: Palette.Outcome) {
    switch outcome {
    case .open: break
    case .closed: overlay = .none
    case .run(let id):
      overlay = .none
      run(id)
    case .refused(let reason, let values):
      overlay = .none
      toast = Toast(.key(reason, values), kind: .refused)
    }
  }

  private func pressOnScreen(_ key: Key) {
    guard let screen = stack.last,
      let input = KeyMap.input(for: key, isTyping: screen.isTyping, among: offered)
    else { return }
    if case .command(let id) = input { run(id) } else { send(input) }
  }

  /// What can be called now: what the screen offers, and on training files the trainer's pages.
  private var offered: [Command] {
    (stack.last?.commands ?? []) + (desk.hasTrainer ? [Command(.trainer)] : [])
  }

  /// Does what is the same everywhere; the rest is the screen's.
  private func run(_ id: Command.ID) {
    if let command = offered.first(where: { $0.id == id }),
      case .refused(let reason, let values) = command.state
    {
      toast = Toast(.key(reason, values), kind: .refused)
      return
    }
    // What was refused is forgotten with the next command, and before it: that may be refused too.
    if id != .help { objection = nil }
    switch id {
    case .help:
      if let rule = objection?.rule, desk.store != nil, !isLocked {
        objection = nil
        perform([.open(.rule(rule))])
      } else {
        overlay = .help(
          Help(offered, about: stack.last?.about, isTyping: stack.last?.isTyping ?? false, language: language))
      }
    case .palette: overlay = .palette(Palette(offered, isTyping: stack.last?.isTyping ?? false, language: language))
    case .language: switchLanguage()
    case .digits:
      language.digits = language.digits == .thai ? .arabic : .thai
      keep(Setting.digits, language.digits == .thai ? "thai" : "arabic")
    case .undo where desk.session != nil && !isLocked: perform([.ask(.undo)])
    case .redo where desk.session != nil && !isLocked: perform([.ask(.redo)])
    case .home where stack.count > 1 && desk.session != nil && !isLocked:
      stack = [stack[0]]
      send(.opened)
    case .lock where desk.session != nil: lock()
    case .trainer where desk.hasTrainer: toggleTrainer()
    case .quit: isLeaving = true
    case .undo, .redo, .home, .lock, .trainer: break
    default: send(.command(id))
    }
  }

  /// Opens the trainer's pages over whatever is there, and closes them again: what lay below is as it was.
  private func toggleTrainer() {
    guard let below = belowTrainer, below < stack.count else {
      belowTrainer = stack.count
      open(.page(.trainer(.home)))
      return
    }
    belowTrainer = nil
    stack.removeLast(stack.count - below)
    send(.resized(display.size))
    send(.opened)
  }

  private func switchLanguage() {
    language.code = language.code.other
    keep(Setting.language, language.code.rawValue)
  }

  /// Keeps a taste of this machine; what can't be kept only has to be chosen again.
  private func keep(_ name: String, _ value: String) { try? desk.store?.set(name, to: value) }

  private func lock() {
    guard !isLocked else { return }
    isLocked = true
    // A question under the lock must not be answered by whoever comes by; it comes back with the work.
    (lockedOverlay, overlay) = (overlay, .none)
    (toast, objection) = (nil, nil)
    stack.append(ScreenMaker(language: language).lock(user: desk.session?.profile?.fullName ?? ""))
    send(.opened)
  }

  /// Somebody else sits here now: what the lock kept for the one before is theirs no more.
  private func unlock() {
    isLocked = false
    (overlay, lockedOverlay) = (.none, .none)
  }

  /// Nobody has pressed a key for that long: the screen may lock, and what counts time is told of it.
  func passTime(idle: Duration) {
    let minutes = (try? desk.store?.setting(Setting.lockMinutes)).flatMap { $0.flatMap { Int($0) } } ?? 10
    if minutes > 0, desk.session?.profile != nil, idle > .seconds(minutes * 60) { lock() }
    if let now = desk.store?.now() { send(.tick(now)) }
  }

  // MARK: Screens

  private func send(_ input: Input) {
    guard !stack.isEmpty else { return }
    let steps = stack[stack.count - 1].handle(input)
    perform(steps)
  }

  private func perform(_ steps: [Step]) {
    for step in steps {
      switch step {
      case .ask(let request): ask(request)
      case .open(let destination): open(destination)
      case .back: back()
      case .say(let key, let values): toast = Toast(.key(key, values))
      case .copy(let text): display.copy(text)
      case .leave: isLeaving = true
      }
    }
  }

  private func ask(_ request: Request, isAgreed: Bool = false) {
    do {
      if !isAgreed, let act = request.act, let cost = try desk.cost(of: act) {
        let parent = try desk.file().parentContact()
        overlay = .question(CostOfEdit.dialog(cost, now: try desk.file().now(), parent: parent), onYes: .ask(request))
        return
      }
      guard let answer = try desk.answer(request) else { return }
      if case .account(.unlocked) = answer {
        isLocked = false
        (overlay, lockedOverlay) = (lockedOverlay, .none)
        back()
        return
      }
      if case .changed(let said) = answer {
        toast = Toast(said)
        send(.answer(answer))
        send(.opened)
        return
      }
      if case .level(.seated) = answer { unlock() }
      if case .account(.setSetting(Setting.theme, let name)) = request {
        display.use(Themes.theme(name, in: desk.data))
      }
      send(.answer(answer))
    } catch {
      let explained = Explain.objection(error).objection
      objection = explained
      if let refusal = error as? Refusal, refusal.code == .confirmedLocked, let dataset = refusal.dataset {
        overlay = .question(CostOfEdit.locked(explained), onYes: .open(.askRelease(dataset)))
      } else {
        toast = Toast(explained.wordsWithRule, kind: .refused)
      }
      send(.refused(explained))
      // Nobody reads one sentence twice; the toast alone names the rule whose letter F1 shows.
      if explained.rule == nil, stack.last?.saysRefusal ?? false { toast = nil }
    }
  }

  func open(_ destination: Destination) {
    switch destination {
    case .home, .logIn, .profile, .setUp:
      stack = [ScreenMaker(language: language).screen(for: destination)]
      belowTrainer = nil
    default: stack.append(ScreenMaker(language: language).screen(for: destination))
    }
    send(.resized(display.size))
    send(.opened)
  }

  private func back() {
    guard stack.count > 1 else { return }
    stack.removeLast()
    if let below = belowTrainer, stack.count <= below { belowTrainer = nil }
    send(.resized(display.size))
    send(.opened)
  }

  /// Shows how far a long task has come; Esc stops it. Short ones never get here for long enough to be seen.
  private func report(_ progress: Progress) -> Bool {
    guard ContinuousClock.now - lastKey > .milliseconds(500) else { return true }
    var canvas = Canvas(size: display.size)
    var look = Look(language: language, size: display.size, plain: isPlain, heading: desk.heading())
    look.now = desk.store?.now()
    stack.last?.draw(on: &canvas, in: look)
    progress.draw(on: &canvas, in: look)
    display.show(canvas)
    return display.readKey(timeout: .zero) != .escape
  }

  // MARK: Drawing

  func draw() {
    var look = Look(language: language, size: display.size, plain: isPlain, heading: desk.heading())
    look.now = desk.store?.now()
    var canvas = Canvas(size: display.size)
    stack.last?.draw(on: &canvas, in: look)
    if !isTooSmall { drawOverlay(on: &canvas, in: look) }
    display.show(canvas)
    idleCount += 1
    if marksIdle { display.title("idle \(idleCount)") }
  }

  private var isTooSmall: Bool {
    !display.size.holds(.smallest) && !(stack.last?.fitsAnywhere ?? false)
  }

  private func drawOverlay(on canvas: inout Canvas, in look: Look) {
    switch overlay {
    case .none: break
    case .help(let help): help.draw(on: &canvas, in: look)
    case .palette(let palette): palette.draw(on: &canvas, in: look)
    case .question(let dialog, _): dialog.draw(on: &canvas, in: look)
    }
    if let toast { ToastBox.draw(toast, on: &canvas, in: look) }
  }
}

/// A toast that needs more than one row grows upwards from the row above the keys: a refusal must be read to its end.
enum ToastBox {
  static func draw(_ toast: Toast, on canvas: inout Canvas, in look: Look) {
    let lines = Wrap.lines(look.said(toast.words), width: canvas.size.columns - 2)
    let top = canvas.size.rows - 1 - lines.count
    for (i, line) in lines.enumerated() where top + i > 1 {
      Toast(.text(line), kind: toast.kind).draw(on: &canvas, row: top + i, in: look)
    }
  }
}
