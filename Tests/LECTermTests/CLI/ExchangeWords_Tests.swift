import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// What the command line says in words about machines and files, in both languages.
@MainActor @Suite("The words of exchange on the command line")
struct ExchangeWords_Tests {
  private let tree: TreeFiles
  private let school = UnitCode("3099000001"), authority = UnitCode("05990101")

  init() throws { tree = try TreeFiles(policy: .reconfirm, children: 8) }

  private func run(_ words: [String], on path: String, _ language: Language.Code) -> String {
    CommandLineRun.call(
      words + ["--file", path, "--lang", language.rawValue], input: { TrainingSet.password }
    ).output.joined(separator: "\n")
  }

  private func said(_ key: TextKey, _ language: Language.Code, _ values: [TextValue] = []) -> String {
    var spoken = Spoken.language
    spoken.code = language
    return spoken.text(key, values)
  }

  @Test(
    "a card of the unit's own is not to be accepted above, and nobody is told to ring",
    arguments: Language.Code.allCases)
  func ownCard(language: Language.Code) throws {
    for (issuer, isOwn) in [(school, true), (authority, false)] {
      let card = try tree.store(issuer).issueCard(
        for: school, password: TrainingSet.password, by: UserName(issuer.text))
      let starter = tree.folder.file("\(issuer.text)-\(language.rawValue).lec")
      try BundleFiles.write(card.starter.bytes, to: starter)
      let path = tree.folder.file("joined-\(issuer.text)-\(language.rawValue).db")
      let output = run(["join", starter, "--card", card.code.shown], on: path, language)
      #expect(output.contains(said("join.ownCard", language)) == isOwn, "\(output)")
      let ring = said("cli.fingerprint", language, [.text("code", "")]).prefix(20)
      #expect(output.contains(ring) != isOwn, "\(output)")
    }
  }

  @Test("a term that has ended is said to have, with the card as the next step", arguments: Language.Code.allCases)
  func termEnd(language: Language.Code) throws {
    let path = tree.tree.path(authority)
    tree.tree.close()
    let output = run(
      ["term", "end", "--unit", school.text, "--reason", "ย้าย", "--user", authority.text, "--password-stdin"],
      on: path, language)
    #expect(output.contains("lecterm card issue --unit \(school.text)"), "\(output)")
  }

  @Test("the list of partners has the numbers of the files that went and came", arguments: Language.Code.allCases)
  func partners(language: Language.Code) throws {
    let made = try tree.store(authority).makeBundle(for: school, by: UserName(authority.text))
    _ = try tree.store(school).read(bundle: made.bytes, name: "")
    let path = tree.tree.path(school)
    tree.tree.close()
    let output = run(["partner", "list"], on: path, language)
    let start = said("partners.in", language, [.number("number", Int(made.header.number))])
    #expect(output.contains(start.prefix { $0 != "{" && $0 != "(" }.prefix(34)), "\(start): \(output)")
  }

  @Test("a machine that was set back asks for a full file only where it has not just read one")
  func setBack() throws {
    var report = BundleReport(from: authority, number: 1, events: 1)
    report.isSetBack = true
    for (isFull, key) in [(true, TextKey("bundles.setBackFull")), (false, "bundles.setBack")] {
      let page = ReportPage.page(report, from: .text("x"), isFull: isFull, names: \.text, isDone: true)
      #expect(page.remarks.contains(.key(key, [])))
    }
    for language in Language.Code.allCases {
      #expect(said("bundles.setBack", language).hasPrefix(said("bundles.setBackFull", language)))
    }
  }
}
