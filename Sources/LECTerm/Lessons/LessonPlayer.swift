/// Plays a lesson before a class: the program above, what to say below it, forwards and back with keys or by itself.
@MainActor final class LessonPlayer {
  private let lesson: Lesson
  private let display: any Display
  private let language: Language
  private let data: DataFolder?
  /// How much faster than usual keys are typed, and texts stand where it plays by itself.
  private let speed: Double
  private let marksIdle: Bool
  private var stage: LessonStage
  /// The step whose text is shown; its keys come when it goes on. As many as there are: the end.
  private var place = 0
  private var playsAlone: Bool
  /// Whether somebody tries for himself.
  private var isHandedOver = false
  private var isHurried = false
  private var trouble = ""
  private var rests = 0
  private var isOver = false

  /// `isAlone`: it goes on by itself after the time that reading takes.
  init(
    _ lesson: Lesson, display: any Display, language: Language, data: DataFolder?, speed: Double = 1,
    isAlone: Bool = false, marksIdle: Bool = false
  ) throws {
    self.lesson = lesson
    self.display = display
    self.language = language
    self.data = data
    self.speed = max(0.1, speed)
    self.marksIdle = marksIdle
    playsAlone = isAlone
    stage = try LessonStage(lesson, language: language, data: data)
  }

  /// Goes on until the person leaves, or by itself to the end.
  func play() throws {
    defer { stage.close() }
    while !isOver {
      draw()
      mark()
      let key = display.readKey(timeout: playsAlone ? readingTime : nil)
      try take(key)
    }
  }

  /// The name of the step that is shown, for chapters of a recording.
  var chapter: String { place < lesson.steps.count ? lesson.steps[place].title : "" }
  /// Told when another step is shown.
  var onStep: (String) -> Void = { _ in }

  private func take(_ key: Key?) throws {
    switch key {
    case nil: if playsAlone { try forward() }
    case .closed: isOver = true
    case .suspend: display.suspend()
    case .resized: break
    case .control("g"):
      if isHandedOver { try go(to: place) }
      isHandedOver.toggle()
      if isHandedOver { playsAlone = false }
    case .some(let key) where isHandedOver: stage.press(key)
    case .enter, .right, .pageDown, .down, .char(" "): try forward()
    case .left, .pageUp, .up, .backspace: try go(to: max(0, place - 1))
    case .home: try go(to: 0)
    case .escape, .function(10), .control("c"), .control("q"): isOver = true
    case .some(let key):
      switch key.folded {
      case .char("n"): try forward()
      case .char("b"): try go(to: max(0, place - 1))
      case .char("p"): playsAlone.toggle()
      case .char("q"), .char("Q"): isOver = true
      default: break
      }
    }
  }

  private func forward() throws {
    trouble = ""
    guard place < lesson.steps.count else {
      isOver = true
      return
    }
    isHurried = false
    stage.watch = { [unowned self] in self.show($0) }
    try perform(lesson.steps[place])
    stage.watch = { _ in }
    place += 1
    onStep(chapter)
  }

  private func perform(_ step: Lesson.Step) throws {
    for action in step.actions {
      do { try stage.perform(action) } catch let problem as LessonStage.Trouble {
        // A class must not wait for a lesson that went wrong: it is told, and goes on.
        if case .notReached(let text) = problem { trouble = text }
      }
    }
  }

  /// Begins anew and does everything up to that step at once.
  private func go(to step: Int) throws {
    trouble = ""
    stage.close()
    stage = try LessonStage(lesson, language: language, data: data)
    for done in lesson.steps.prefix(step) { try perform(done) }
    place = step
    onStep(chapter)
  }

  private func show(_ beat: LessonStage.Beat) {
    guard !isHurried else { return }
    draw()
    let pause: Double = beat == .letter ? 60 : beat == .key ? 450 : 900
    // Whoever presses a key meanwhile wants to see the end of it.
    if display.readKey(timeout: .milliseconds(Int(pause / speed))) != nil { isHurried = true }
  }

  private var readingTime: Duration {
    let letters = place < lesson.steps.count ? lesson.steps[place].say.reduce(0) { $0 + $1.unicodeScalars.count } : 20
    return .milliseconds(Int(Double(1500 + letters * 45) / speed))
  }

  private func draw() { display.show(band.drawn(below: stage.canvas, size: display.size)) }

  private func mark() {
    rests += 1
    if marksIdle { display.title("idle lesson \(rests)") }
  }

  private var band: LessonBand {
    let text = LessonText(language: language)
    guard place < lesson.steps.count else {
      return LessonBand(
        heading: language.text("lesson.end", [.text("title", lesson.title)]), say: lesson.exercise?.task ?? [],
        keys: language.text(isHandedOver ? "lesson.keys.hands" : "lesson.keys.end"))
    }
    let step = lesson.steps[place]
    let heading = language.text(
      "lesson.heading",
      [
        .text("title", lesson.title), .number("step", place + 1), .number("count", lesson.steps.count),
        .text("name", step.title),
      ])
    var band = LessonBand(heading: heading, say: step.say, keys: "")
    if isHandedOver {
      band.keys = language.text("lesson.keys.hands")
    } else if !trouble.isEmpty {
      band.keys = language.text("lessonDifference.to", [.text("text", trouble)])
      band.keysInk = .error
    } else {
      let pressed = step.actions.map { text.words(of: $0) }.joined(separator: " · ")
      band.keys = (pressed.isEmpty ? "" : "[ \(pressed) ]  ") + language.text("lesson.keys")
    }
    return band
  }
}
