import LECModel
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("A lesson before a class")
struct LessonPlay_Tests {
  private let lesson: Lesson
  private let language: Language

  init() throws {
    lesson = try LessonShelf(data: Spoken.folder).find("1", .english)
    var english = Spoken.language
    english.code = .english
    language = english
  }

  private func play(_ keys: [Key], size: Size = Size(columns: 80, rows: 30)) throws -> ScriptedDisplay {
    let display = ScriptedDisplay(keys, size: size)
    try LessonPlayer(lesson, display: display, language: language, data: Spoken.folder).play()
    return display
  }

  @Test("the program stands above, and below it the step and what to say")
  func band() throws {
    let display = try play([.char("q")])
    #expect(display.rested.count == 1)
    #expect(display.last[0].contains("Log in"))
    #expect(display.last[24].contains("The first log-in · 1/10 The door"))
    #expect(display.last[25].contains("This is the log-in."))
    #expect(display.last[29].contains("→ next"))
  }

  @Test("forward does the step, back shows what was there before, Home begins anew")
  func forwardAndBack() throws {
    let display = try play([.right, .right, .right, .left, .left, .home, .char("q")])
    let headings = display.rested.map { row in (1...10).first { row[24].contains(" \($0)/10") } ?? 0 }
    #expect(headings == [1, 2, 3, 4, 3, 2, 1])
    #expect(display.rested[2] == display.rested[4])
    #expect(display.rested[3][0].contains("profile") || display.rested[3].joined().contains("ใบตอง"))
    #expect(display.rested[6] == display.rested[0])
  }

  @Test("Ctrl-G lets a learner try, and leads back to where the lesson was")
  func hands() throws {
    let display = try play([.control("g"), .char("x"), .char("y"), .control("g"), .char("q")])
    #expect(display.rested[1][29].contains("You try it yourself"))
    #expect(display.rested[3][8].contains("**"))
    #expect(display.last == display.rested[0])
  }

  @Test("at 80x24 the band takes the rows that say least, never the title, the cursor's row or the keys")
  func small() throws {
    let display = try play([.right, .right, .right, .right, .char("q")], size: .smallest)
    #expect(display.last.count == 24)
    #expect(display.last[0].contains("Home"))
    #expect(display.last[17].contains("? Help"))
    #expect(display.last[18].contains("5/10"))
    #expect(display.last.contains { $0.hasPrefix("> Roll-call") })
  }

  @Test("the end says so, and a key leaves")
  func end() throws {
    let display = try play(Array(repeating: .right, count: 11))
    #expect(display.last[24].contains("the end"))
    #expect(display.rested.count == 11)
  }
}

@MainActor @Suite("The recording of a lesson")
struct LessonCast_Tests {
  @Test("is an asciinema file of the second form that shows the lesson to its end, and is twice the same")
  func replays() throws {
    let shelf = LessonShelf(data: Spoken.folder)
    var language = Spoken.language
    language.code = .thai
    let lesson = try shelf.find("1", .thai)
    let bytes = try LessonClass.cast(lesson, language, Spoken.folder, speed: 2)
    #expect(try LessonClass.cast(lesson, language, Spoken.folder, speed: 2) == bytes)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    let header = try #require(JSONRead(lines[0]))
    #expect(header["version"]?.number == 2)
    #expect(header["width"]?.number == 80 && header["height"]?.number == 30)
    var screen = CastScreen(columns: 80, rows: 30)
    var before = 0.0, chapters = 0
    var sawLogIn = false
    for line in lines.dropFirst() {
      let event = try #require(CastScreen.event(line))
      #expect(event.time >= before)
      before = event.time
      if event.kind == "m" { chapters += 1 } else { screen.feed(event.text) }
      if screen.rows[0].contains("สร้างข้อมูลส่วนตัว") { sawLogIn = true }
    }
    #expect(chapters == lesson.steps.count)
    #expect(sawLogIn)
    #expect(screen.rows[24].contains("จบบทเรียน"))
    #expect(before > 10 && before < 120)
  }
}

/// As much of a terminal as recordings need: places, letters with their marks, and colours that are passed over.
struct CastScreen {
  private var cells: [[String]]
  private var row = 0, column = 0

  init(columns: Int, rows: Int) {
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  var rows: [String] { cells.map { $0.joined() } }

  mutating func feed(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}", rest.first == "[" {
        let body = rest.dropFirst().prefix { !("@"..."~").contains($0) }
        let end = rest.dropFirst(1 + body.count).first
        rest = rest.dropFirst(2 + body.count)
        guard end == "H" else { continue }
        let parts = String(String.UnicodeScalarView(body)).split(separator: ";").compactMap { Int($0) }
        (row, column) = (parts[0] - 1, parts[1] - 1)
      } else if case .mark = Glyph(scalar), column > 0 {
        cells[row][column - 1].unicodeScalars.append(scalar)
      } else {
        cells[row][column] = String(scalar)
        column += 1
      }
    }
  }

  /// The time, kind and text of one line.
  static func event(_ line: String) -> (time: Double, kind: String, text: String)? {
    let parts = line.dropFirst().dropLast().split(separator: ",", maxSplits: 2).map(String.init)
    guard parts.count == 3, let time = Double(parts[0]), let kind = JSONRead(String(parts[1].dropFirst()))?.text,
      let text = JSONRead(String(parts[2].dropFirst()))?.text
    else { return nil }
    return (time, kind, text)
  }
}
