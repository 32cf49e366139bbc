import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// Where files stand, what two machines changed at once, and the next year, as text in both languages at both sizes.
@Suite("The screens of exchange") @MainActor
struct ExchangeFrames_Tests {
  private static let school = UnitCode("3099000001"), authority = UnitCode("05990101")
  private static let user = UserName("3099000001")

  @Test("where files stand with everybody, and what there is to read", arguments: Sitting.looks)
  func partners(code: Language.Code, size: Size) throws {
    let tree = try TreeFiles(children: 12)
    let school = try tree.store("3099000001")
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    _ = try school.set([FieldChange(.remark, "ย้ายมา")], of: [child.id], by: Self.user)
    let clerk = try Sitting(at: Self.school, of: tree, language: code, size: size)
    clerk.open(.page(.partners))
    clerk.expectFrame("exchange-partners-school")
    let officer = try Sitting(at: Self.authority, of: tree, language: code, size: size)
    officer.open(.page(.partners))
    officer.expectFrame("exchange-partners")
    let stick = TemporaryFolder()
    let made = try school.makeBundle(for: Self.authority, by: Self.user)
    try BundleFiles.write(made.bytes, to: stick.file(made.name))
    let path = stick.path
    officer.desk.letterFolders = { LetterFolders(sticks: [path]) }
    officer.open(.page(.bundles))
    officer.expectFrame("exchange-letters")
    officer.press(.enter)
    officer.expectFrame("exchange-preview")
    officer.press(.enter)
    officer.expectFrame("exchange-read")
  }

  @Test(
    "two machines changed one field: both values, people and times, and one key settles it", arguments: Sitting.looks)
  func conflicts(code: Language.Code, size: Size) throws {
    let tree = try TreeFiles(policy: .reconfirm, children: 8)
    let school = try tree.store("3099000001")
    let second = try tree.secondMachine()
    defer { second.close() }
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first).id
    func tell(_ from: Store, _ to: Store) throws {
      _ = try to.read(bundle: try from.makeBundle(for: Self.school, by: Self.user).bytes, name: "")
    }
    try tell(second, school)
    try school.editStudent(child, [FieldChange(.room, "11")], by: Self.user)
    // The other machine counts further, so that it is always its value that is in force.
    for words in ["หนึ่ง", "สอง", "สาม", "สี่"] {
      try second.editStudent(child, [FieldChange(.remark, words)], by: Self.user)
    }
    try second.editStudent(child, [FieldChange(.room, "12")], by: Self.user)
    try tell(second, school)
    let clerk = try Sitting(at: Self.school, of: tree, language: code, size: size)
    clerk.expect(clerk.said("conflict.title"))
    clerk.open(.page(.conflicts))
    clerk.expectFrame("exchange-conflicts")
    let one = try #require(try school.conflicts().first)
    let foretold = ConflictWords.side(one.inForce, of: one, isOther: false, isForetold: true).said(in: Spoken.language)
    #expect(foretold.contains("จะมีผล"))
    clerk.press(.down, .down, .down, .enter)
    #expect(try school.conflicts().isEmpty)
    clerk.type("u")
    clerk.expectFrame("exchange-conflicts-undone")
    #expect(try school.student(child)?.student[.room] == "12")
  }

  @Test(
    "settling one leaves the bar on the next one's heading, so that Enter twice settles one; all at once says what happens"
  )
  func oneByOne() throws {
    let tree = try TreeFiles(policy: .reconfirm, children: 8)
    let school = try tree.store("3099000001")
    let second = try tree.secondMachine()
    defer { second.close() }
    let children = try school.roster(RosterFilter(), .first, limit: 3).map(\.id)
    func tell(_ from: Store, _ to: Store) throws {
      _ = try to.read(bundle: try from.makeBundle(for: Self.school, by: Self.user).bytes, name: "")
    }
    try tell(second, school)
    _ = try school.remove([children[2]], reason: .left, by: Self.user)
    for child in children.prefix(2) { try school.editStudent(child, [FieldChange(.room, "11")], by: Self.user) }
    for child in children { try second.editStudent(child, [FieldChange(.room, "12")], by: Self.user) }
    try tell(second, school)
    #expect(try school.conflicts().count == 3)
    let clerk = try Sitting(at: Self.school, of: tree, language: .english)
    clerk.open(.page(.conflicts))
    clerk.press(.home, .enter)
    clerk.expect("3 fields of 3 children")
    clerk.expect("stays out of the roster")
    clerk.press(.escape)
    clerk.open(.page(.conflicts))
    clerk.press(.down, .enter)
    #expect(try school.conflicts().count == 2)
    let cursor = try #require(clerk.canvas.cursor)
    #expect(clerk.rows[cursor.row].contains(":"), "the bar is on a heading: \(clerk.rows[cursor.row])")
    clerk.expect("Taken out, and Room changed")
    let row = try #require(clerk.rows.first { $0.contains("brings the child back") })
    #expect(row.contains("12"), "the edit brings back, not the removal: \(row)")
  }

  @Test("what keeping all means is one sentence, in which no number is parted from its word")
  func keepAll() {
    let side = ConflictEntry.Side(
      event: EventID(.zero), value: "7", person: "ก", at: TrainingSet.clock, device: "aaaa", kind: .studentRemoved)
    let children = (1...2).map { number in
      ConflictEntry(
        record: RecordID(EventID(Hash32([UInt8](repeating: UInt8(number), count: 32)) ?? .zero)), child: nil, field: 1,
        inForce: side, other: side, isRemoved: true)
    }
    let basics = ConflictEntry(record: nil, child: nil, field: 1, inForce: side, other: side, isRemoved: false)
    var thai = Spoken.language
    thai.code = .thai
    let said = ConflictWords.all(children).said(in: thai)
    #expect(!said.contains("  ") && !said.contains("ทะเบียน"), "\(said)")
    for width in 40...76 {
      let lines = Wrap.lines(said, width: width)
      #expect(!lines.contains { $0.last?.isNumber ?? false }, "\(lines)")
    }
    #expect(!ConflictWords.all([basics]).said(in: thai).contains("0"))
  }

  @Test("where one person sat at both machines each value names its machine", arguments: Language.Code.allCases)
  func onePerson(language: Language.Code) throws {
    let side = { (device: String) in
      ConflictEntry.Side(
        event: EventID(.zero), value: device == "aaaa" ? "7" : "8", person: "พรทิพย์ ขยันสอน",
        at: TrainingSet.clock, device: device, kind: .studentEdited)
    }
    func words(_ conflict: ConflictEntry) -> String {
      var spoken = Spoken.language
      spoken.code = language
      return [false, true].map { isOther in
        ConflictWords.by(isOther ? conflict.other : conflict.inForce, of: conflict).said(in: spoken)
      }.joined()
    }
    var conflict = ConflictEntry(
      record: nil, child: nil, field: 1, inForce: side("aaaa"), other: side("bbbb"), isRemoved: false)
    #expect(words(conflict).contains("aaaa") && words(conflict).contains("bbbb"), "\(words(conflict))")
    conflict.other.person = "คนที่สอง"
    #expect(!words(conflict).contains("aaaa") && !words(conflict).contains("bbbb"))
  }

  @Test("the next academic year: who goes where, before anything is done", arguments: Sitting.looks)
  func promotion(code: Language.Code, size: Size) throws {
    let tree = try TreeFiles(policy: .reconfirm, children: 24)
    try Readiness.makeReady(try tree.store("3099000001"), by: Self.user)
    let department = try tree.store("00")
    var round = try #require(try department.currentRound())
    round = round.moved(toYear: round.key.year + 1)
    try department.setRound(round, password: TrainingSet.password, by: UserName("00"))
    try tree.tree.exchange()
    let clerk = try Sitting(at: Self.school, of: tree, language: code, size: size)
    clerk.expect(clerk.said("promotion.due"))
    clerk.open(.page(.promotion))
    clerk.expectFrame("exchange-promotion")
  }
}
