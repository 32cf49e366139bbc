extension Title {
  /// Reads long and short forms, Thai and English, and the register's codes; anything else is kept as it is; nil is for nothing.
  package static func parse(_ text: String) -> Title? {
    let clean = TextForm.clean(text)
    if clean.isEmpty { return nil }
    return words[clean] ?? .other(clean)
  }

  private static let words = WordTable<Title>([
    (.boy, "เด็กชาย ด.ช. boy master mstr 001"),
    (.girl, "เด็กหญิง ด.ญ. girl 002"),
    (.mr, "นาย mr mister 003"),
    (.miss, "นางสาว น.ส. miss ms 004"),
    (.mrs, "นาง mrs 005"),
    (.novice, "สามเณร เณร ส.ณ. novice"),
    (.monk, "พระ พระภิกษุ monk"),
    (.nun, "แม่ชี nun"),
  ])

  /// Parts a title from a name that was written in one: `ด.ช.สมชาย ใจดี`. No title when the letters may belong to the name.
  package static func split(_ text: String) -> (title: Title?, name: String) {
    let clean = TextForm.clean(text)
    for (written, title) in glued where clean.utf8.starts(with: written.utf8) {
      let rest = TextForm.clean(String(decoding: clean.utf8.dropFirst(written.utf8.count), as: UTF8.self))
      if rest.isEmpty { break }
      return (title, rest)
    }
    if let space = clean.utf8.firstIndex(of: 0x20) {
      let word = String(decoding: clean.utf8[..<space], as: UTF8.self)
      if let title = parse(word), common.contains(title) {
        return (title, TextForm.clean(String(decoding: clean.utf8[space...], as: UTF8.self)))
      }
    }
    return (nil, clean)
  }

  /// Forms with which no name begins, so that no space need follow.
  private static let glued: [(String, Title)] = [
    ("เด็กชาย", .boy), ("ด.ช.", .boy), ("ดช.", .boy), ("เด็กหญิง", .girl), ("ด.ญ.", .girl), ("ดญ.", .girl),
    ("นางสาว", .miss), ("น.ส.", .miss), ("นส.", .miss), ("สามเณร", .novice), ("ส.ณ.", .novice), ("แม่ชี", .nun),
  ]
}
