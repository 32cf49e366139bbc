import LECModel
import TestSupport
import Testing

@testable import LECStore

/// A second program, written from lecterm-bundle(5), and this one say the same of every file.
@Suite(
  "A reader that was written from the manual page alone",
  .enabled(if: IndependentReader.isThere, Comment(rawValue: IndependentReader.whyNot)))
struct IndependentReader_Tests {
  private let folder = TemporaryFolder()

  @Test("it says of every published file what is published, and finds the same events as the program")
  func published() throws {
    let rows = try PublishedBundles.rows().filter(\.card.isEmpty)
    let files = rows.map { PublishedBundles.folder + "/" + $0.name }
    let answers = IndependentReader.read(files, keys: PublishedBundles.folder + "/keys.json")
    #expect(answers.map(\.name) == rows.map(\.name))
    let store = try PublishedBundles.reader(in: folder)
    for (row, answer) in zip(rows, answers) {
      #expect(answer.verdict == row.verdict, "\(row.name)")
      guard row.verdict == "ok" else { continue }
      let bytes = try Armor.unwrapped(try PublishedBundles.bytes(row.name))
      #expect(answer.ids == ids(try store.open(bundle: bytes).1), "\(row.name)")
    }
  }

  @Test("with the card that is published for a starter file it says the same of that")
  func cards() throws {
    let rows = try PublishedBundles.rows().filter { !$0.card.isEmpty }
    #expect(!rows.isEmpty)
    for row in rows {
      let answers = IndependentReader.read([PublishedBundles.folder + "/" + row.name], card: row.card)
      #expect(answers.map(\.verdict) == [row.verdict], "\(row.name)")
    }
  }

  @Test("whoever makes the published files again gets the same bytes")
  func remade() throws {
    #expect(IndependentReader.remake(in: folder))
    for name in try PublishedBundles.rows().map(\.name) + ["verdicts.csv", "keys.json"] {
      let bytes = try FileCare.read(folder.file(name), limit: 1 << 20).bytes
      #expect(try bytes == PublishedBundles.bytes(name), "\(name)")
    }
  }

  private func ids(_ runs: [ChainRun]) -> [String] { runs.flatMap(\.events).map { Hex.text($0.id.hash.bytes) } }

  private func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try FileCare.write(bytes, to: folder.file(name))
    return folder.file(name)
  }

  /// What the reader must know to be in a store's place.
  private func keys(of store: Store, _ name: String, more: String = "") throws -> String {
    let chains = try store.connection.all("SELECT id FROM chain") { ChainID($0.hash(0)) }
    let machines = try chains.compactMap { chain in
      try store.genesis(of: chain).map { "\"\(chain.hash.hex)\": \"\(Hex.text($0.signingKey))\"" }
    }
    let secrets =
      try store.connection.all("SELECT secret FROM box_key") { $0.blob(0) }
      + DeviceKeys(connection: store.connection).boxSecrets()
    let root = try #require(try store.trust.anchors().root).hash.hex
    let text = """
      {"root": "\(root)", "training": true, "secrets": [\(secrets.map { "\"\(Hex.text($0))\"" }.joined(separator: ", "))],
       "machines": {\(more.isEmpty ? machines.joined(separator: ", ") : "")}\(more)}
      """
    return try write(Array(text.utf8), name)
  }

  @Test("it reads what the program makes: full, delta, starter, as text, and from a machine it has never met")
  func made() throws {
    let files = try TreeFiles(policy: .reconfirm, children: 40)
    let school = try files.store("3099000001"), authority = try files.store("05990101")
    let user = UserName("3099000001"), officer = UserName("05990101")
    let full = try school.makeBundle(for: UnitCode("05990101"), by: user)
    _ = try authority.read(bundle: full.bytes, name: "")
    let back = try authority.makeBundle(for: UnitCode("3099000001"), by: officer)
    _ = try school.read(bundle: back.bytes, name: "")
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    _ = try school.set([FieldChange(.remark, "ย้าย")], of: [child.id], by: user)
    let delta = try school.makeBundle(for: UnitCode("05990101"), delta: true, by: user)
    #expect(delta.header.kind == .delta)

    let paths = [
      try write(full.bytes, "full.lec"), try write(delta.bytes, "delta.lec"),
      try write(Array(try Armor.write(full.bytes).utf8), "full.txt"),
      try write(Array(try Armor.write(delta.bytes).utf8), "delta.txt"),
    ]
    let answers = IndependentReader.read(paths, keys: try keys(of: authority, "authority.json"))
    #expect(answers.map(\.verdict) == ["ok", "ok", "ok", "ok"])
    let whole = ids(try authority.open(bundle: full.bytes).1), new = ids(try authority.open(bundle: delta.bytes).1)
    #expect(answers.map(\.ids) == [whole, new, whole, new])
    let down = IndependentReader.read([try write(back.bytes, "back.lec")], keys: try keys(of: school, "school.json"))
    #expect(down.map(\.verdict) == ["ok"])
    #expect(down.first?.ids == ids(try school.open(bundle: back.bytes).1))
    let stranger = IndependentReader.read([paths[0]], keys: try keys(of: school, "school.json"))
    #expect(stranger.map(\.verdict) == ["ok"])

    let card = try authority.issueCard(for: UnitCode("3099000001"), password: TrainingSet.password, by: officer)
    let (second, _) = try Store.join(
      at: folder.file("second.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 77))
    defer { second.close() }
    let first = try second.makeBundle(for: UnitCode("05990101"), by: user)
    _ = try write(card.starter.bytes, "starter.lec")
    let met = IndependentReader.read(
      [try write(first.bytes, "first.lec")],
      keys: try keys(of: authority, "met.json", more: ", \"starter\": \"starter.lec\", \"card\": \"\(card.code.text)\"")
    )
    #expect(met.map(\.verdict) == ["ok"])
    #expect(met.first?.ids == ids(try authority.open(bundle: first.bytes).1))
  }
}
