import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@Suite("The home screen: what to do next")
@MainActor struct HomeTests {
  @Test("the next step lies under Enter, from the roll-call to confirming")
  func nextStep() throws {
    let sitting = try Sitting(.centre)
    sitting.expect("> " + sitting.said("home.step.rollCall"))
    try sitting.file.markEverybody()
    sitting.open(.home)
    sitting.expect("> " + sitting.said("home.step.check"))
    sitting.press(.enter)
    sitting.expect(sitting.said("check.title"))
    try sitting.file.makeReady()
    sitting.open(.home)
    sitting.expect("> " + confirm(sitting, .students))
    try sitting.file.store.confirm(.students, password: TrainingSet.password, by: sitting.file.user)
    sitting.open(.home)
    sitting.expect("> " + confirm(sitting, .basics))
  }

  @Test("absent children stand in the list until they are taken out")
  func absent() throws {
    let sitting = try Sitting(.centre) { file in
      try file.markEverybody()
      try file.store.mark([try file.children()[0].id], .absent, by: file.user)
    }
    sitting.expect("> " + sitting.said("home.step.absent"))
    let child = try #require(try sitting.file.children().first)
    try sitting.file.store.remove([child.id], reason: .moved, by: sitting.file.user)
    sitting.open(.home)
    sitting.expectNot(sitting.said("home.step.absent"))
  }

  @Test("the bar stays where the person put it while time passes")
  func timePasses() {
    var home = HomeScreen()
    let state = HomeState(
      unit: TrainingSet(.centre).unit, round: TrainingSet(.centre).round, person: "ชูใจ เลิศฝึก", counts: Counts(),
      unchecked: 3)
    _ = home.handle(.opened)
    _ = home.handle(.answer(.account(.home(state))))
    _ = home.handle(.command(.down))
    _ = home.handle(.tick(TrainingSet.clock))
    _ = home.handle(.answer(.account(.home(state))))
    #expect(home.handle(.command(.choose)) == [.open(.page(.send(UnitCode("05990101"), isDelta: false)))])
  }

  @Test("after the deadline it says so, and whom to ring", arguments: Sitting.looks)
  func late(code: Language.Code, size: Size) throws {
    let late = TrainingSet.clock + 10 * 86_400_000
    let sitting = try Sitting(.centre, language: code, size: size)
    sitting.desk.store = try Store.open(sitting.file.path, world: Fixtures.world(now: late))
    sitting.open(.home)
    sitting.expect(sitting.said("time.over"))
    let parent = try #require(try sitting.file.store.parentContact())
    sitting.expect(parent.phone)
    sitting.expectFrame("home-late")
  }

  @Test("what was not sent is said as long as it is not in a file, then that it was made, then that it was read there")
  func sending() throws {
    let tree = try TreeFiles(children: 6)
    let school = try tree.store("3099000001"), authority = try tree.store("05990101")
    let user = UserName("3099000001"), above = UnitCode("05990101")
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    let clerk = try Sitting(at: UnitCode("3099000001"), of: tree, language: .english)
    clerk.open(.home)
    clerk.expectNot("not sent")
    _ = try school.set([FieldChange(.remark, "ย้ายมา")], of: [child.id], by: user)
    for destination in [Destination.home, .page(.bundles), .page(.partners)] {
      clerk.open(destination)
      clerk.expect("1 change not sent, ")
      clerk.expectNot("read there {")
    }
    let made = try school.makeBundle(for: above, delta: true, by: user)
    for destination in [Destination.home, .page(.bundles), .page(.partners)] {
      clerk.open(destination)
      clerk.expect("no receipt yet")
      clerk.expectNot("not sent")
    }
    _ = try authority.read(bundle: made.bytes, name: "")
    let officer = try Sitting(at: above, of: tree, language: .english)
    officer.open(.page(.partners))
    officer.expect("a receipt to send")
    let back = try authority.makeBundle(for: UnitCode("3099000001"), delta: true, by: UserName("05990101"))
    officer.open(.page(.partners))
    officer.expectNot("a receipt to send")
    _ = try school.read(bundle: back.bytes, name: "")
    clerk.open(.home)
    clerk.expect("read there")
    clerk.expectNot("not yet read there")
  }

  @Test("search from here opens the list with the field, so that a name is a name and no command")
  func search() throws {
    let sitting = try Sitting(.centre, children: 30)
    let child = try #require(try sitting.file.children().last).student
    sitting.type("/")
    sitting.type(child[.first])
    sitting.expect(child[.first])
    sitting.expect(sitting.said("list.search"))
    sitting.expect(sitting.said("roster.title"))
    sitting.type("ddd")
    sitting.expect(sitting.said("roster.title"))
    let tree = try TreeFiles(children: 2)
    let officer = try Sitting(at: UnitCode("05990101"), of: tree)
    officer.type("/")
    officer.type("เทศบาล")
    officer.press(.enter)
    officer.expect("3099000001")
    officer.open(.page(.partners))
    officer.type("/")
    officer.expectNot(officer.said("page.search.what"))
  }

  @Test("every line of the menu leads to a screen, and back home again")
  func menu() throws {
    let sitting = try Sitting(.centre)
    let lines = sitting.rows.count
    for step in 0..<30 {
      sitting.open(.home)
      for _ in 0..<step { sitting.press(.down) }
      let chosen = sitting.rows.first { $0.hasPrefix("> ") } ?? ""
      if chosen.contains(sitting.said("home.menu.logOut")) { return }
      sitting.press(.enter)
      #expect(!sitting.rows[0].contains(sitting.said("home.title")), "\(chosen) leads nowhere")
      #expect(sitting.rows.count == lines)
      sitting.press(.escape)
      sitting.expect(sitting.said("home.title"))
    }
    Issue.record("the end of the menu was not reached")
  }

  @Test("the history of the whole is the log")
  func history() throws {
    let sitting = try Sitting(.centre)
    sitting.press(.char("H"))
    sitting.expect(sitting.said("log.title"))
  }

  @Test("logging out leads to the door, and nobody is here any more")
  func logOut() throws {
    let sitting = try Sitting(.centre)
    sitting.press(.end, .enter)
    sitting.expect(sitting.said("login.title"))
    #expect(sitting.desk.session == nil)
  }

  private func confirm(_ sitting: Sitting, _ dataset: Dataset) -> String {
    sitting.said("home.step.confirm", [.key("dataset", TextKey("dataset.\(dataset.rawValue)"))])
  }

  @Test(
    "the palette finds every place of the menu by a few letters, Thai or English, and no key of the screen is claimed twice"
  )
  func places() throws {
    let sitting = try Sitting(.centre, language: .english)
    #expect(KeyMap.collisions(among: HomeScreen().commands.map(\.id)) == [])
    for letters in ["ทะเบียน", "register"] {
      sitting.open(.home)
      sitting.press(.control("p"))
      sitting.type(letters)
      sitting.press(.enter)
      sitting.expect(sitting.said("register.title"))
    }
    sitting.open(.home)
    sitting.type("s")
    sitting.expect(sitting.said("settings.title"))
  }
}
