import LECModel
import LECStore

/// Lessons for a class: listed, printed, played, and checked against the program that stands here.
struct LessonVerb: Verb {
  let name = "lesson"
  let usage = """
    list [--json]
    show NAME [--screens]
    play NAME [--speed X] [--auto] [--cast FILE] [--plain]
    learn [NAME] [--plain]
    exercise NAME [--name LEARNER] [--dir DIR] [--plain]
    result [DIR...] [--json]
    check NAME|FILE.txt... | --all [--json]
    """
  let most = 100
  var plain: Set<String> { ["all", "screens", "auto", "plain"] }
  var valued: Set<String> { ["speed", "cast", "name", "dir"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch try SubVerb.of(call, ["list", "show", "play", "learn", "exercise", "result", "check"]) {
    case "list": return try list(&call)
    case "show":
      return try show(&call)
    case "play": return try LessonClass.play(try one(call), &call)
    case "learn":
      let first = LessonShelf(data: call.data).names(call.language.code).first ?? ""
      let lesson =
        try call.arguments.free.count > 1 ? one(call) : LessonShelf(data: call.data).find(first, call.language.code)
      return try LessonClass.learn(lesson, call)
    case "exercise": return try LessonClass.exercise(try one(call), &call)
    case "result": return try LessonClass.result(&call)
    default: return try check(&call)
    }
  }

  /// The one lesson that is named.
  private func one(_ call: Call) throws -> Lesson {
    guard call.arguments.free.count == 2 else { throw UsageError("cli.lesson-which") }
    return try LessonShelf(data: call.data).find(call.arguments.free[1], call.language.code)
  }

  /// The lesson as text, with the screens it leads to where they are wanted.
  private func show(_ call: inout Call) throws -> ExitStatus {
    let lesson = try one(call)
    let text = LessonText(language: call.language)
    guard call.arguments.has("screens") else {
      text.lines(of: lesson).forEach { call.say($0) }
      return .done
    }
    let stage = try LessonStage(lesson, language: call.language, data: call.data)
    defer { stage.close() }
    var status = ExitStatus.done
    (text.head(of: lesson) + stage.canvas.lines.map { "  | " + $0 }).forEach { call.say($0) }
    for number in lesson.steps.indices {
      text.lines(of: lesson.steps[number], number: number + 1).forEach { call.say($0) }
      let difference = try LessonCheck.run(lesson, number, on: stage)
      stage.canvas.lines.forEach { call.say("  | " + $0) }
      guard let difference else { continue }
      call.say(difference.words)
      status = .findings
    }
    return status
  }

  private func list(_ call: inout Call) throws -> ExitStatus {
    let shelf = LessonShelf(data: call.data)
    let lessons = try shelf.names(call.language.code).map { try shelf.lesson($0, call.language.code) }
    if call.wantsJSON {
      let items = lessons.map { lesson in
        JSON.object([
          ("number", .number(lesson.number)), ("name", .text(lesson.name)), ("title", .text(lesson.title)),
          ("minutes", .number(lesson.minutes)), ("steps", .number(lesson.steps.count)),
          ("exercise", .flag(lesson.exercise != nil)),
        ])
      }
      call.say(JSON.object([("lessons", .list(items))]).written)
      return .done
    }
    for lesson in lessons {
      call.say(
        .key(
          lesson.exercise == nil ? "lesson.line" : "lesson.line.exercise",
          [
            .figures("number", String(lesson.number)), .text("title", lesson.title),
            .number("minutes", lesson.minutes),
          ]))
    }
    return .done
  }

  /// Both languages for all, the one spoken for what is named.
  private func wanted(_ call: Call) throws -> [(Language.Code, Lesson)] {
    let shelf = LessonShelf(data: call.data)
    if call.arguments.has("all") {
      return try Language.Code.allCases.flatMap { code in
        try shelf.names(code).map { (code, try shelf.lesson($0, code)) }
      }
    }
    guard call.arguments.free.count > 1 else { throw UsageError("cli.lesson-which") }
    return try call.arguments.free.dropFirst().map { (call.language.code, try shelf.find($0, call.language.code)) }
  }

  private func check(_ call: inout Call) throws -> ExitStatus {
    var items: [JSON] = []
    var status = ExitStatus.done
    for (code, lesson) in try wanted(call) {
      var language = call.language
      language.code = code
      let difference = try LessonCheck(language: language, data: call.data).check(lesson)
      if difference != nil { status = .findings }
      items.append(json(lesson, code, difference, call.language))
      if !call.wantsJSON { tell(lesson, code, difference, &call) }
    }
    if call.wantsJSON { call.say(JSON.object([("lessons", .list(items))]).written) }
    return status
  }

  private func tell(_ lesson: Lesson, _ code: Language.Code, _ difference: LessonDifference?, _ call: inout Call) {
    guard let difference else {
      call.say(.key("lesson.good", [.text("name", lesson.name), .text("language", code.rawValue)]))
      return
    }
    call.say(
      .key(
        "lesson.differs",
        [
          .text("name", lesson.name), .text("language", code.rawValue), .number("step", difference.step),
          .text("title", difference.title), .figures("line", String(difference.line)),
        ]))
    call.say(difference.words)
    for row in difference.screen { call.say("  | " + row) }
  }

  private func json(
    _ lesson: Lesson, _ code: Language.Code, _ difference: LessonDifference?, _ language: Language
  ) -> JSON {
    let failure = difference.map { found in
      JSON.object([
        ("step", .number(found.step)), ("line", .number(found.line)),
        ("expected", .text(found.words.said(in: language))), ("screen", .list(found.screen.map { .text($0) })),
      ])
    }
    return .object([
      ("name", .text(lesson.name)), ("language", .text(code.rawValue)), ("ok", .flag(difference == nil)),
      ("steps", .number(lesson.steps.count)), ("failure", failure ?? .null),
    ])
  }
}
