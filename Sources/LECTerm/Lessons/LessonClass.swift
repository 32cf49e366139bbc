import LECModel
import LECStore

/// What a class does with lessons: sees them played, learns alone, does exercises, and is told how it went.
@MainActor enum LessonClass {
  static func play(_ lesson: Lesson, _ call: inout Call) throws -> ExitStatus {
    let speed = try speed(call)
    if let path = call.arguments["cast"] {
      if FileCare.exists(path) { throw StoreError.exists(path: path) }
      try FileCare.write(try cast(lesson, call.language, call.data, speed: speed), to: path)
      call.say(.key("lesson.cast", [.text("path", path), .number("count", lesson.steps.count)]))
      return .done
    }
    let display = try App.lessonDisplay(call.data, isPlain: call.arguments.has("plain"))
    defer { display.leave() }
    let player = try LessonPlayer(
      lesson, display: display, language: call.language, data: call.data, speed: speed,
      isAlone: call.arguments.has("auto"), marksIdle: App.marksIdle)
    try player.play()
    return .done
  }

  /// A lesson played by itself, as the bytes of a recording.
  static func cast(_ lesson: Lesson, _ language: Language, _ data: DataFolder?, speed: Double) throws -> [UInt8] {
    let size = Size(columns: Size.smallest.columns, rows: Size.smallest.rows + LessonBand.rows)
    let display = CastDisplay(size: size, theme: Themes.theme(Themes.standard, in: data), title: lesson.title)
    let player = try LessonPlayer(
      lesson, display: display, language: language, data: data, speed: speed, isAlone: true)
    player.onStep = { display.chapter($0) }
    display.chapter(player.chapter)
    try player.play()
    return display.bytes
  }

  private static func speed(_ call: Call) throws -> Double {
    guard let text = call.arguments["speed"] else { return 1 }
    guard let speed = Double(text), speed >= 0.1, speed <= 100 else {
      throw UsageError("cli.lesson-speed", [.text("value", text)])
    }
    return speed
  }

  static func learn(_ lesson: Lesson, _ call: Call) throws -> ExitStatus {
    let display = try App.lessonDisplay(call.data, isPlain: call.arguments.has("plain"))
    defer { display.leave() }
    try LessonTutor(
      lesson, display: display, language: call.language, data: call.data, marksIdle: App.marksIdle
    ).teach()
    return .done
  }

  static func exercise(_ lesson: Lesson, _ call: inout Call) throws -> ExitStatus {
    let exercise = try LessonExercise(
      lesson, folder: call.arguments["dir"] ?? Places.exercises,
      learner: TextForm.clean(call.arguments["name"] ?? ""), call.language.code)
    let path = exercise.path
    do {
      defer { exercise.store.close() }
      try App.run(exercise, language: call.language, data: call.data, isPlain: call.arguments.has("plain"))
    }
    let result = try LessonExercise.result(in: path, shelf: LessonShelf(data: call.data))
    if let result { call.say(line(of: result, call.language)) }
    return result?.isDone == true ? .done : .findings
  }

  static func result(_ call: inout Call) throws -> ExitStatus {
    let places = call.arguments.free.count > 1 ? Array(call.arguments.free.dropFirst()) : [Places.exercises]
    let shelf = LessonShelf(data: call.data)
    var results: [LessonResult] = []
    for place in places {
      let files = Places.files(under: place, ending: ".db")
      if files.isEmpty { call.note(call.language.text("lesson.result.none", [.text("path", place)])) }
      for file in files { if let found = try LessonExercise.result(in: file, shelf: shelf) { results.append(found) } }
    }
    results.sort { ($0.learner, $0.lesson) < ($1.learner, $1.lesson) }
    if call.wantsJSON {
      call.say(JSON.object([("results", .list(results.map(json)))]).written)
    } else {
      for result in results { call.say(line(of: result, call.language)) }
      call.say(
        .key("lesson.result.sum", [.number("done", results.count { $0.isDone }), .number("count", results.count)]))
    }
    return results.allSatisfy(\.isDone) ? .done : .findings
  }

  private static func line(of result: LessonResult, _ language: Language) -> Words {
    let number = Int(result.lesson.prefix { $0.isNumber }) ?? 0
    return .key(
      "lesson.result",
      [
        .text("learner", result.learner.isEmpty ? language.text("lesson.result.nobody") : result.learner),
        .figures("number", String(number)), .text("title", result.title), .figures("done", String(result.met)),
        .figures("count", String(result.goals)), .figures("hints", String(result.hints)),
        .figures("acts", String(result.acts)), .figures("minutes", String(result.minutes)),
      ])
  }

  private static func json(_ result: LessonResult) -> JSON {
    .object([
      ("learner", .text(result.learner)), ("lesson", .text(result.lesson)), ("title", .text(result.title)),
      ("done", .flag(result.isDone)), ("met", .number(result.met)), ("goals", .number(result.goals)),
      ("hints", .number(result.hints)), ("entries", .number(result.acts)), ("minutes", .number(result.minutes)),
      ("file", .text(result.path)),
    ])
  }
}
