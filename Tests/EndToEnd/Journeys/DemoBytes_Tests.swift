import TestSupport
import Testing

/// Each set is made by a program of its own, so that nothing that one process keeps for itself can hide a difference.
@Suite("A training set follows from its seed, byte for byte")
struct DemoBytesJourney {
  private let program = Program(folder: TemporaryFolder())

  private func set(_ name: String, _ words: String...) -> [String: [UInt8]] {
    let folder = program.folder.file(name)
    let made = program.run(words: ["demo", "--dir", folder, "--lang", "th"] + words, input: "")
    #expect(made.status == 0, "\(made.errors)")
    return SetBytes.of(folder)
  }

  @Test("the same seed gives the same files, another seed gives others")
  func tiny() {
    let one = set("a", "--seed", "5"), again = set("b", "--seed", "5"), other = set("c", "--seed", "6")
    // Each with its lock and its copy in the mark of the beginning; the list, and the time of that mark.
    #expect(one.count == 13 * 3 + 2)
    #expect(one.filter { $0.key.hasSuffix(".db") }.allSatisfy { $0.value.count > 100_000 })
    #expect(SetBytes.differences(one, again) == [])
    let data = one.keys.filter { $0.hasSuffix(".db") }
    #expect(Set(SetBytes.differences(one, other)).isSuperset(of: data))
  }

  @Test(
    "the same with the number of children, the policy and every other size",
    arguments: [
      ["--children", "4", "--policy", "open"], ["--size", "district", "--children", "3"],
      ["--size", "province", "--children", "1"], ["--size", "nation", "--provinces", "1", "--children", "1"],
    ])
  func sizes(words: [String]) {
    func made(_ name: String) -> [String: [UInt8]] {
      let folder = program.folder.file(name)
      let said = program.run(words: ["demo", "--dir", folder] + words, input: "")
      #expect(said.status == 0, "\(said.errors)")
      return SetBytes.of(folder)
    }
    let one = made("a")
    #expect(!one.isEmpty)
    #expect(SetBytes.differences(one, made("b")) == [])
  }
}
