import LECModel
import LECStore

/// The real program without a terminal, on the files of a lesson: keys in, canvases out.
@MainActor final class LessonStage {
  let room: LessonRoom
  private let language: Language
  private let data: DataFolder?
  private let paper: LessonPaper
  private var app: App
  private var unit: UnitCode
  /// Told after each key and each change of scene, so that a player can show it and wait.
  var watch: (Beat) -> Void = { _ in }

  enum Beat { case key, letter, scene }

  /// Why an action could not be done.
  enum Trouble: Error, Equatable {
    /// No row with that text was reached.
    case notReached(String)
    /// A command ended with this status.
    case command(Int32)
  }

  init(_ lesson: Lesson, language: Language, data: DataFolder?) throws {
    self.language = language
    self.data = data
    paper = LessonPaper()
    room = try LessonRoom(lesson)
    unit = lesson.setting.seat?.unit ?? room.first
    do {
      let seat = lesson.setting.seat ?? Lesson.Seat(unit: room.first, user: UserName(room.first.text))
      app = try Self.sit(seat, room, paper, language, data)
      app.draw()
    } catch {
      room.close()
      throw error
    }
  }

  var canvas: Canvas { paper.canvas }
  var store: Store? { try? room.store(unit) }

  func close() { room.close() }

  private static func sit(
    _ seat: Lesson.Seat, _ room: LessonRoom, _ paper: LessonPaper, _ language: Language, _ data: DataFolder?
  ) throws -> App {
    let store = try room.store(seat.unit)
    let desk = Desk(store: store, path: room.path(seat.unit), data: data)
    desk.looksAround = false
    desk.letterFolders = { LetterFolders() }
    let app = App(display: paper, desk: desk, language: language, isPlain: false, marksIdle: false, first: nil)
    if let user = seat.user {
      if user.text == seat.unit.text { try LessonWorker(store: store).settleIn() }
      desk.session = try store.logIn(user, password: TrainingSet.password)
      app.open(.home)
    }
    return app
  }

  func perform(_ action: Lesson.Action) throws {
    switch action.what {
    case .keys(let keys, _): for key in keys { press(key) }
    case .type(let text, let enter):
      for letter in text.unicodeScalars { press(.char(letter), .letter) }
      if enter { press(.enter) }
    case .to(let text): try go(to: text)
    case .clock(let moment):
      room.clock.move(to: moment)
      app.passTime(idle: .zero)
      scene()
    case .sit(let seat):
      app = try Self.sit(seat, room, paper, language, data)
      unit = seat.unit
      scene()
    case .run(let words): try run(words)
    }
  }

  /// One key, as the learner or the lesson presses it.
  func press(_ key: Key, _ beat: Beat = .key) {
    app.take(key)
    app.draw()
    watch(beat)
  }

  private func scene() {
    app.draw()
    watch(.scene)
  }

  private func go(to text: String) throws {
    for key in [Key.down, .up] {
      for _ in 0..<80 {
        if canvas.chosenLine.contains(text) { return }
        let before = canvas
        press(key)
        if canvas == before { break }
      }
    }
    throw Trouble.notReached(text)
  }

  /// Runs a command of the command line on this file and shows what it prints, until the next key.
  private func run(_ words: [String]) throws {
    let filled = words.map { $0.replacing("{folder}", with: room.folder) }
    let common = ["--file", room.path(unit), "--lang", language.code.rawValue, "--now", room.clock.now.iso]
    let result = CommandLineRun.call(filled + common, input: { TrainingSet.password })
    var page = Canvas(size: paper.size)
    page.put("$ lecterm " + words.joined(separator: " "), at: .origin, ink: .heading)
    let lines = (result.output + result.notes).flatMap { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    for (row, line) in lines.prefix(page.size.rows - 2).enumerated() {
      page.put(line, at: Position(column: 0, row: row + 1))
    }
    paper.show(page)
    watch(.scene)
    if result.status > 1 { throw Trouble.command(result.status) }
  }
}
