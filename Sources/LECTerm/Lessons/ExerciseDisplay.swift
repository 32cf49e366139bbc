import LECStore

/// The display of an exercise: a strip at the bottom says what is to be done and whether it is; Ctrl-G opens the task with its hints.
@MainActor final class ExerciseDisplay: Display {
  private let inner: any Display
  private let exercise: LessonExercise
  private let language: Language
  private var program: Canvas
  private var isOpen = true
  private var met: [Bool] = []
  private var count: Int64 = -1

  init(_ inner: any Display, _ exercise: LessonExercise, language: Language) {
    self.inner = inner
    self.exercise = exercise
    self.language = language
    program = Canvas(size: .smallest)
  }

  var capabilities: Capabilities { inner.capabilities }
  var size: Size { Size(columns: inner.size.columns, rows: max(Size.smallest.rows, inner.size.rows - 1)) }

  func show(_ canvas: Canvas) {
    program = canvas
    draw()
  }

  func readKey(timeout: Duration?) -> Key? {
    while true {
      let key = inner.readKey(timeout: timeout)
      guard let key else { return nil }
      if key == .control("g") {
        isOpen.toggle()
      } else if isOpen, let more = asksHint(key) {
        if more { exercise.hintsRead += 1 }
      } else if isOpen, [.enter, .escape, .char(" ")].contains(key) {
        isOpen = false
      } else {
        return key
      }
      draw()
    }
  }

  /// Whether the key asks for the next hint; nil for any other key.
  private func asksHint(_ key: Key) -> Bool? {
    key.folded == .char("h") ? exercise.hintsRead < exercise.exercise.hints.count : nil
  }

  private func draw() {
    look()
    var canvas = Canvas(size: inner.size)
    let kept = LessonBand.kept(of: program, rows: max(3, inner.size.rows - 1))
    canvas.copy(program, rows: kept)
    let line = Rect(column: 0, row: inner.size.rows - 1, columns: inner.size.columns, rows: 1)
    let ink = isDone ? Ink.ok : .tabSelected
    canvas.fill(line, ink: ink)
    canvas.put(
      language.text(
        isDone ? "lesson.strip.done" : "lesson.strip",
        [
          .text("title", exercise.exercise.title), .number("done", met.count { $0 }), .number("count", met.count),
        ]), at: Position(column: 1, row: inner.size.rows - 1), width: inner.size.columns - 2, ink: ink)
    if isOpen { drawTask(on: &canvas) }
    inner.show(canvas)
  }

  private var isDone: Bool { !met.isEmpty && met.allSatisfy { $0 } }

  /// Looks at the events again when there are new ones.
  private func look() {
    // What can't be read now is read at the next drawing; the screens themselves say what is wrong with the file.
    guard let now = try? exercise.store.eventCount(), now != count, let met = try? exercise.met() else { return }
    count = now
    self.met = met
  }

  private func drawTask(on canvas: inout Canvas) {
    let width = min(72, canvas.size.columns - 6)
    var lines = exercise.exercise.task.flatMap { Wrap.lines($0, width: width) }
    let hints = exercise.exercise.hints
    for (number, hint) in hints.prefix(exercise.hintsRead).enumerated() {
      let text = language.text("lesson.hint", [.number("number", number + 1), .text("text", hint)])
      lines += [""] + Wrap.lines(text, width: width)
    }
    let keys: TextKey = exercise.hintsRead < hints.count ? "lesson.task.keys" : "lesson.task.close"
    lines += [""] + Wrap.lines(language.text(keys), width: width)
    let top = max(2, (canvas.size.rows - lines.count - 2) / 2)
    let box = Rect(column: (canvas.size.columns - width - 4) / 2, row: top, columns: width + 4, rows: lines.count + 2)
    canvas.fill(box, ink: .dialog)
    canvas.box(box, title: exercise.exercise.title, ink: .borderFocused)
    for (row, line) in lines.enumerated() {
      canvas.put(line, at: box.origin.moved(columns: 2, rows: row + 1), width: width, ink: .dialog)
    }
    canvas.cursor = box.origin.moved(columns: 2, rows: 1)
  }

  func use(_ theme: Theme) { inner.use(theme) }
  func redraw() { inner.redraw() }
  func suspend() { inner.suspend() }
  func title(_ text: String) { inner.title(text) }
  func copy(_ text: String) { inner.copy(text) }
  func leave() { inner.leave() }
}
