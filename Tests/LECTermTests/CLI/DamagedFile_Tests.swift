import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("A damaged data file")
struct DamagedFileTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("doctor and verify say the same of the file's structure")
  func structure() throws {
    let id = shell.run("log", "--limit", "1", "--json").json?["events"]?.items.first?["id"]?.text ?? ""
    let key = try #require(Hex.bytes(id))
    let whole = try FileCare.whole(shell.path, limit: 1 << 24)
    let places = whole.indices.filter { whole[$0] == key[0] && whole[$0...].starts(with: key) }
    var found = 0
    for (n, at) in places.enumerated() {
      var bytes = whole
      bytes[at + 9] ^= 1
      let path = shell.folder.file("flipped-\(n).db")
      try FileCare.write(bytes, to: path)
      let faults = shell.plain("verify", "--file", path, "--json").json?["problems"]?.items ?? []
      guard faults.contains(where: { $0["fault"]?.text == "structure" }) else { continue }
      found += 1
      let facts = shell.plain("doctor", "--file", path, "--json").json?["facts"]?.items ?? []
      #expect(facts.first { $0["subject"]?.text == "quick-check" }?["ok"]?.flag == false)
    }
    #expect(found > 0)
  }

  @Test("a file cut in half is said to be damaged, with what to do, and stays as it is", arguments: ["th", "en"])
  func cut(language: String) throws {
    shell.language = language
    let whole = try FileCare.whole(shell.path, limit: 1 << 24)
    let half = Array(whole.prefix(whole.count / 8192 * 4096))
    let path = shell.folder.file("half.db")
    try FileCare.write(half, to: path)
    for verb in ["check", "verify", "doctor", "log"] {
      let said = shell.plain(verb, "--file", path, "--json")
      #expect(said.status == 5 && said.code == "damaged", "\(verb): \(said.output)")
      #expect(said.errors.contains("lecterm restore"))
    }
    #expect(try FileCare.whole(path, limit: 1 << 24) == half)
  }
}
