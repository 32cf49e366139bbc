import Glibc
import LECModel
import LECStore

extension App {
  /// Opens the terminal interface and stays in it until the person leaves; gives back the exit status.
  static func run(_ options: RunOptions) -> Int32 {
    let data = DataFolder.find()
    ThrowAwayFolder.sweep(Places.passing)
    let terminal = TerminalOptions(variables: { getenv($0).map { String(cString: $0) } })
    let desk: Desk
    do {
      desk = try Desk(options: options, data: data)
    } catch {
      return CommandLineRun.fail(error, language: options.language ?? .thai, data: data, wantsJSON: options.wantsJSON)
    }
    return show(desk, options, terminal, data)
  }

  private static func show(_ desk: Desk, _ options: RunOptions, _ terminal: TerminalOptions, _ data: DataFolder?)
    -> Int32
  {
    var asked = terminal
    asked.mouse = options.hasMouse
    let theme = Themes.theme((try? desk.store?.setting(Setting.theme)) ?? Themes.standard, in: data)
    let display: any Display
    var isPlain = options.isPlain
    if isPlain {
      display = PlainTerminal(asked)
    } else {
      do {
        display = try Terminal.open(asked, theme: theme)
      } catch .notATerminal {
        return CommandLineRun.fail(
          UsageError("cli.not-a-terminal"), language: options.language ?? .thai, data: data,
          wantsJSON: options.wantsJSON)
      } catch {
        isPlain = true
        display = PlainTerminal(asked)
      }
    }
    let kept = (try? desk.store?.setting(Setting.language)).flatMap { $0.flatMap { Language.Code(rawValue: $0) } }
    // A terminal without Thai letters starts in English and says why; one key brings Thai all the same.
    let canThai = display.capabilities.showsThai || isPlain
    let code = options.language ?? (canThai ? kept ?? .thai : .english)
    var language = data.map { Language(code: code, folder: $0) } ?? Language(code: code, texts: [:])
    if (try? desk.store?.setting(Setting.digits)) == "thai" { language.digits = .thai }
    let first = canThai || code == .thai ? nil : Toast(.key("app.no-thai", []), kind: .warning)
    var app = App(
      display: display, desk: desk, language: language, isPlain: isPlain, marksIdle: marksIdle, first: first)
    app.loop()
    while desk.wantsLesson {
      desk.wantsLesson = false
      teach(on: display, app.language, data)
      app = App(
        display: display, desk: desk, language: app.language, isPlain: isPlain, marksIdle: marksIdle, first: nil)
      app.loop()
    }
    display.leave()
    desk.store?.close()
    return ExitStatus.done.rawValue
  }
}
