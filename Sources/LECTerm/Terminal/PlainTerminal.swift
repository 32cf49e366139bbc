import CNcurses
import Glibc

/// The linear form of the program, for screen readers, simple terminals and pipes: the same screens and keys, told line by line.
@MainActor final class PlainTerminal: Display {
  let capabilities = Capabilities.plain
  let size = Size.smallest
  private var input: KeyInput
  private var writer = PlainWriter()
  private var isOpen = true

  init(_ options: TerminalOptions) {
    setlocale(LC_CTYPE, "C.UTF-8")
    input = KeyInput(known: [:], notices: nc_guard_open(), escapeDelay: options.escapeDelay)
    nc_guard_set("", 0)
    nc_guard_arm()
    nc_guard_keys()
  }

  deinit {
    nc_guard_restore()
  }

  func show(_ canvas: Canvas) {
    guard isOpen else { return }
    RawOutput.write(writer.text(for: canvas))
  }

  func readKey(timeout: Duration?) -> Key? {
    while isOpen {
      switch input.next(timeout: timeout) {
      case .key(let key): return key
      case .nothing: return nil
      case .stop: return .suspend
      case .continued: nc_guard_keys()
      case .resized: continue
      }
    }
    return .closed
  }

  func use(_ theme: Theme) {}

  func redraw() { writer.forget() }

  func suspend() {
    RawOutput.write("\n")
    nc_guard_restore()
    nc_guard_stop()
    input.forgetNotices()
    nc_guard_arm()
    nc_guard_keys()
    redraw()
  }

  func title(_ text: String) {}

  /// Read aloud or kept in a file, a text is best simply there.
  func copy(_ text: String) { RawOutput.write(text + "\n") }

  func leave() {
    guard isOpen else { return }
    isOpen = false
    RawOutput.write("\n")
    nc_guard_restore()
  }
}
