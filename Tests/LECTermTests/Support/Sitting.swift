import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// A person at the whole program without a terminal: the real screens and desk over a training file at a fixed time.
@MainActor final class Sitting {
  let file: TrainingFile
  let desk: Desk
  private let app: App
  private let paper: Paper
  private let code: Language.Code

  /// Sits down already logged in, unless `user` is nil; `prepare` changes the file before.
  init(
    _ kind: TrainingSet.Kind = .centre, policy: EditPolicy = .release, children: Int? = nil,
    language code: Language.Code = .thai, size: Size = .smallest, plain: Bool = false, user: String? = "",
    world: World? = nil, prepare: (TrainingFile) throws -> Void = { _ in }
  ) throws {
    file = try TrainingFile(kind, policy: policy, children: children, world: world)
    try prepare(file)
    self.code = code
    paper = Paper(size: size)
    desk = try Desk(options: RunOptions(file: file.folder.file("none.db")), data: Spoken.folder)
    // Whatever sticks this machine has, the frames are the same.
    desk.letterFolders = { LetterFolders() }
    desk.store = file.store
    desk.path = file.path
    if let user {
      desk.session = try file.store.logIn(user.isEmpty ? file.user : UserName(user), password: TrainingSet.password)
    }
    var language = Spoken.language
    language.code = code
    app = App(display: paper, desk: desk, language: language, isPlain: plain, marksIdle: false, first: nil)
    if user != nil { app.open(.home) }
    app.draw()
  }

  /// Sits down at the file of an office in a whole tree.
  init(
    at unit: UnitCode, of tree: TreeFiles, language code: Language.Code = .thai, size: Size = .smallest
  ) throws {
    file = try TrainingFile(.centre, children: 1)
    self.code = code
    paper = Paper(size: size)
    desk = try Desk(options: RunOptions(file: file.folder.file("none.db")), data: Spoken.folder)
    // Whatever sticks this machine has, the frames are the same.
    desk.letterFolders = { LetterFolders() }
    desk.store = try tree.store(unit)
    desk.path = tree.tree.path(unit)
    desk.session = try tree.store(unit).logIn(UserName(unit.text), password: TrainingSet.password)
    var language = Spoken.language
    language.code = code
    app = App(display: paper, desk: desk, language: language, isPlain: false, marksIdle: false, first: nil)
    app.open(.home)
    app.draw()
  }

  /// What went to the clipboard last.
  var copied: String { paper.copied }

  /// Goes to a screen as another screen would send one there.
  func open(_ destinations: Destination...) {
    for destination in destinations { app.open(destination) }
    app.draw()
  }

  /// Shows a screen that was made by hand, where what it shows would depend on this machine.
  func show(_ screen: any Screen) {
    var language = Spoken.language
    language.code = code
    var canvas = Canvas(size: paper.size)
    var look = Look(language: language, size: paper.size, heading: desk.heading())
    look.now = file.store.now()
    screen.draw(on: &canvas, in: look)
    paper.show(canvas)
  }

  func press(_ keys: Key...) {
    for key in keys {
      app.take(key)
      app.draw()
    }
  }

  /// Presses the keys of these letters, or types them where a line is typed.
  func type(_ text: String) {
    for scalar in text.unicodeScalars { app.take(.char(scalar)) }
    app.draw()
  }

  /// The window becomes that large.
  func resize(to size: Size) {
    paper.size = size
    app.take(.resized)
    app.draw()
  }

  /// Nobody presses a key for so many minutes.
  func leaveAlone(minutes: Int) {
    app.passTime(idle: .seconds(minutes * 60))
    app.draw()
  }

  /// What is on the screen now.
  var canvas: Canvas { paper.canvas }

  var rows: [String] { canvas.frame.rows }

  /// Fails with the whole screen when no row holds the text.
  func expect(_ text: String, at place: SourceLocation = #_sourceLocation) {
    #expect(
      rows.contains { $0.contains(text) }, "wanted “\(text)” on\n\(rows.joined(separator: "\n"))", sourceLocation: place
    )
  }

  func expectNot(_ text: String, at place: SourceLocation = #_sourceLocation) {
    #expect(
      !rows.contains { $0.contains(text) }, "did not want “\(text)” on\n\(rows.joined(separator: "\n"))",
      sourceLocation: place)
  }

  /// The text of a key in the language of this sitting.
  func said(_ key: TextKey, _ values: [TextValue] = []) -> String {
    var language = Spoken.language
    language.code = code
    return language.text(key, values)
  }

  /// Compares the screen with the frame kept under that name, this language and width.
  func expectFrame(_ name: String, at place: SourceLocation = #_sourceLocation) {
    FrameCheck.expect(
      masked, is: "\(name)-\(canvas.whole.columns).\(code.rawValue)", label: code.rawValue, at: place)
  }

  /// The canvas with every digest and every chain made the same: signing keys differ from run to run, and these with them.
  private var masked: Canvas {
    var canvas = canvas
    for (row, text) in canvas.frame.rows.enumerated() {
      for (secret, same) in [(Self.digest, "0123 4567 89ab cdef"), (Self.chain, " 01234567")] {
        guard let found = text.firstRange(of: secret) else { continue }
        let column = Columns.width(of: String(text[..<found.lowerBound]))
        let ink = canvas.row(row).dropFirst(column).first?.ink ?? .text
        canvas.put(same, at: Position(column: column, row: row), ink: ink)
      }
    }
    return canvas
  }

  private static var digest: Regex<Substring> { /[0-9a-f]{4}(?: [0-9a-f]{4}){3}/ }
  private static var chain: Regex<Substring> { #/ [0-9a-f]{8}(?= )/# }

  /// Both languages at both sizes: every screen is looked at in these.
  nonisolated static let looks: [(Language.Code, Size)] = Language.Code.allCases.flatMap { code in
    [Size.smallest, Size(columns: 132, rows: 50)].map { (code, $0) }
  }
}

/// A display that keeps the last canvas.
@MainActor private final class Paper: PaperDisplay {
  var size: Size
  let capabilities = Capabilities.plain
  private(set) var canvas: Canvas
  /// What went to the clipboard last.
  private(set) var copied = ""

  init(size: Size) {
    self.size = size
    canvas = Canvas(size: size)
  }

  func show(_ canvas: Canvas) { self.canvas = canvas }
  func readKey(timeout: Duration?) -> Key? { nil }
  func copy(_ text: String) { copied = text }
}
