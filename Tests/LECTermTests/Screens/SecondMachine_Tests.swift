import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// Two machines of one school: each finds the other among those it can send to, and no file is taken for another one.
@MainActor @Suite("Two machines of one unit")
struct SecondMachine_Tests {
  private let tree: TreeFiles
  private let code = UnitCode("3099000001"), authority = UnitCode("05990101")
  private let school: Store, second: Store
  private let media = TemporaryFolder()
  private var user: UserName { UserName(code.text) }

  init() throws {
    tree = try TreeFiles(policy: .reconfirm, children: 8)
    school = try tree.store(code)
    second = try tree.secondMachine()
  }

  private func sit(_ store: Store, _ language: Language.Code = .english, _ size: Size = .smallest) throws -> Sitting {
    let sitting = try Sitting(at: code, of: tree, language: language, size: size)
    let stick = media.path
    sitting.desk.letterFolders = { LetterFolders(sticks: [stick]) }
    sitting.desk.store = store
    sitting.desk.session = try store.logIn(user, password: TrainingSet.password)
    sitting.open(.home)
    return sitting
  }

  private func tell(_ from: Store, _ to: Store) throws {
    _ = try to.read(bundle: try from.makeBundle(for: code, by: user).bytes, name: "")
  }

  @Test("the door shows the words that open every training set only where they open the file")
  func door() throws {
    let words = TrainingSet.password
    let card = try school.issueCard(for: code, password: words, by: user)
    let (third, _) = try Store.join(
      at: tree.folder.file("third.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 502))
    for (store, isOpen) in [(school, true), (second, true), (third, false)] {
      let sitting = try sit(school)
      sitting.desk.store = store
      sitting.open(.logIn)
      if isOpen { sitting.expect(words) } else { sitting.expectNot(words) }
    }
  }

  @Test(
    "what is written on a copy of the first machine's file has the name of the person there, not of whoever sits at the second"
  )
  func whose() throws {
    try tell(second, school)
    let copy = tree.folder.file("copy.db")
    try school.backup(to: copy)
    let copied = try Store.open(copy, world: Fixtures.world(seed: 503))
    let child = try #require(try copied.roster(RosterFilter(), .first, limit: 1).first)
    _ = try copied.set([FieldChange(.remark, "จากสำเนา")], of: [child.id], by: user)
    let first = try #require(try school.logIn(user, password: TrainingSet.password).profile?.fullName)
    let other = try #require(try second.logIn(user, password: TrainingSet.password).profile?.fullName)
    #expect(first != other)
    #expect(try copied.history(of: child.id).map(\.person).contains(first))
    #expect(try !copied.history(of: child.id).map(\.person).contains(other))
    let edited = try second.set([FieldChange(.remark, "จากเครื่องที่สอง")], of: [child.id], by: user)
    #expect(edited.records == [child.id])
    #expect(try second.history(of: child.id).map(\.person).contains(other))
  }

  @Test("a machine that just joined is told what it wrote, and that its first file, being whole, is larger")
  func firstFile() throws {
    let own = try #require(try second.partner(code))
    let made = try second.makeBundle(for: code, by: user)
    #expect(own.unsent < Int(made.header.events) && own.receipt == nil)
    let clerk = try sit(try third())
    clerk.open(.page(.partners))
    clerk.expect("; the first file is ")
  }

  private func third() throws -> Store {
    let card = try school.issueCard(for: code, password: TrainingSet.password, by: user)
    let (third, _) = try Store.join(
      at: tree.folder.file("third.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 502))
    _ = try third.makeProfile(
      user, currentPassword: card.code.shown, first: "คนที่สาม", last: "ฝึกหัด", position: "ครู",
      phone: "0000000006", newPassword: TrainingSet.password)
    return third
  }

  @Test("in a window that is too small no key does anything but leave")
  func tooSmall() throws {
    let clerk = try sit(school)
    clerk.open(.page(.send(authority, isDelta: false)))
    let made = try school.filesMade()
    clerk.resize(to: Size(columns: 60, rows: 20))
    clerk.press(.enter, .char("?"), .char(":"))
    #expect(try school.filesMade() == made)
    clerk.expectNot(clerk.said("list.search"))
    clerk.resize(to: .smallest)
    clerk.expect(clerk.said("send.title"))
    clerk.expectNot(clerk.said("list.search"))
    clerk.press(.enter)
    #expect(try school.filesMade() == made + 1)
  }

  @Test(
    "it stands among the receivers and on the page of where files stand, on both sides, and a file for it is made there"
  )
  func partner() throws {
    #expect(try school.partners().contains { $0.isOwn } == false, "it is not known yet")
    try tell(second, school)
    let children = try school.roster(RosterFilter(), .first, limit: 1).map(\.id)
    _ = try school.set([FieldChange(.remark, "x")], of: children, by: user)
    let clerk = try sit(school)
    for page in [PageID.bundles, .partners] {
      clerk.open(.page(page))
      clerk.expect("another machine of this unit")
    }
    clerk.open(.page(.send(code, isDelta: false)))
    clerk.expect("for another machine of this unit")
    clerk.press(.enter)
    clerk.expect("for another machine of this unit")
    #expect(try school.partner(code)?.lastOut != nil)

    let other = try sit(second)
    other.open(.page(.bundles))
    other.expect("another machine of this unit, no. 2")
    other.press(.enter)
    other.expect("From another machine of this unit")
    other.press(.enter)
    other.open(.page(.partners))
    other.expect("last file from there: no. 2")
    // The receipt for it goes back with the next file, like any other.
    #expect(try second.partner(code)?.owesReceipt == true)
    try tell(second, school)
    #expect(try school.partner(code)?.lastOut?.received != nil)
    #expect(try school.partner(code)?.unsent == 0, "what the other machine wrote itself is not new to it")
  }

  @Test("its row fits the smallest window", arguments: Sitting.looks)
  func frame(language: Language.Code, size: Size) throws {
    try tell(second, school)
    let clerk = try sit(school, language, size)
    clerk.open(.page(.partners))
    clerk.expectFrame("exchange-partners-machine")
    clerk.open(.page(.bundles))
    clerk.expectFrame("exchange-receivers-machine")
  }

  @Test("files of two machines with one number on one day have two names, and each lies whole on the stick")
  func names() throws {
    try tell(second, school)
    // The second machine has made fewer files: until it gives the same number.
    let last = try #require(try school.lastFile(to: authority)?.number)
    while try second.lastFile(to: authority)?.number ?? 0 < last { _ = try second.makeBundle(for: authority, by: user) }
    for store in [school, second] {
      let clerk = try sit(store)
      clerk.open(.page(.send(authority, isDelta: false)))
      clerk.press(.enter)
      clerk.expect("Safe to pull out")
      // The name is read to its end, whatever folder it lies in.
      clerk.expect(try #require(store.lastFile(to: authority)?.name))
    }
    let files = BundleFiles.named(media.path)
    #expect(files.count == 2)
    let headers = try files.map { try Container.inspect(BundleFiles.read($0)) }
    #expect(headers[0].number == headers[1].number && headers[0].chain != headers[1].chain)
  }

  @Test("a unit with one machine has plain names; a copy that begins anew marks its own")
  func plainNames() throws {
    let alone = try tree.store("3099000002")
    let name = try alone.makeBundle(for: authority, by: UserName("3099000002")).name
    #expect(name.hasSuffix("-3.lec"))
    let copy = tree.folder.file("old.db")
    try alone.backup(to: copy)
    let later = try alone.makeBundle(for: authority, by: UserName("3099000002")).name
    let old = try Store.open(copy, world: Fixtures.world())
    defer { old.close() }
    #expect(try old.makeBundle(for: authority, by: UserName("3099000002")).name != later)
  }

  @Test("a file that lies there under the same name is not written over: the new one gets a free name")
  func free() throws {
    let path = media.file("x.lec")
    #expect(BundleFiles.free(path) == path)
    for text in ["one", "two", "three"] { try BundleFiles.write(Array(text.utf8), to: BundleFiles.free(path)) }
    #expect(
      BundleFiles.named(media.path).map { $0.dropFirst(media.path.count + 1) } == ["x-2.lec", "x-3.lec", "x.lec"])
    #expect(try FileCare.whole(path, limit: 10) == Array("one".utf8))
    #expect(throws: StoreError.exists(path: path)) { try BundleFiles.write([1], to: path) }
  }

  @Test("two pasted texts with one number and day are two files, and the second is shown, not the first again")
  func pasted() throws {
    let officer = try Sitting(at: authority, of: tree, language: .english)
    _ = try school.set(
      [FieldChange(.remark, "x")], of: school.roster(RosterFilter(), .first, limit: 1).map(\.id), by: user)
    var shown: [String] = []
    for store in [school, second] {
      let made = try store.makeBundle(for: authority, by: user)
      officer.open(.pasteBundle)
      officer.press(.paste(try Armor.write(made.bytes)))
      officer.expect("Take this file")
      shown.append(officer.rows.first { $0.contains("From ") } ?? "")
    }
    #expect(shown[0] != shown[1])
    #expect(BundleFiles.named(tree.folder.path).count { $0.contains("-text") } == 2)
  }

  @Test("files that the other machine made are not called made here")
  func whoMade() throws {
    try tell(second, school)
    for store in [school, second] {
      let made = try store.makeBundle(for: authority, by: user)
      try BundleFiles.write(made.bytes, to: media.file(made.name))
    }
    for (store, language) in [(school, Language.Code.english), (second, .thai)] {
      let clerk = try sit(store, language)
      clerk.open(.page(.bundles))
      clerk.expect(clerk.said("bundles.state.madeHere"))
      clerk.expect(clerk.said("bundles.state.madeByOther"))
    }
  }
}
