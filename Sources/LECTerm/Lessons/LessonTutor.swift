/// Teaches one person alone: the band says what to press, and only that goes on. Nobody gets lost, and Ctrl-G shows it.
@MainActor final class LessonTutor {
  private let lesson: Lesson
  private let display: any Display
  private let language: Language
  private let stage: LessonStage
  private let marksIdle: Bool
  private var place = 0
  private var action = 0
  /// How many keys of the action are pressed already.
  private var pressed = 0
  private var isWrong = false
  private var goesUp = false
  private var isOver = false
  private var rests = 0

  init(_ lesson: Lesson, display: any Display, language: Language, data: DataFolder?, marksIdle: Bool = false) throws {
    self.lesson = lesson
    self.display = display
    self.language = language
    self.marksIdle = marksIdle
    stage = try LessonStage(lesson, language: language, data: data)
  }

  /// Goes on until the lesson is over or the person leaves.
  func teach() throws {
    defer { stage.close() }
    while !isOver {
      try settle()
      draw()
      let key = display.readKey(timeout: nil)
      try take(key ?? .unknown)
    }
  }

  private var step: Lesson.Step? { place < lesson.steps.count ? lesson.steps[place] : nil }

  private var current: Lesson.Action? {
    guard let step, action < step.actions.count else { return nil }
    return step.actions[action]
  }

  /// The key that is waited for; nil where something else is to be done first.
  private var wanted: Key? {
    switch current?.what {
    case .keys(let keys, _): pressed < keys.count ? keys[pressed] : nil
    case .type(let text, let enter):
      text.unicodeScalars.dropFirst(pressed).first.map { .char($0) }
        ?? (enter && pressed == text.unicodeScalars.count ? .enter : nil)
    case .to(let text): stage.canvas.chosenLine.contains(text) ? nil : goesUp ? .up : .down
    case .clock, .sit, .run, nil: nil
    }
  }

  /// Goes past what is done, and does what no key does.
  private func settle() throws {
    while let action = current, wanted == nil {
      switch action.what {
      case .clock, .sit, .run: try stage.perform(action)
      case .keys, .type, .to: break
      }
      nextAction()
    }
    // A step of keys that are all pressed gives way to the next; one only to look at waits for Enter.
    if let step, !step.actions.isEmpty, current == nil { nextStep() }
    if let next = self.step, !next.actions.isEmpty, wanted == nil, current != nil { try settle() }
  }

  private func nextAction() {
    action += 1
    pressed = 0
    goesUp = false
  }

  private func nextStep() {
    place += 1
    action = 0
    pressed = 0
    goesUp = false
  }

  private func take(_ key: Key) throws {
    isWrong = false
    switch key {
    case .closed, .function(10), .control("q"), .control("c"): isOver = true
    case .suspend: display.suspend()
    case .resized, .unknown: break
    case .control("g"): try showIt()
    default:
      guard let step else {
        isOver = true
        return
      }
      if step.actions.isEmpty {
        if key == .enter || key == .char(" ") || key == .right { nextStep() }
      } else if let wanted, key == wanted || key.folded == wanted || key.folded == wanted.folded {
        let before = stage.canvas
        stage.press(wanted)
        pressed += 1
        if case .to? = current?.what, stage.canvas == before { goesUp = true }
      } else {
        isWrong = true
      }
    }
  }

  /// Does the rest of the step for the learner.
  private func showIt() throws {
    guard let step else { return }
    while place < lesson.steps.count, lesson.steps[place] == step, let wanted {
      let before = stage.canvas
      stage.press(wanted)
      pressed += 1
      if case .to? = current?.what, stage.canvas == before {
        if goesUp { nextAction() }
        goesUp = true
      }
      try settle()
    }
    if step.actions.isEmpty { nextStep() }
  }

  private func draw() {
    let keys: String
    if step == nil {
      keys = language.text("lesson.learn.end")
    } else if let wanted {
      let name: String
      if case .char(let letter) = wanted, letter != " " {
        name = String(letter)
      } else {
        name = wanted.name?.text ?? ""
      }
      keys = language.text(isWrong ? "lesson.learn.wrong" : "lesson.learn.press", [.text("key", rest(name))])
    } else {
      keys = language.text("lesson.learn.look")
    }
    let heading =
      step.map {
        language.text(
          "lesson.heading",
          [
            .text("title", lesson.title), .number("step", place + 1), .number("count", lesson.steps.count),
            .text("name", $0.title),
          ])
      } ?? language.text("lesson.end", [.text("title", lesson.title)])
    var band = LessonBand(heading: heading, say: step?.say ?? [], keys: keys)
    if isWrong { band.keysInk = .error }
    display.show(band.drawn(below: stage.canvas, size: display.size))
    rests += 1
    if marksIdle { display.title("idle lesson \(rests)") }
  }

  /// What is still to be pressed of this action: a word to type is shown whole.
  private func rest(_ name: String) -> String {
    switch current?.what {
    case .type(let text, let enter):
      let left = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(pressed)))
      return left.isEmpty ? name : "“\(left)”" + (enter ? " Enter" : "")
    case .to(let text): return "\(name) (\(text))"
    default: return name
    }
  }
}
