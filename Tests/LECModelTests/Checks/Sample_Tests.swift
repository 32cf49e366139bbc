import LECModel
import TestSupport
import Testing

@Suite("Random samples")
struct SampleTests {
  private let seed = "2567/2 จังหวัด 99 ครั้งที่ 1"
  private let units = (0..<60).map { "30990" + String(repeating: "0", count: $0 < 10 ? 4 : 3) + String($0) }

  private func pick(_ count: Int, _ candidates: [String], _ seed: String) -> [String] {
    Sample.pick(count, from: candidates.map { Array($0.utf8) }, seed: seed, hash: VectorFile.hash)
      .map { candidates[$0] }
  }

  /// As many children as the code divided by seven leaves over.
  private func strata() -> [Sample.Stratum] {
    units.map { unit in
      let id = Array(unit.utf8)
      return Sample.Stratum(
        id: id, children: (0..<(Int(unit) ?? 0) % 7).map { VectorFile.hash(id + [UInt8($0)]).bytes })
    }
  }

  @Test("samples are the golden vectors, which a second implementation drew")
  func vectors() throws {
    let lines = try VectorFile.lines("sample-1/vectors.txt")
    #expect(lines.count == 18)
    for (name, value) in lines {
      let words = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let first = try #require(Int(words[1]))
      if words[0] == "pick" {
        let drawn = pick(first, units, words.dropFirst(2).joined(separator: " "))
        #expect(drawn.sorted().joined(separator: " ") == value, "\(name)")
        continue
      }
      let strata = strata(), perInstitution = try #require(Int(words[2]))
      let drawn = Sample.pick(
        first, of: strata, children: perInstitution, seed: words.dropFirst(3).joined(separator: " "),
        hash: VectorFile.hash)
      let shown = drawn.flatMap { one in
        let ids = one.children.map { Hex.text(strata[one.stratum].children[$0].prefix(8)) }
        return ids.sorted().map { units[one.stratum] + ":" + $0 }
      }
      #expect(shown.joined(separator: " ") == value, "\(name)")
    }
  }

  @Test("the order of the candidates plays no part, and the places come in ascending order")
  func order() {
    var luck = Luck(seed: 3)
    let drawn = Set(pick(7, units, seed))
    for _ in 0..<20 {
      let shuffled = units.shuffled(using: &luck)
      #expect(Set(pick(7, shuffled, seed)) == drawn)
      let places = Sample.pick(7, from: shuffled.map { Array($0.utf8) }, seed: seed, hash: VectorFile.hash)
      #expect(places == places.sorted())
    }
  }

  @Test("one more candidate pushes out at most one, one less is replaced by one, and a larger sample holds the smaller")
  func stable() {
    let drawn = Set(pick(7, units, seed))
    for n in 0..<40 {
      let more = Set(pick(7, units + ["309909\(1000 + n)"], seed))
      #expect(drawn.subtracting(more).count <= 1)
    }
    for unit in units {
      let fewer = Set(pick(7, units.filter { $0 != unit }, seed))
      #expect(drawn.subtracting(fewer) == (drawn.contains(unit) ? [unit] : []))
      #expect(fewer.count == 7)
    }
    for k in 0..<60 { #expect(Set(pick(k, units, seed)).isSubset(of: pick(k + 1, units, seed))) }
  }

  @Test("another seed draws others; nothing, all, and more than there are can be drawn")
  func bounds() {
    #expect(pick(7, units, seed) != pick(7, units, "2567/2 จังหวัด 99 ครั้งที่ 2"))
    #expect(pick(0, units, seed) == [] && pick(-1, units, seed) == [] && pick(5, [], seed) == [])
    #expect(pick(60, units, seed) == units && pick(1000, units, seed) == units)
  }

  @Test("a child who comes or goes changes the sample of its own institution alone")
  func strataAreApart() throws {
    let before = strata()
    let drawn = Sample.pick(5, of: before, children: 3, seed: seed, hash: VectorFile.hash)
    let one = try #require(drawn.first)
    var after = before
    after[one.stratum].children.append(VectorFile.hash([77]).bytes)
    let again = Sample.pick(5, of: after, children: 3, seed: seed, hash: VectorFile.hash)
    #expect(again.map(\.stratum) == drawn.map(\.stratum))
    #expect(again.dropFirst() == drawn.dropFirst())
    for drawn in again { #expect(drawn.children.count == min(3, after[drawn.stratum].children.count)) }
  }

  @Test("every candidate has about the same chance")
  func fair() {
    var times: [String: Int] = [:]
    for n in 0..<600 { for unit in pick(6, units, "seed \(n)") { times[unit, default: 0] += 1 } }
    #expect(times.count == 60)
    #expect(times.values.allSatisfy { (30...95).contains($0) })
  }
}
