import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// What a trainer is promised of a training set: nothing is wrong in it but what the list says, and the program finds all of that.
@MainActor @Suite("The trainer's list of a training set", .serialized)
struct DemoSetTests {
  private let shell: Shell
  private var dir: String { shell.folder.file("set") }

  init() throws { shell = try Shell() }

  private func file(_ unit: String) -> String { dir + "/" + unit + ".db" }

  private struct Line: Hashable, CustomStringConvertible {
    var check: String
    var child: String
    var description: String { check + " " + child }
  }

  /// What the checks of a file find, without children who only wait for the roll-call, and one line for the basic information.
  private func found(in unit: String) -> Set<Line> {
    let said = shell.plain("check", "--json", "--file", file(unit))
    let rows = said.json?["findings"]?.items ?? []
    return Set(
      rows.compactMap { row in
        guard let check = row["check"]?.text, check != "unchecked" else { return nil }
        let child =
          row["record"]?.text == nil ? "" : row["message"]?.text?.split(separator: ":").first.map(String.init) ?? ""
        return Line(check: check, child: child)
      })
  }

  @Test("every problem of the list is found by the program, and nothing else is wrong", arguments: ["1", "2", "77"])
  func complete(seed: String) throws {
    let made = shell.plain("demo", "--dir", dir, "--seed", seed, "--json")
    let problems = try #require(made.json?["problems"]?.items)
    #expect(Set(problems.compactMap { $0["problem"]?.text }) == Set(PlantedProblem.allCases.map(\.rawValue)))
    let units = Set(
      try #require(made.json?["accounts"]?.items).filter { $0["role"]?.text == "institution" }
        .compactMap { $0["unit"]?.text })
    #expect(units.count == 7)
    for unit in units.sorted() {
      let here = problems.filter { $0["unit"]?.text == unit && $0["check"]?.text != nil }
      let listed = Set(here.map { Line(check: $0["check"]?.text ?? "", child: $0["child"]?.text ?? "") })
      #expect(found(in: unit) == listed, "\(unit)")
    }
    let pairs = shell.plain("claim", "find", "--json", "--file", file("99")).json?["pairs"]?.items
    #expect(pairs?.count == problems.count { $0["check"]?.text == nil })
  }

  @Test("the child on two lists is found by the authority of both, and by nobody else is there another")
  func doubled() throws {
    let made = shell.plain("demo", "--dir", dir, "--json")
    let problems = try #require(made.json?["problems"]?.items)
    let double = try #require(problems.first { $0["problem"]?.text == "doubled-next-door" })
    for office in ["05990101", "99"] {
      let pairs = try #require(shell.plain("claim", "find", "--json", "--file", file(office)).json?["pairs"]?.items)
      #expect(pairs.count == 1, "\(office)")
    }
    let sides = [double["unit"]?.text ?? "", double["other"]?.text ?? ""].map { unit in
      let name = double["child"]?.text ?? ""
      let list = shell.plain("student", "list", "--json", "--search", name, "--file", file(unit)).json
      return list?["students"]?.items.first?["number"]?.text
    }
    #expect(sides[0] != nil)
    #expect(sides[0] == sides[1])
  }

  @Test("the list can be had without making anything, in either language, and lies beside the files")
  func list() throws {
    let listed = shell.plain("demo", "--list", "--lang", "en")
    #expect(listed.status == 0)
    #expect(listed.output.contains("never came"))
    #expect(shell.plain("demo", "--list", "--lang", "th").output.contains("ไม่เคยมาเรียน"))
    #expect(!FileCare.exists(dir))
    _ = shell.plain("demo", "--dir", dir, "--lang", "en")
    let kept = try FileCare.read(dir + "/trainer/problems.txt", limit: 1 << 20).bytes ?? []
    #expect(String(decoding: kept, as: UTF8.self) == listed.output + "\n")
    // Another seed plants on other children.
    #expect(shell.plain("demo", "--list", "--seed", "2", "--lang", "en").output != listed.output)
    let json = shell.plain("demo", "--list", "--json", "--size", "district")
    #expect((json.json?["problems"]?.items.count ?? 0) > 50)
  }

  @Test("one authority is at work, one waits for a centre of which nothing was heard, one has confirmed")
  func mix() throws {
    _ = shell.plain("demo", "--dir", dir)
    let board = try #require(shell.plain("status", "--json", "--file", file("99")).json?["children"]?.items)
    #expect(board.count == 3)
    let late = shell.plain("status", "--file", file("06990102")).output
    #expect(late.contains("  60  not ready") && late.contains("  0  "))
    let done = shell.plain("status", "--file", file("04990103")).output
    #expect(!done.contains("not ready") && done.contains("confirmed"))
    for unit in ["00", "99", "9901", "05990101", "3099000005", "3099000006"] {
      #expect(shell.plain("verify", "--file", file(unit)).status == 0, "\(unit)")
    }
  }
}
