import LECModel
import LECStore

/// Where the program does not do what a lesson says.
struct LessonDifference: Sendable {
  enum What: Equatable, Sendable {
    case see(String), not(String), chosen(String)
    /// No row with this text was found.
    case to(String)
    /// A command of the command line failed.
    case run(String, status: Int32)
    /// A goal is met before anything was done, or not met although everything was.
    case goalMet(Int), goalMissed(Int)
  }

  var step: Int
  var title: String
  var line: Int
  var what: What
  var screen: [String]

  /// What was expected, in words.
  var words: Words {
    let values: [TextValue]
    switch what {
    case .see(let text), .not(let text), .chosen(let text), .to(let text): values = [.text("text", text)]
    case .run(let command, let status): values = [.text("text", command), .number("status", Int(status))]
    case .goalMet(let number), .goalMissed(let number): values = [.number("number", number)]
    }
    return .key(TextKey("lessonDifference.\(name)"), values)
  }

  private var name: String {
    switch what {
    case .see: "see"
    case .not: "not"
    case .chosen: "chosen"
    case .to: "to"
    case .run: "run"
    case .goalMet: "goalMet"
    case .goalMissed: "goalMissed"
    }
  }
}

/// Runs a lesson against the real program; the first difference ends it.
@MainActor struct LessonCheck {
  let language: Language
  let data: DataFolder?

  func check(_ lesson: Lesson) throws -> LessonDifference? {
    let stage = try LessonStage(lesson, language: language, data: data)
    defer { stage.close() }
    for number in lesson.steps.indices {
      if let difference = try Self.run(lesson, number, on: stage) { return difference }
    }
    return try lesson.exercise.flatMap { try check($0, of: lesson) }
  }

  /// Does one step and compares.
  static func run(_ lesson: Lesson, _ number: Int, on stage: LessonStage) throws -> LessonDifference? {
    let step = lesson.steps[number]
    for action in step.actions {
      if let what = try Self.perform(action, on: stage) {
        return LessonDifference(
          step: number + 1, title: step.title, line: action.line, what: what, screen: stage.canvas.lines)
      }
    }
    let missed = step.expected.first { !$0.holds(on: stage.canvas) }
    return missed.map {
      LessonDifference(
        step: number + 1, title: step.title, line: $0.line, what: $0.difference, screen: stage.canvas.lines)
    }
  }

  private static func perform(_ action: Lesson.Action, on stage: LessonStage) throws -> LessonDifference.What? {
    do {
      try stage.perform(action)
      return nil
    } catch let trouble as LessonStage.Trouble {
      switch (trouble, action.what) {
      case (.command(let status), .run(let words)): return .run(words.joined(separator: " "), status: status)
      case (.notReached(let text), _): return .to(text)
      case (.command(let status), _): return .run("", status: status)
      }
    }
  }

  /// The exercise on a file of its own: not done at first, done after its solution.
  private func check(_ exercise: Lesson.Exercise, of lesson: Lesson) throws -> LessonDifference? {
    let stage = try LessonStage(lesson, language: language, data: data)
    defer { stage.close() }
    func difference(_ what: LessonDifference.What, _ line: Int) -> LessonDifference {
      LessonDifference(
        step: lesson.steps.count + 1, title: exercise.title, line: line, what: what, screen: stage.canvas.lines)
    }
    guard let store = stage.store else { return nil }
    let begun = try store.eventCount(), sent = try store.filesMade()
    let line = exercise.solution.first?.line ?? 0
    if let early = exercise.goals.firstIndex(where: { $0.isMet(by: LessonTrace()) }), exercise.goals.count == 1 {
      return difference(.goalMet(early + 1), line)
    }
    for action in exercise.solution {
      if let what = try Self.perform(action, on: stage) { return difference(what, action.line) }
    }
    let trace = LessonTrace(
      events: try store.events(after: begun, limit: .max), sent: try store.filesMade() - sent)
    let missed = exercise.goals.firstIndex { !$0.isMet(by: trace) }
    return missed.map { difference(.goalMissed($0 + 1), line) }
  }
}

extension Lesson.Expectation {
  /// Whether the screen shows what is expected.
  func holds(on canvas: Canvas) -> Bool {
    switch what {
    case .see: canvas.lines.contains { Self.row($0, has: text) }
    case .not: !canvas.lines.contains { Self.row($0, has: text) }
    case .chosen: Self.row(canvas.chosenLine, has: text)
    }
  }

  var difference: LessonDifference.What {
    switch what {
    case .see: .see(text)
    case .not: .not(text)
    case .chosen: .chosen(text)
    }
  }

  /// Whether a row holds the parts of a text, which ` ... ` divides, one after the other.
  static func row(_ row: String, has text: String) -> Bool {
    // Letter by letter: a vowel sign at the end of what is looked for may go on with a tone mark.
    var rest = Array(row.unicodeScalars)[...]
    for part in text.split(separator: " ... ") {
      guard let found = rest.firstRange(of: Array(part.unicodeScalars)) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
