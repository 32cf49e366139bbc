import CThai
import LECModel
import TestSupport
import Testing

@Suite struct SortKeyTests {
  @Test("the 76 provinces stand in the order of the letter")
  func provinces() {
    let rows = DataFile.rows("provinces.csv").filter { !$0[4].isEmpty }
    let letter = rows.sorted { (Int($0[4]) ?? 0) < (Int($1[4]) ?? 0) }.map { $0[2] }
    #expect(letter.count == 76)
    #expect(letter.reversed().sorted { less($0, $1) } == letter)
  }

  @Test("names of districts stand as libthai puts them")
  func districts() {
    let names = Set(DataFile.rows("districts.csv").map { TextForm.clean($0[2]) })
    let ours = names.sorted { less($0, $1) }
    #expect(ours.count > 800)
    for (a, b) in zip(ours, ours.dropFirst()) { #expect(libthai(a, b) <= 0, "\(a) \(b)") }
  }

  @Test("made-up names stand as libthai puts them, but for the few pairs it is known to see otherwise")
  func randomNames() {
    var luck = Luck(seed: 21)
    let names = (0..<8000).map { _ in Self.name(&luck) }
    var different = 0
    var pairs = 0
    for _ in 0..<40_000 {
      guard let a = names.randomElement(using: &luck), let b = names.randomElement(using: &luck), a != b else {
        continue
      }
      pairs += 1
      let theirs = libthai(a, b)
      if theirs != 0, (theirs < 0) != less(a, b) { different += 1 }
    }
    #expect(pairs > 30_000)
    #expect(different * 1000 <= pairs * 3, "\(different) of \(pairs)")
  }

  @Test("bytes give the same order as the plain key they stand for")
  func plainKey() {
    var luck = Luck(seed: 22)
    let pool: [Unicode.Scalar] = [
      "ก", "ข", "เ", "แ", "ไ", "า", "ะ", "\u{E31}", "\u{E47}", "\u{E48}", "\u{E49}", "\u{E4C}", "1", "๑", "2", " ", ".",
      "-", "A",
      "z", "é", "\u{200D}", "\u{1F600}", "Ж",
    ]
    for _ in 0..<40_000 {
      let two = (0..<2).map { _ in
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...6, using: &luck) {
          if let scalar = pool.randomElement(using: &luck) { view.append(scalar) }
        }
        return String(view)
      }
      let plain = [PlainKey.key(two[0]), PlainKey.key(two[1])]
      #expect(less(two[0], two[1]) == plain[0].lexicographicallyPrecedes(plain[1]), "\(two)")
      #expect((SortKey.bytes(two[0]) == SortKey.bytes(two[1])) == (plain[0] == plain[1]), "\(two)")
    }
  }

  @Test("first names decide before surnames, even when one begins the other")
  func people() {
    let people = [("กา", "ฮ"), ("ก่า", "ก"), ("กาก", "ก"), ("กาญจนา", "ข"), ("กาญจนา", "ค"), ("เกด", "ก"), ("ขา", "ก")]
    let keys = people.map { SortKey.bytes(first: $0.0, last: $0.1) }
    for (a, b) in zip(keys, keys.dropFirst()) { #expect(a.lexicographicallyPrecedes(b)) }
    var luck = Luck(seed: 23)
    for _ in 0..<10_000 {
      let a = (Self.name(&luck), Self.name(&luck)), b = (Self.name(&luck), Self.name(&luck))
      let expected = SortKey.bytes(a.0) == SortKey.bytes(b.0) ? less(a.1, b.1) : less(a.0, b.0)
      let keyA = SortKey.bytes(first: a.0, last: a.1), keyB = SortKey.bytes(first: b.0, last: b.1)
      #expect(keyA.lexicographicallyPrecedes(keyB) == expected)
    }
  }

  private func less(_ a: String, _ b: String) -> Bool {
    SortKey.bytes(a).lexicographicallyPrecedes(SortKey.bytes(b))
  }

  private func libthai(_ a: String, _ b: String) -> Int32 {
    func tis(_ text: String) -> [CUnsignedChar] {
      text.unicodeScalars.map { th_uni2tis(thwchar_t(bitPattern: $0.value)) } + [0]
    }
    return th_strcoll(tis(a), tis(b))
  }

  /// One to three syllables out of common parts.
  private static func name(_ luck: inout Luck) -> String {
    let leads = ["", "", "", "เ", "แ", "โ", "ใ", "ไ"], tails = ["", "น", "ง", "ย", "ม", "ร์", "ต"]
    let heads = ["ก", "ข", "ค", "จ", "ช", "ด", "ต", "น", "บ", "ป", "พ", "ม", "ร", "ล", "ว", "ส", "ห", "อ", "กร", "พล"]
    let marks = ["", "", "า", "ิ", "ี", "ุ", "ู", "ั"], tones = ["", "", "", "่", "้", "๊", "๋"]
    var name = ""
    for _ in 0..<Int.random(in: 1...3, using: &luck) {
      let lead = leads.randomElement(using: &luck) ?? ""
      name += lead + (heads.randomElement(using: &luck) ?? "ก")
      let mark = lead.isEmpty ? marks.randomElement(using: &luck) ?? "" : ""
      let tone = tones.randomElement(using: &luck) ?? ""
      name += mark == "า" ? tone + mark : mark + tone
      name += tails.randomElement(using: &luck) ?? ""
    }
    return TextForm.clean(name)
  }
}

/// The order as a plain list of numbers, slow and easy to read: what the bytes must agree with.
private enum PlainKey {
  private static let rank: [UInt32: UInt32] = [
    0x0E4E: 1, 0x0E4C: 2, 0x0E47: 3, 0x0E48: 4, 0x0E49: 5, 0x0E4A: 6, 0x0E4B: 7,
  ]

  static func key(_ text: String) -> [UInt32] {
    var letters: [UInt32] = []
    var marks: [UInt32] = []
    var rest: [UInt32] = []
    func at(_ kind: UInt32) -> UInt32 { (0xFFFF - UInt32(letters.count)) << 8 | kind }
    func put(_ c: UInt32) {
      if let rank = rank[c] {
        marks.append(at(rank))
      } else if (0x0E50...0x0E59).contains(c) {
        letters.append(0x100 + c - 0x0E50)
        marks.append(at(1))
      } else if (0x30...0x39).contains(c) {
        letters.append(0x100 + c - 0x30)
      } else if c < 0x41 {
        rest.append(at(c))
      } else {
        letters.append(c)
      }
    }
    let all = text.unicodeScalars.map(\.value)
    var i = 0
    while i < all.count {
      if (0x0E40...0x0E44).contains(all[i]), i + 1 < all.count, (0x0E01...0x0E2E).contains(all[i + 1]) {
        put(all[i + 1])
        put(all[i])
        i += 2
      } else {
        put(all[i])
        i += 1
      }
    }
    return letters + [0] + marks + [0] + rest
  }
}
