import CNcurses
import Glibc

/// The person's terminal: the only owner of ncursesw, of the raw keyboard and of the signals. There is one at a time.
@MainActor final class Terminal: Display {
  private(set) var capabilities: Capabilities
  private(set) var size: Size
  private var input: KeyInput
  private var shown: Canvas?
  private var isOpen = true

  /// Takes the terminal; nothing is drawn before the first `show`.
  static func open(_ options: TerminalOptions, theme: Theme) throws(TerminalError) -> Terminal {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    useUnicode()
    let notices = nc_guard_open()
    guard nc_open(options.type) else { throw .cannotPlaceCursor(options.type) }
    return Terminal(options, theme, notices)
  }

  private init(_ options: TerminalOptions, _ theme: Theme, _ notices: Int32) {
    capabilities = Capabilities(options, colours: Int(nc_colors()))
    size = Self.windowSize() ?? Size.smallest
    input = KeyInput(known: Self.knownKeys(), notices: notices, escapeDelay: options.escapeDelay)
    nc_resize(Int32(size.columns), Int32(size.rows))
    let restore = Modes.restore(capabilities, description: Self.description)
    nc_guard_set(restore, restore.utf8.count)
    nc_guard_arm()
    use(theme)
    RawOutput.write(Modes.on(capabilities))
  }

  deinit {
    nc_guard_restore()
  }

  func show(_ canvas: Canvas) {
    guard isOpen else { return }
    let new = canvas.adapted(to: capabilities)
    if shown?.whole != new.whole { nc_erase() }
    for run in Diff(from: shown, to: new).runs {
      let cells = run.cells.map(nc_cell.init)
      nc_put(Int32(run.place.row), Int32(run.place.column), cells, Int32(cells.count))
    }
    shown = new
    nc_show(Int32(new.cursor?.column ?? -1), Int32(new.cursor?.row ?? -1))
  }

  func readKey(timeout: Duration?) -> Key? {
    while isOpen {
      switch input.next(timeout: timeout) {
      case .key(let key): return key
      case .nothing: return nil
      case .stop: return .suspend
      case .continued:
        // Stopped and woken from outside: the shell has changed the terminal's settings in between.
        nc_close()
        takeAgain()
        return .resized
      case .resized: if takeSize() { return .resized }
      }
    }
    return .closed
  }

  func use(_ theme: Theme) {
    let look = capabilities.colours == .none ? Theme.mono : theme
    for ink in Ink.allCases {
      let style = look[ink]
      let isRich = capabilities.colours == .many
      let foreground = isRich ? style.foreground.many : style.foreground.eight
      let background = isRich ? style.background.many : style.background.eight
      nc_style(
        Int32(ink.rawValue), Int32(foreground ?? -1), Int32(background ?? -1), Int32(style.attributes.rawValue))
    }
    shown = nil
  }

  func redraw() {
    shown = nil
    nc_redraw()
  }

  func suspend() {
    guard isOpen else { return }
    RawOutput.write(Modes.off(capabilities))
    nc_close()
    RawOutput.write(Modes.afterLeaving(capabilities))
    nc_guard_stop()
    input.forgetNotices()
    takeAgain()
  }

  func title(_ text: String) {
    if isOpen, capabilities.title { RawOutput.write(Modes.title(text)) }
  }

  func copy(_ text: String) {
    if isOpen { RawOutput.write(Modes.copy(text)) }
  }

  func leave() {
    guard isOpen else { return }
    isOpen = false
    RawOutput.write(Modes.off(capabilities))
    nc_close()
    RawOutput.write(Modes.afterLeaving(capabilities))
    // From here on an end of the program has nothing to undo.
    nc_guard_set("", 0)
  }

  private func takeAgain() {
    _ = takeSize()
    redraw()
    RawOutput.write(Modes.on(capabilities))
  }

  // Many notices may tell of one change: only a size that is new is worth a drawing.
  private func takeSize() -> Bool {
    guard let now = Self.windowSize(), now != size else { return false }
    size = now
    nc_resize(Int32(now.columns), Int32(now.rows))
    shown = nil
    return true
  }
}

extension Terminal {
  // Over SSH the language often names a locale that this machine doesn't have; without one of UTF-8 no Thai letter has a width.
  private static func useUnicode() {
    let isSet = setlocale(LC_CTYPE, "") != nil
    guard isSet, let codeset = nl_langinfo(Int32(CODESET)), String(cString: codeset) == "UTF-8" else {
      setlocale(LC_CTYPE, "C.UTF-8")
      return
    }
  }

  private static func windowSize() -> Size? {
    var columns: Int32 = 0, rows: Int32 = 0
    guard nc_window(&columns, &rows) else { return nil }
    return Size(columns: Int(columns), rows: Int(rows))
  }

  private static func description(_ name: String) -> String? {
    nc_capability(name).map { String(cString: $0) }
  }

  // What this terminal's description says beyond the sequences that are known anyway.
  private static func knownKeys() -> [String: Key] {
    let names: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
      ("kent", .enter),
    ]
    var known: [String: Key] = [:]
    for (name, key) in names + (1...24).map({ ("kf\($0)", Key.function($0)) }) {
      if let text = description(name), text.utf8.count > 1, text.utf8.first == 0x1B { known[text] = key }
    }
    return known
  }
}

extension nc_cell {
  fileprivate init(_ cell: Cell) {
    self.init(base: cell.base.value, marks: cell.marks.codes, style: UInt16(cell.ink.rawValue))
  }
}
