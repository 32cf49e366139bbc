import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// A training file and a real one of the same unit: whatever comes from the one is refused by the other, in every form in which a
/// file can come, and nothing is changed by it.
@Suite("Training and real files do not mix")
@MainActor struct TrainingMix_Tests {
  enum Side: String, CaseIterable, CustomTestStringConvertible {
    case real, training
    var testDescription: String { "a \(rawValue) file refuses the other kind" }
  }

  private let real: RealFiles
  private let training: TreeFiles
  private let sentence = "Training files and real files do not mix"

  init() throws {
    real = try RealFiles()
    training = try TreeFiles(children: 6)
  }

  /// The file of the province that is asked to read.
  private func path(_ side: Side) -> String { (side == .real ? real.folder : training.folder).file("99.db") }
  private func store(_ side: Side) throws -> Store { side == .real ? real.province : try training.store("99") }

  /// What the department of the other kind sends to it.
  private func letter(to side: Side) throws -> MadeBundle {
    guard side == .real else { return try real.letter() }
    return try training.store("00").makeBundle(for: UnitCode("99"), by: UserName("00"))
  }

  private func starter(to side: Side) throws -> NewCard {
    guard side == .real else { return real.card }
    return try training.store("00").issueCard(
      for: UnitCode("99"), password: TrainingSet.password, by: UserName("00"))
  }

  private struct State: Equatable {
    var events: Int64
    var digest: Hash32
    var chain: String?
    var files: [String]
  }

  private func state(_ side: Side) throws -> State {
    let store = try store(side)
    let folder = side == .real ? real.folder : training.folder
    return State(
      events: Int64(try store.eventCount()), digest: try store.projectionDigest(),
      chain: try store.setting(Setting.chain),
      files: SetBytes.of(folder.path).keys.filter { !$0.contains(".db") }.sorted())
  }

  private func run(_ side: Side, _ words: [String], input: [String] = []) -> Shell.Said {
    var lines = input[...]
    let result = CommandLineRun.call(
      words + ["--file", path(side), "--lang", "en", "--json"], input: { lines.popFirst() })
    return Shell.Said(
      output: result.output.joined(separator: "\n"), errors: result.notes.joined(separator: "\n"), status: result.status
    )
  }

  /// Runs the words and expects the sentence, the code, the status for a bad file, and no change.
  private func refuses(_ side: Side, _ words: [String], input: [String] = []) throws {
    let before = try state(side)
    let said = run(side, words, input: input)
    #expect(said.status == 4, "\(words) \(said.output) \(said.errors)")
    #expect(said.errors.contains(sentence), "\(words) \(said.errors)")
    let rows = said.json?["bundles"]?.items
    #expect((rows?.first?["error"]?["code"]?.text ?? said.code) == "training-mix", "\(words) \(said.output)")
    #expect(try state(side) == before, "\(words)")
  }

  @Test("as a file: looked at, verified and read", arguments: Side.allCases)
  func file(side: Side) throws {
    let away = TemporaryFolder(), path = away.file("letter.lec")
    try FileCare.write(try letter(to: side).bytes, to: path)
    try refuses(side, ["bundle", "read", "--preview", path])
    try refuses(side, ["bundle", "verify", path])
    try refuses(side, ["bundle", "read", path])
  }

  @Test("as text: in a file, and pasted with a chat around it", arguments: Side.allCases)
  func text(side: Side) throws {
    let away = TemporaryFolder(), path = away.file("letter.txt")
    let text = try Armor.write(try letter(to: side).bytes)
    try FileCare.write(Array(text.utf8), to: path)
    try refuses(side, ["bundle", "read", path])
    let lines = ["ส่งให้ค่ะ"] + text.split(separator: "\n").map(String.init) + ["ขอบคุณค่ะ"]
    try refuses(side, ["bundle", "read", "-"], input: lines)
  }

  @Test("as QR codes, one after the other", arguments: Side.allCases)
  func codes(side: Side) throws {
    let pieces = QRPicture.pieces(try Armor.write(try letter(to: side).bytes), room: Size(columns: 80, rows: 22))
    #expect(!pieces.isEmpty)
    for piece in pieces { #expect(QRCode(piece) != nil) }
    let lines = pieces.flatMap { $0.split(separator: "\n").map(String.init) }
    try refuses(side, ["bundle", "read", "-"], input: lines)
  }

  @Test("in a folder and in a mailbox", arguments: Side.allCases)
  func mailbox(side: Side) throws {
    let away = TemporaryFolder()
    try FileCare.write(try letter(to: side).bytes, to: away.file("letter.lec"))
    try FileCare.write(Array(try Armor.write(try letter(to: side).bytes).utf8), to: away.file("letter.txt"))
    try refuses(side, ["bundle", "read", away.path])
    try refuses(side, ["bundle", "mailbox", away.path, "--once"])
  }

  @Test("as a starter file with its card: neither read nor joined with", arguments: Side.allCases)
  func starter(side: Side) throws {
    let card = try starter(to: side)
    let away = TemporaryFolder(), path = away.file("starter.lec")
    try FileCare.write(card.starter.bytes, to: path)
    try refuses(side, ["bundle", "read", path])
    let before = try state(side)
    let said = run(side, ["join", path, "--card", card.code.text])
    #expect(said.status == 5)
    #expect(said.code == "exists")
    #expect(try state(side) == before)
  }

  @Test("a file that joins with a training card is a training file, and takes nothing from real offices")
  func joined() throws {
    let card = try starter(to: .real), away = TemporaryFolder()
    let (store, _) = try Store.join(
      at: away.file("99.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 8))
    defer { store.close() }
    #expect(store.isTraining)
    #expect(throws: BundleError.trainingMix) { try store.read(bundle: try real.letter().bytes, name: "") }
  }

  @Test("on the screen: a pasted text is told about and not kept; a file beside the real one is nobody's letter")
  func screen() throws {
    let desk = try Desk(options: RunOptions(file: real.folder.file("none.db")), data: Spoken.folder)
    desk.letterFolders = { LetterFolders() }
    desk.store = real.province
    desk.path = path(.real)
    let before = try state(.real), made = try letter(to: .real)
    let text = try Armor.write(made.bytes)
    _ = try desk.paste(.add(text))
    #expect(throws: BundleError.trainingMix) { try desk.paste(.read) }
    #expect(try state(.real) == before)
    let beside = real.folder.file(made.name)
    try FileCare.write(made.bytes, to: beside)
    #expect(try desk.newLetters().isEmpty)
    #expect(throws: BundleError.trainingMix) { try desk.preview(beside) }
    #expect(throws: BundleError.trainingMix) { try desk.read(beside) }
    let own = try real.letter()
    try FileCare.write(own.bytes, to: real.folder.file("own.lec"))
    #expect(try desk.newLetters().count == 1)
    #expect(try real.province.projectionDigest() == before.digest)
  }
}
