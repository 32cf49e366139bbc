import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("lecterm demo")
struct DemoTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("makes a file a unit, and prints the accounts with which each can be opened")
  func accounts() throws {
    let dir = shell.folder.file("set")
    let said = shell.plain("demo", "--dir", dir, "--json", "--children", "6")
    #expect(said.status == 0)
    #expect(said.json?.keys == ["dir", "accounts", "problems"])
    #expect(said.json?["dir"]?.text == dir)
    let accounts = try #require(said.json?["accounts"]?.items)
    #expect(accounts.count == 14)
    for account in accounts {
      #expect(account.keys == ["unit", "role", "user", "password", "file", "firstLogin"])
      let store = try Store.open(account["file"]?.text ?? "", world: Fixtures.world())
      defer { store.close() }
      let session = try store.logIn(UserName(account["user"]?.text ?? ""), password: account["password"]?.text ?? "")
      #expect((session.profile == nil) == account["firstLogin"]?.flag)
      #expect(session.unit.text == account["unit"]?.text)
    }
    #expect(accounts.count { $0["firstLogin"]?.flag == true } == 1)
    #expect(Set(accounts.compactMap { $0["unit"]?.text }).count == 13)
  }

  @Test("never writes over a file that is there")
  func exists() throws {
    let dir = shell.folder.file("set")
    #expect(shell.plain("demo", "--dir", dir, "--children", "6").status == 0)
    let digest = shell.plain("digest", "--file", dir + "/3099000002.db").output
    let again = shell.plain("demo", "--dir", dir, "--json")
    #expect(again.status == 5)
    #expect(again.code == "exists")
    #expect(shell.plain("digest", "--file", dir + "/3099000002.db").output == digest)
  }

  @Test("the same seed makes the same children, another makes others")
  func seed() {
    func children(_ dir: String, _ seed: String) -> String {
      _ = shell.plain("demo", "--dir", shell.folder.file(dir), "--seed", seed, "--children", "6")
      return shell.plain("export", "roster", "--file", shell.folder.file(dir) + "/3099000001.db").output
    }
    let first = children("a", "7")
    #expect(first.split(whereSeparator: \.isNewline).count == 7)
    #expect(children("b", "7") == first)
    #expect(children("c", "8") != first)
  }

  @Test("the policy is the round's", arguments: EditPolicy.allCases)
  func policy(policy: EditPolicy) {
    let dir = shell.folder.file("p")
    #expect(shell.plain("demo", "--dir", dir, "--policy", policy.rawValue, "--children", "6").status == 0)
    let status = shell.plain("status", "--json", "--file", dir + "/3099000001.db")
    #expect(status.json?["policy"]?.text == policy.rawValue)
  }

  @Test("other sizes and values are refused with what there is")
  func refused() {
    let dir = shell.folder.file("x")
    let said = shell.plain("demo", "--dir", dir, "--size", "planet", "--json")
    #expect(said.status == 2)
    #expect(said.errors.contains("tiny, district, province or nation"))
    #expect(shell.plain("demo", "--size", "province").status == 2)
    #expect(shell.plain("demo", "--size", "province", "--list").status == 2)
    #expect(shell.plain("demo", "--dir", dir, "--policy", "x").errors.contains("reconfirm, release, open"))
    #expect(shell.plain("demo", "--dir", dir, "--seed", "x").status == 2)
    #expect(!FileCare.exists(dir))
  }

  @Test("a district has a file for each of its units; some are done, and some have not been heard of")
  func district() throws {
    let dir = shell.folder.file("w")
    let made = shell.plain("demo", "--dir", dir, "--size", "district", "--children", "4", "--json")
    #expect(made.status == 0)
    #expect(Set(try #require(made.json?["accounts"]?.items).compactMap { $0["file"]?.text }).count == 43)
    let status = shell.plain("status", "--json", "--file", dir + "/99.db")
    #expect(status.json?["children"]?.items.count == 10)
    for code in ["99", "05990101", "05990105"] {
      #expect(shell.plain("verify", "--file", dir + "/\(code).db").status == 0)
    }
    #expect(shell.plain("status", "--file", dir + "/05990105.db").output.contains("  0  "))
  }

  @Test("a folder that can't be made is status 5")
  func folder() {
    let said = shell.plain("demo", "--dir", "/proc/nothing/here", "--json")
    #expect(said.status == 5)
    #expect(said.code == "cannot-open")
  }
}
