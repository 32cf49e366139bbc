import LECModel
import Testing

@testable import LECTerm

@Suite("The form of a lesson")
struct LessonReader_Tests {
  static let good = """
    # A comment
    title    Roll-call
    minutes  5
    set      centre
    policy   open
    clock    2024-11-11T23:30
    done     checked

    step Open the class
    say  Enter does the next step.
    keys Enter Down*2 Ctrl-S p
    enter {password}
    see  1/9
    not  gone ... away
    chosen Roll-call

    exercise Alone
    task Mark them.
    goal 9+ children mark=present
    hint One.
    hint Two.
    hint Three.
    keys Enter
    """

  @Test("every kind of line is read")
  func good() throws {
    let lesson = try LessonReader.read(Self.good, name: "03-roll-call")
    #expect(lesson.number == 3)
    #expect(lesson.title == "Roll-call")
    #expect(lesson.setting.policy == .open)
    #expect(lesson.setting.clock == Moment(iso: "2024-11-11T23:30"))
    #expect(lesson.setting.done.map(\.far) == [.checked])
    let step = try #require(lesson.steps.first)
    #expect(
      step.actions.first?.what
        == .keys(
          [.enter, .down, .down, .control("s"), .char("p")], word: "Enter Down*2 Ctrl-S p"))
    #expect(step.expected.map(\.what) == [.see, .not, .chosen])
    #expect(lesson.exercise?.hints.count == 3)
    #expect(lesson.exercise?.goals.first?.orMore == true)
  }

  @Test(
    "what is wrong is told with its line and its word",
    arguments: [
      ("step Open", "stepp Open", LessonFault.What.word, 9), ("say  Enter does the next step.", "say", .empty, 10),
      ("keys Enter Down*2", "keys Entre", .key, 11), ("set      centre", "set palace", .value, 4),
      ("policy   open", "policy maybe", .value, 5), ("clock    2024-11-11T23:30", "clock noon", .time, 6),
      ("done     checked", "done nothing", .value, 7), ("title    Roll-call", "# title", .noTitle, 1),
      ("goal 9+ children mark=present", "goal many children", .goal, 19), ("hint Three.", "# hint", .exercise, 23),
      ("minutes  5", "see too early", .noStep, 3), ("minutes  5", "minutes never", .value, 3),
    ])
  func faults(line: String, instead: String, what: LessonFault.What, number: Int) {
    let text = Self.good.replacing(line, with: instead)
    #expect {
      try LessonReader.read(text, name: "x")
    } throws: { error in
      guard let fault = error as? LessonFault else { return false }
      return fault.what == what && fault.line == number
    }
  }

  @Test("what is said must fit into the band below the screen")
  func tooLong() {
    let text = "title x\nstep y\n" + String(repeating: "say words\n", count: 5) + "see z\n"
    #expect(throws: LessonFault(file: "x", line: 7, what: .tooLong, word: "words")) {
      try LessonReader.read(text, name: "x")
    }
  }

  @Test("keys are called as on the key bar")
  func keys() {
    #expect(LessonKeys.keys("F10") == [.function(10)])
    #expect(LessonKeys.keys("Shift-Tab") == [.backTab])
    #expect(LessonKeys.keys("Space") == [.char(" ")])
    #expect(LessonKeys.keys("*") == [.char("*")])
    #expect(LessonKeys.keys("?") == [.char("?")])
    #expect(LessonKeys.keys("Down*3") == [.down, .down, .down])
    #expect(LessonKeys.keys("Down*0") == nil)
    #expect(LessonKeys.keys("Enterr") == nil)
  }

  @Test("parts of a row may have anything between them")
  func rows() {
    #expect(Lesson.Expectation.row("> ตรวจตัวตน      27 คน", has: "ตรวจตัวตน ... 27"))
    #expect(!Lesson.Expectation.row("27 ตรวจตัวตน", has: "ตรวจตัวตน ... 27"))
    // A letter at the end of what is looked for may bear a mark in the row.
    #expect(Lesson.Expectation.row("ที่นี่", has: "ที่นี"))
  }
}
