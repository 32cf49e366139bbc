import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("Learning alone")
struct LessonAlone_Tests {
  private let language: Language

  init() {
    var english = Spoken.language
    english.code = .english
    language = english
  }

  @Test("only the key that is wanted goes on, and Ctrl-G shows the step")
  func tutor() throws {
    let lesson = try LessonShelf(data: Spoken.folder).find("00-ten-minutes", .english)
    // Look, then a wrong key, the right one, and a step that is shown.
    let display = ScriptedDisplay([.enter, .char("z"), .enter, .control("g"), .function(10)])
    try LessonTutor(lesson, display: display, language: language, data: Spoken.folder).teach()
    #expect(display.rested[0][29].contains("Enter goes on"))
    #expect(display.rested[1][29].contains("Press  Enter"))
    #expect(display.rested[2][29].contains("Not that one"))
    #expect(display.rested[3][24].contains("3/13 Open a class"))
    #expect(display.rested[4][24].contains("4/13 Here"))
  }

  @Test("whoever presses what is said comes to the end, in both languages", arguments: Language.Code.allCases)
  func toTheEnd(code: Language.Code) throws {
    var language = Spoken.language
    language.code = code
    let lesson = try LessonShelf(data: Spoken.folder).find("00-ten-minutes", code)
    let display = ScriptedDisplay([.enter] + Array(repeating: .control("g"), count: 12) + [.enter])
    try LessonTutor(lesson, display: display, language: language, data: Spoken.folder).teach()
    #expect(display.rested.contains { $0[29].contains(language.text("lesson.learn.end")) })
  }

  @Test("the first start offers to be taught, and comes back to the offer")
  func offered() throws {
    let sitting = try Sitting(user: nil)
    sitting.open(.setUp)
    sitting.expect(sitting.said("setup.learn"))
    sitting.press(.enter)
    #expect(sitting.desk.wantsLesson)
  }

  @Test("a file that is sent is counted from when the exercise began, though no entry is made by it")
  func sending() throws {
    let folder = TemporaryFolder()
    let shelf = LessonShelf(data: Spoken.folder)
    let lesson = try shelf.find("7", .english)
    let exercise = try LessonExercise(lesson, folder: folder.file("lek"), learner: "เล็ก", .english)
    // The tree was exchanged when it was made: that was not the learner.
    #expect(try exercise.store.filesMade() > 0)
    #expect(try exercise.met() == [false])
    _ = try exercise.store.makeBundle(for: UnitCode("05990101"), by: UserName("3099000002"))
    #expect(try exercise.met() == [true])
    exercise.store.close()
    let result = try #require(try LessonExercise.result(in: exercise.path, shelf: shelf))
    #expect(result.isDone)
  }

  @Test("an exercise is seen to be done from its events; hints and all else stand in its file and on the sheet")
  func exercise() throws {
    let folder = TemporaryFolder()
    let shelf = LessonShelf(data: Spoken.folder)
    let lesson = try shelf.find("6", .english)
    let exercise = try LessonExercise(lesson, folder: folder.file("x/lek"), learner: "เล็ก", .english)
    let typing: [Key] = [.control("u"), .char("3"), .control("s")]
    let inner = ScriptedDisplay(
      [.char("h"), .enter, .char("/"), .enter, .enter] + Array(repeating: .down, count: 8) + typing + [.control("g")])
    let display = ExerciseDisplay(inner, exercise, language: language)
    let desk = Desk(store: exercise.store, path: exercise.path, data: Spoken.folder)
    desk.session = try exercise.session()
    let app = App(display: display, desk: desk, language: language, isPlain: false, marksIdle: false, first: nil)
    app.open(.home)
    app.loop()
    #expect(inner.rested[0].contains { $0.contains("Put the girl กมลชนก") })
    #expect(inner.rested[0][29].contains("0/1 done"))
    #expect(inner.rested[1].contains { $0.contains("Hint 1: / opens the list") })
    #expect(inner.last[29].contains("all done"))
    exercise.store.close()
    let result = try #require(try LessonExercise.result(in: exercise.path, shelf: shelf))
    #expect(result.isDone && result.hints == 1 && result.learner == "เล็ก" && result.acts == 1)

    let other = try LessonExercise(lesson, folder: folder.file("x/yai"), learner: "ใหญ่", .english)
    other.store.close()
    let shell = try Shell(children: 1)
    let sheet = shell.plain("lesson", "result", folder.file("x"))
    #expect(sheet.status == 1)
    #expect(sheet.output.contains("เล็ก  6. An edit in an open round: 1/1 done · hints 1"))
    #expect(sheet.output.contains("1 of 2 exercises done"))
    let json = shell.plain("lesson", "result", folder.file("x"), "--json").json?["results"]?.items.first
    #expect(
      json?.keys == ["learner", "lesson", "title", "done", "met", "goals", "hints", "entries", "minutes", "file"])
  }
}
