import LECModel

/// A lesson as text, for the trainer's own sheet.
struct LessonText {
  let language: Language

  func lines(of lesson: Lesson) -> [String] {
    var out = head(of: lesson)
    for (number, step) in lesson.steps.enumerated() { out += lines(of: step, number: number + 1) }
    if let exercise = lesson.exercise {
      out += ["", language.text("lesson.exercise", [.text("title", exercise.title)])]
      out += exercise.task.flatMap { Wrap.lines($0, width: LessonReader.sayColumns) }.map { "   " + $0 }
    }
    return out
  }

  func head(of lesson: Lesson) -> [String] {
    [
      language.text(
        "lesson.line",
        [.figures("number", String(lesson.number)), .text("title", lesson.title), .number("minutes", lesson.minutes)])
    ]
  }

  func lines(of step: Lesson.Step, number: Int) -> [String] {
    ["", "\(language.digits.written(number)). \(step.title)"]
      + step.say.flatMap { Wrap.lines($0, width: LessonReader.sayColumns) }.map { "   " + $0 }
      + step.actions.map { "   > " + words(of: $0) }
      + step.expected.filter { $0.what != .not }.map { "   = " + $0.text }
  }

  /// What is done, as it is told to a class.
  func words(of action: Lesson.Action) -> String {
    switch action.what {
    case .keys(_, let word): word
    case .type(let text, let enter): language.text("lesson.type", [.text("text", text)]) + (enter ? " Enter" : "")
    case .to(let text): language.text("lesson.to", [.text("text", text)])
    case .clock(let moment): language.text("lesson.clock", [.words("time", Dates.moment(moment))])
    case .sit(let seat): language.text("lesson.sit", [.text("unit", seat.unit.text)])
    case .run(let words): "$ lecterm " + words.joined(separator: " ")
    }
  }
}
