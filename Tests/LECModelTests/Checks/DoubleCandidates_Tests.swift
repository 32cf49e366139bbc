import LECModel
import TestSupport
import Testing

@Suite("Children on two lists")
struct DoubleCandidatesTests {
  typealias Row = DoubleCandidates.Row

  private func record(_ n: Int) -> RecordID {
    RecordID(
      EventID(Hash32([UInt8](repeating: 0, count: 24) + (0..<8).map { UInt8(n >> (56 - $0 * 8) & 255) }) ?? .zero))
  }

  private func row(
    _ n: Int, unit: Int = 0, number: String = "", first: String = "ปั้นบุญ", last: String = "ทองทุ่งใส",
    birth: String = "2017-05-10", sex: Sex? = .male
  ) -> Row {
    Row(
      record: record(n), unit: UnitCode("309900000\(unit == 0 ? n : unit)"), number: number, first: first, last: last,
      birth: birth, sex: sex)
  }

  /// The pairs as text: `1-2 same-number`.
  private func found(_ rows: [Row], known: Set<DoubleCandidates.Records> = []) -> [String] {
    DoubleCandidates.pairs(among: rows, knownDifferent: known).map { pair in
      func name(_ row: Row) -> String { String(row.record.event.hash.bytes.last ?? 0) }
      return name(pair.first) + "-" + name(pair.second) + " " + pair.evidence.rawValue
    }
  }

  @Test("PU-09 one number on two lists is a pair, whatever the names are")
  func sameNumber() {
    let rows = [
      row(1, number: "1999900000013"), row(2, number: "1999900000013", first: "มานะ", birth: "2016-01-01"),
      row(3, number: "1999900009011", first: "น้ำฝน"), row(4, first: "ใบข้าว"), row(5, first: "ต้นกล้า"),
    ]
    #expect(found(rows) == ["1-2 same-number"])
  }

  @Test("PU-09 one name and birth date is a pair; tone marks and capitals play no part")
  func sameName() {
    #expect(found([row(1), row(2, last: "ทองทุงใส")]) == ["1-2 same-name-and-birth"])
    #expect(found([row(1, first: "Tida", last: "S"), row(2, first: "TIDA", last: "s")]) == ["1-2 same-name-and-birth"])
    #expect(found([row(1), row(2, birth: "2017-05-11")]) == [])
    #expect(found([row(1, birth: ""), row(2, birth: "")]) == [])
    #expect(found([row(1, first: ""), row(2, first: "")]) == [])
  }

  @Test(
    "one slip in the name, or first and last name in each other's place, is a near match",
    arguments: [
      ("ปั้นบุน", "ทองทุ่งใส"), ("ปั้นบุ", "ทองทุ่งใส"), ("ปั้นบุญ", "ทองทุ่งใสส"), ("ปั้นุบญ", "ทองทุ่งใส"),
      ("ทองทุ่งใส", "ปั้นบุญ"), ("ปั้นบุญ ทองทุ่งใส", ""), ("ปั้นบุญทองทุ่งใส", ""),
    ])
  func near(_ first: String, _ last: String) {
    #expect(found([row(1), row(2, first: first, last: last)]) == ["1-2 near-name-and-birth"])
    #expect(found([row(1, first: first, last: last), row(2)]) == ["1-2 near-name-and-birth"])
    #expect(found([row(1), row(2, first: first, last: last, birth: "2017-05-11")]) == [])
    #expect(found([row(1), row(2, first: first, last: last, sex: .female)]) == [])
    #expect(found([row(1), row(2, first: first, last: last, sex: nil)]) == ["1-2 near-name-and-birth"])
  }

  @Test("two slips, and short names that happen to be alike, are no match")
  func notNear() {
    #expect(found([row(1), row(2, first: "ปันบน", last: "ทองทุ่งใส")]) == [])
    #expect(found([row(1), row(2, first: "ปั้นบุน", last: "ทองทุ่งใจ")]) == [])
    #expect(found([row(1, first: "มิ", last: ""), row(2, first: "มะ", last: "")]) == [])
  }

  @Test("a pair inside one unit is not looked for here")
  func oneUnit() {
    #expect(found([row(1, unit: 7, number: "1999900000013"), row(2, unit: 7, number: "1999900000013")]) == [])
    #expect(
      found([row(1, unit: 7), row(2, unit: 7), row(3)]) == ["1-3 same-name-and-birth", "2-3 same-name-and-birth"])
  }

  @Test("each pair comes once, with its strongest evidence, and in one order whatever the order of the rows")
  func onceAndInOrder() {
    let rows = [
      row(1, number: "1999900000013"), row(2, number: "1999900000013"), row(3), row(4, first: "ปั้นบุน"),
    ]
    let all = [
      "1-2 same-number", "1-3 same-name-and-birth", "2-3 same-name-and-birth", "1-4 near-name-and-birth",
      "2-4 near-name-and-birth", "3-4 near-name-and-birth",
    ]
    #expect(found(rows) == all)
    #expect(found(rows.reversed()) == all)
    #expect(found([rows[2], rows[0], rows[3], rows[1]]) == all)
    #expect(found(rows + rows) == all)
  }

  @Test("pairs that are known to be two children are left out, from whichever side they were marked")
  func knownDifferent() {
    let rows = [row(1, number: "1999900000013"), row(2, number: "1999900000013"), row(3)]
    let known: Set = [DoubleCandidates.Records(record(2), record(1))]
    #expect(found(rows, known: known) == ["1-3 same-name-and-birth", "2-3 same-name-and-birth"])
  }

  @Test("a stop-gap number on very many lists gives each child one pair and not all of them")
  func crowd() {
    let rows = (0..<400).map { n in
      Row(
        record: record(n), unit: UnitCode("30990\(10000 + n % 20)"), number: "1111111111119", first: "", last: "",
        birth: "", sex: nil)
    }
    let pairs = DoubleCandidates.pairs(among: rows)
    #expect(pairs.count == 399)
    #expect(Set(pairs.flatMap { [$0.first.record, $0.second.record] }).count == 400)
    #expect(pairs.allSatisfy { $0.first.unit != $0.second.unit })
  }

  @Test("thousands of names that differ in one sign give each child one pair, and names without end give none")
  func nearCrowd() {
    func rows(_ count: Int, _ name: (Int) -> String) -> [DoubleCandidates.Row] {
      (0..<count).map { n in
        let hash = Hash32([UInt8](repeating: 0, count: 30) + [UInt8(n >> 8), UInt8(n & 255)]) ?? .zero
        return DoubleCandidates.Row(
          record: RecordID(EventID(hash)), unit: UnitCode(n % 2 == 0 ? "3099000001" : "3099000002"), number: "",
          first: name(n), last: "ทองทุ่งใส", birth: "2017-05-10", sex: nil)
      }
    }
    let near = rows(2000) { "ปั้นบุญทอง" + String(UnicodeScalar(0x4E00 + UInt32($0)) ?? "?") }
    #expect(DoubleCandidates.pairs(among: near).count == 1000)
    let long = rows(40) { String(repeating: "ก", count: 1300) + String($0 / 2) }
    #expect(DoubleCandidates.pairs(among: long).map(\.evidence) == Array(repeating: .sameNameAndBirth, count: 20))
  }

  @Test("the pairs are those that comparing all with all would give")
  func againstAll() {
    var luck = Luck(seed: 7)
    let firsts = ["ปั้นบุญ", "ปั้นบุน", "ใบข้าว", "ใบขาวว", "ทองทุ่งใส", "Tida"]
    let lasts = ["ทองทุ่งใส", "ทองทุ่งใจ", "ปั้นบุญ", "คำน้ำเย็น", ""]
    let numbers = ["", "", "1999900000013", "1999900009011"]
    for _ in 0..<60 {
      let rows = (0..<25).map { n in
        Row(
          record: record(n), unit: UnitCode("309900000\(luck.pick(4))"), number: numbers[luck.pick(4)],
          first: firsts[luck.pick(6)], last: lasts[luck.pick(5)], birth: "2017-05-1\(luck.pick(2))",
          sex: [nil, .male, .female][luck.pick(3)])
      }
      #expect(Set(found(rows)) == Set(slow(rows)))
    }
  }

  /// All with all, by the definition.
  private func slow(_ rows: [Row]) -> [String] {
    var out: [String] = []
    for (i, a) in rows.enumerated() {
      for (j, b) in rows.enumerated() where i < j && a.unit != b.unit {
        let (f, g) = (TextForm.fold(a.first), TextForm.fold(b.first))
        let (l, m) = (TextForm.fold(a.last), TextForm.fold(b.last))
        let (x, y) = (l.isEmpty ? f : f + " " + l, m.isEmpty ? g : g + " " + m)
        if !a.number.isEmpty, a.number == b.number {
          out.append("\(i)-\(j) same-number")
        } else if a.birth == b.birth, f == g, l == m {
          out.append("\(i)-\(j) same-name-and-birth")
        } else if a.birth == b.birth, a.sex == nil || b.sex == nil || a.sex == b.sex {
          let (s, t) = (Array(x.unicodeScalars), Array(y.unicodeScalars))
          let isLong = min(s.count, t.count) >= NearNames.shortest
          if f == m && l == g || isLong && distance(s, t) <= 1 { out.append("\(i)-\(j) near-name-and-birth") }
        }
      }
    }
    return out
  }

  /// The number of slips, by the usual table.
  private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
          continue
        }
        var least = min(table[i - 1][j], table[i][j - 1]) + 1
        least = min(least, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { least = min(least, table[i - 2][j - 2] + 1) }
        table[i][j] = least
      }
    }
    return table[a.count][b.count]
  }
}

extension Luck {
  fileprivate mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
}
