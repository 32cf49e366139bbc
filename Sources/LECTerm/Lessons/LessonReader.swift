import LECModel
import LECStore

/// Reads the plain text of a lesson. A line is a word and what it is about; `#` begins a comment line.
struct LessonReader {
  private var lesson: Lesson
  private let file: String
  private var line = 0

  /// How many rows of 76 columns there are for what is said at one step.
  static let sayRows = 4, sayColumns = 76

  static func read(_ text: String, name: String) throws(LessonFault) -> Lesson {
    var reader = LessonReader(name: name)
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      reader.line = index + 1
      try reader.take(String(raw))
    }
    try reader.finish()
    return reader.lesson
  }

  private init(name: String) {
    lesson = Lesson(name: name)
    file = name
  }

  private func fault(_ what: LessonFault.What, _ word: String = "", at line: Int? = nil) -> LessonFault {
    LessonFault(file: file, line: line ?? self.line, what: what, word: word)
  }

  private mutating func take(_ raw: String) throws(LessonFault) {
    let text = Self.trimmed(raw)
    guard !text.isEmpty, !text.hasPrefix("#") else { return }
    let word = String(text.prefix { $0 != " " && $0 != "\t" })
    let rest = Self.trimmed(String(text.dropFirst(word.count)))
    guard !rest.isEmpty else { throw fault(Self.words.contains(word) ? .empty : .word, word) }
    switch word {
    case "title", "minutes", "set", "policy", "clock", "children", "done", "at", "door":
      if lesson.steps.isEmpty, lesson.exercise == nil {
        try takeSetting(word, rest)
      } else {
        try takeAction(word, rest)
      }
    case "step":
      guard lesson.exercise == nil else { throw fault(.word, word) }
      lesson.steps.append(Lesson.Step(title: rest, line: line))
    case "say": try takeSaid(rest)
    case "see", "not", "chosen":
      guard !lesson.steps.isEmpty, lesson.exercise == nil, let what = Lesson.Expectation.What(rawValue: word) else {
        throw fault(.noStep, word)
      }
      lesson.steps[lesson.steps.count - 1].expected.append(Lesson.Expectation(what: what, text: rest, line: line))
    case "keys", "type", "enter", "to", "run": try takeAction(word, rest)
    case "exercise": lesson.exercise = Lesson.Exercise(title: rest)
    case "task": try takeExercise { $0.task.append(rest) }
    case "hint": try takeExercise { $0.hints.append(rest) }
    case "goal":
      guard let goal = LessonGoal(rest) else { throw fault(.goal, rest) }
      try takeExercise { $0.goals.append(goal) }
    default: throw fault(.word, word)
    }
  }

  private static let words: Set<String> = [
    "title", "minutes", "set", "policy", "clock", "children", "done", "at", "door", "step", "say", "see", "not",
    "chosen",
    "keys", "type", "enter", "to", "run", "exercise", "task", "hint", "goal",
  ]

  private mutating func takeSetting(_ word: String, _ rest: String) throws(LessonFault) {
    switch word {
    case "title": lesson.title = rest
    case "minutes":
      guard let minutes = Int(rest), (1...120).contains(minutes) else { throw fault(.value, rest) }
      lesson.minutes = minutes
    case "set":
      if rest == "tree" {
        lesson.setting.kind = nil
      } else {
        guard let kind = TrainingSet.Kind(rawValue: rest) else { throw fault(.value, rest) }
        lesson.setting.kind = kind
      }
    case "policy":
      guard let policy = EditPolicy(rawValue: rest) else { throw fault(.value, rest) }
      lesson.setting.policy = policy
    case "clock": lesson.setting.clock = try moment(rest)
    case "children":
      guard let count = Int(rest), (1...2000).contains(count) else { throw fault(.value, rest) }
      lesson.setting.children = count
    case "done":
      let parts = rest.split(separator: " ").map(String.init)
      guard let first = parts.first, let far = Lesson.Done.Far(rawValue: first) else { throw fault(.value, rest) }
      let units = parts.count == 1 ? [nil] : parts.dropFirst().map { UnitCode($0) as UnitCode? }
      lesson.setting.done += units.map { Lesson.Done(unit: $0, far: far, line: line) }
    default: lesson.setting.seat = seat(word, rest)
    }
  }

  private func seat(_ word: String, _ rest: String) -> Lesson.Seat {
    let parts = rest.split(separator: " ").map(String.init)
    let user = parts.count > 1 ? parts[1] : parts[0]
    return Lesson.Seat(unit: UnitCode(parts[0]), user: word == "door" ? nil : UserName(user))
  }

  private func moment(_ text: String) throws(LessonFault) -> Moment {
    guard let moment = Moment(iso: text) else { throw fault(.time, text) }
    return moment
  }

  private mutating func takeSaid(_ text: String) throws(LessonFault) {
    guard !lesson.steps.isEmpty, lesson.exercise == nil else { throw fault(.noStep, "say") }
    let place = lesson.steps.count - 1
    lesson.steps[place].say.append(text)
    let rows = lesson.steps[place].say.reduce(0) { $0 + Wrap.lines($1, width: Self.sayColumns).count }
    if rows > Self.sayRows { throw fault(.tooLong, text) }
  }

  private mutating func takeAction(_ word: String, _ rest: String) throws(LessonFault) {
    let what: Lesson.Action.What
    switch word {
    case "keys":
      var keys: [Key] = []
      for part in rest.split(separator: " ").map(String.init) {
        guard let some = LessonKeys.keys(part) else { throw fault(.key, part) }
        keys += some
      }
      what = .keys(keys, word: rest)
    case "type": what = .type(Self.filled(rest), enter: false)
    case "enter": what = .type(Self.filled(rest), enter: true)
    case "to": what = .to(rest)
    case "clock": what = .clock(try moment(rest))
    case "at", "door": what = .sit(seat(word, rest))
    case "run": what = .run(rest.split(separator: " ").map(String.init))
    default: throw fault(.word, word)
    }
    let action = Lesson.Action(what: what, line: line)
    if lesson.exercise != nil {
      lesson.exercise?.solution.append(action)
    } else if lesson.steps.isEmpty {
      throw fault(.noStep, word)
    } else {
      lesson.steps[lesson.steps.count - 1].actions.append(action)
    }
  }

  /// Passwords of training files are named, so that a lesson never goes wrong when they change.
  private static func filled(_ text: String) -> String {
    text.replacing("{password}", with: TrainingSet.password)
      .replacing("{first-password}", with: TrainingSet.firstPassword)
  }

  private mutating func takeExercise(_ change: (inout Lesson.Exercise) -> Void) throws(LessonFault) {
    guard var exercise = lesson.exercise else { throw fault(.exercise) }
    change(&exercise)
    lesson.exercise = exercise
  }

  private func finish() throws(LessonFault) {
    if lesson.title.isEmpty { throw fault(.noTitle, at: 1) }
    if lesson.steps.isEmpty { throw fault(.noSteps) }
    if let exercise = lesson.exercise {
      let isWhole =
        !exercise.task.isEmpty && !exercise.goals.isEmpty && exercise.hints.count == 3 && !exercise.solution.isEmpty
      if !isWhole { throw fault(.exercise, exercise.title) }
    }
  }

  private static func trimmed(_ text: String) -> String {
    func isBlank(_ letter: Character) -> Bool { letter == " " || letter == "\t" || letter == "\r" || letter == "\r\n" }
    let start = text.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(start[...last])
  }
}
