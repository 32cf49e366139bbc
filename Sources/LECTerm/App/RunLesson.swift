import Glibc
import LECModel
import LECStore

extension App {
  /// A terminal for a lesson, in the person's own look.
  static func lessonDisplay(_ data: DataFolder?, isPlain: Bool) throws -> any Display {
    let options = TerminalOptions(variables: { getenv($0).map { String(cString: $0) } })
    if isPlain { return PlainTerminal(options) }
    var asked = options
    asked.mouse = false
    do { return try Terminal.open(asked, theme: Themes.theme(Themes.standard, in: data)) } catch {
      throw UsageError("cli.not-a-terminal")
    }
  }

  /// The first lesson, key by key, for somebody who sits here alone for the first time.
  static func teach(on display: any Display, _ language: Language, _ data: DataFolder?) {
    let shelf = LessonShelf(data: data)
    guard let name = shelf.names(language.code).first, let lesson = try? shelf.lesson(name, language.code) else {
      return
    }
    // A lesson that can't be given leaves the person where the program begins anyway.
    try? LessonTutor(lesson, display: display, language: language, data: data, marksIdle: marksIdle).teach()
  }

  /// Whether tests want to be told when the program rests.
  static var marksIdle: Bool { getenv("LECTERM_TEST_IDLE") != nil }

  /// Opens the terminal interface on the file of an exercise, which says in a strip what is to be done.
  static func run(_ exercise: LessonExercise, language: Language, data: DataFolder?, isPlain: Bool) throws {
    let desk = Desk(store: exercise.store, path: exercise.path, data: data)
    desk.looksAround = false
    desk.letterFolders = { LetterFolders() }
    desk.session = try exercise.session()
    let display = ExerciseDisplay(try lessonDisplay(data, isPlain: isPlain), exercise, language: language)
    let app = App(
      display: display, desk: desk, language: language, isPlain: isPlain, marksIdle: marksIdle, first: nil)
    if desk.session != nil { app.open(.home) }
    app.loop()
    display.leave()
  }
}
