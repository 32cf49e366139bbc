import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// The trainer before a class: one key, and the whole set is at hand.
@MainActor @Suite("The trainer's pages")
struct Trainer_Tests {
  private let tree: TreeFiles
  private let school = UnitCode("3099000001"), authority = UnitCode("05990101")

  init() throws { tree = try TreeFiles(children: 8) }

  private func sit(
    _ unit: UnitCode, _ language: Language.Code = .thai, _ size: Size = .smallest
  ) throws -> Sitting {
    let sitting = try Sitting(at: unit, of: tree, language: language, size: size)
    // Files are opened as they were made: the same luck, the same clock, so that frames stay the same.
    sitting.desk.openFile = { path, now in
      try Store.open(path, world: Fixtures.world(seed: 77, now: now ?? Fixtures.now))
    }
    return sitting
  }

  @Test(
    "one key opens the pages over any screen and closes them again",
    arguments: [Key.char("T"), .function(12), .control("y")])
  func toggle(key: Key) throws {
    let sitting = try sit(school)
    sitting.open(.roster(RosterFilter()))
    let before = sitting.rows
    sitting.press(key)
    sitting.expect(sitting.said("trainer.sit"))
    sitting.press(.end, .enter)
    sitting.press(key)
    #expect(sitting.rows == before)
  }

  @Test("the pages are reached while a line is typed, and from a locked screen")
  func typing() throws {
    let sitting = try sit(school)
    sitting.open(.newStudent)
    sitting.press(.control("y"))
    sitting.expect(sitting.said("trainer.sit"))
    sitting.press(.escape)
    sitting.leaveAlone(minutes: 60)
    sitting.expect(sitting.said("lock.title"))
    sitting.press(.function(12), .enter)
    sitting.expectNot(sitting.said("lock.title"))
    sitting.expect(sitting.said("home.todo"))
  }

  @Test("Enter sits down as the office above, and again as the one before; no password is asked")
  func roles() throws {
    let sitting = try sit(school)
    sitting.press(.char("T"), .enter)
    #expect(sitting.desk.session?.unit == authority)
    sitting.expect("กานดา")
    sitting.press(.char("T"), .enter)
    #expect(sitting.desk.session?.unit == school)
    sitting.press(.char("T"), .enter)
    #expect(sitting.desk.session?.unit == authority)
    #expect(sitting.desk.path.hasSuffix("05990101.db"))
  }

  @Test("a first log-in is shown as it is")
  func firstLogin() throws {
    let sitting = try sit(school)
    sitting.press(.char("T"))
    for _ in 0..<20 where !sitting.canvas.chosenLine.contains(sitting.said("trainer.nobody")) { sitting.press(.up) }
    for _ in 0..<20 where !sitting.canvas.chosenLine.contains(sitting.said("trainer.nobody")) { sitting.press(.down) }
    sitting.press(.enter)
    sitting.expect(sitting.said("profile.title"))
  }

  @Test("the clock goes to the round's own dates on all files, and the stripe tells it")
  func clock() throws {
    let sitting = try sit(school, .english)
    for (line, time) in [
      ("before", "14 Oct 2567 9:00"), ("evening", "11 Nov 2567 23:55"), ("after", "12 Nov 2567 0:05"),
    ] {
      sitting.open(.page(.trainer(.clock)))
      let wanted = sitting.said(TextKey("trainer.clock.\(line)"))
      for _ in 0..<5 where !sitting.canvas.chosenLine.contains(wanted) { sitting.press(.down) }
      sitting.press(.enter)
      #expect(sitting.rows[1].contains(time), "\(sitting.rows[1])")
    }
    sitting.open(.home)
    sitting.expect(sitting.said("time.over"))
    sitting.press(.char("T"), .enter)
    #expect(sitting.rows[1].contains("12 Nov 2567 0:05"))
    sitting.open(.page(.trainer(.clock)))
    sitting.press(.end, .enter)
    sitting.type("9/11/2567 8:30")
    sitting.press(.enter)
    #expect(sitting.rows[1].contains("9 Nov 2567 8:30"))
    sitting.press(.end, .enter)
    sitting.type("tomorrow")
    sitting.press(.enter)
    sitting.expect(sitting.said("refusal.bad-date", [.text("detail", "tomorrow")]).prefix(20).description)
  }

  private func send(_ sitting: Sitting, _ fate: TrainerFate) {
    sitting.open(.page(.trainer(.send(isDelta: false))))
    sitting.press(.enter)
    let wanted = "> " + sitting.said(TextKey("trainer.fate.\(fate.rawValue)"))
    for _ in 0..<6 where !sitting.canvas.chosenLine.contains(wanted) { sitting.press(.down) }
    sitting.press(.enter)
  }

  private func edit(_ sitting: Sitting, _ words: String) throws {
    let store = try #require(sitting.desk.store)
    let child = try #require(try store.roster(RosterFilter(), .first, limit: 1).first)
    try store.editStudent(child.id, [FieldChange(.remark, words)], by: UserName(school.text))
  }

  private func letters() -> Int { FileCare.names(in: tree.folder.file("trainer/way")).count }

  @Test("a file arrives, is lost, doubled, damaged or late, and what happens is told in plain words")
  func fates() throws {
    let sitting = try sit(school)
    try edit(sitting, "หนึ่ง")
    send(sitting, .lost)
    sitting.expect("------x  ")
    #expect(letters() == 0)
    send(sitting, .damaged)
    sitting.expect(sitting.said("trainer.unchanged"))
    send(sitting, .late)
    #expect(letters() == 1)
    send(sitting, .twice)
    sitting.expect(sitting.said("trainer.nothingNew"))
    sitting.expect(sitting.said("bundles.sum.new"))
    // The one that was kept back comes after all: it brings nothing that is not known.
    sitting.open(.page(.trainer(.way)))
    sitting.press(.enter, .enter)
    sitting.expect(sitting.said("trainer.nothingNew"))
    #expect(letters() == 0)
    send(sitting, .box)
    sitting.press(.char("T"))
    sitting.expect(sitting.said("trainer.letters", [.number("count", 1)]))
    sitting.press(.enter)
    sitting.open(.page(.bundles))
    sitting.expect(sitting.said("bundles.state.new"))
  }

  @Test("back to how it was made, at once and in the same role; what there was is a mark")
  func reset() throws {
    let sitting = try sit(school)
    sitting.press(.char("T"), .char("T"))
    try edit(sitting, "จะหายไป")
    send(sitting, .arrives)
    sitting.open(.page(.trainer(.marks)))
    sitting.press(.down, .enter)
    sitting.expect(sitting.said("trainer.wasReset"))
    #expect(sitting.desk.session?.user.text == school.text)
    let store = try #require(sitting.desk.store)
    #expect(try store.roster(RosterFilter(), .first, limit: 1).first?.student[.remark] == "")
    try edit(sitting, "เริ่มใหม่")
    send(sitting, .arrives)
    sitting.expect(sitting.said("trainer.reads", [.text("unit", "เทศบาลตำบลฝึกหัด")]))
    sitting.expectNot(sitting.said("bundles.sum.refused"))
    sitting.open(.page(.trainer(.marks)))
    sitting.expect(sitting.said("trainer.mark.beforeReset"))
    sitting.press(.enter)
    sitting.type("ก่อนยืนยัน")
    sitting.press(.enter)
    sitting.expect("ก่อนยืนยัน")
  }

  @Test("a second window on the same set goes on in the file that was put in the place of its own")
  func twoWindows() throws {
    let one = try sit(school)
    one.press(.char("T"), .char("T"))
    let path = tree.tree.path(school)
    try one.desk.open(path, now: Fixtures.now)
    try edit(one, "จะหายไป")
    let two = try sit(authority)
    two.open(.page(.trainer(.marks)))
    two.press(.down, .enter)
    one.open(.roster(RosterFilter()))
    let store = try #require(one.desk.store)
    #expect(try store.roster(RosterFilter(), .first, limit: 1).first?.student[.remark] == "")
    #expect(one.desk.session?.user.text == school.text)
  }

  @Test("on a real file there is no such key, no such page and no such deed")
  func realFile() throws {
    let folder = TemporaryFolder()
    let (real, root) = try Store.makeRoot(
      at: folder.file("00.db"), code: UnitCode("00"), name: "กรม", training: false, world: Fixtures.world(seed: 9))
    let session = try real.makeProfile(
      root.user, currentPassword: root.firstPassword, first: "สมจริง", last: "ทดสอบ", position: "-",
      phone: "0000000001", newPassword: TrainingSet.password)
    let sitting = try sit(school)
    let member = tree.tree.path(school)
    sitting.desk.store = real
    sitting.desk.path = folder.file("00.db")
    sitting.desk.session = session
    sitting.open(.home)
    let before = sitting.rows
    for key in [Key.char("T"), .function(12), .control("y")] { sitting.press(key) }
    #expect(sitting.rows == before)
    #expect(!before[1].contains(sitting.said("chrome.training")))
    let deeds: [TrainerDeed] = [
      .sit(TrainerSeat(path: folder.file("00.db"), user: root.user)),
      .sit(TrainerSeat(path: member, user: UserName(school.text))), .setClock(Fixtures.now), .typeClock,
      .send(authority, isDelta: false), .deliver("x.lec", .arrives), .mark, .reset("as-made"),
    ]
    for deed in deeds {
      #expect(throws: Refusal(.trainingOnly, .op04)) {
        try sitting.desk.answer(.level(.perform(.trainer(deed), ["x"])))
      }
    }
    for place in [TrainerPlace.home, .clock, .marks, .way, .send(isDelta: false)] {
      #expect(throws: Refusal(.trainingOnly, .op04)) {
        try sitting.desk.answer(.level(.page(.trainer(place), search: "")))
      }
    }
  }

  @Test("from a training file nobody gets into a real one that lies beside it")
  func realFileBeside() throws {
    let path = tree.folder.file("real.db")
    let (real, root) = try Store.makeRoot(
      at: path, code: UnitCode("00"), name: "กรมจริง", training: false, world: Fixtures.world(seed: 9))
    real.close()
    let sitting = try sit(school)
    sitting.press(.char("T"))
    sitting.expectNot("กรมจริง")
    #expect(throws: Refusal(.trainingOnly, .op04)) {
      try sitting.desk.answer(.level(.perform(.trainer(.sit(TrainerSeat(path: path, user: root.user))), [])))
    }
    #expect(sitting.desk.path == tree.tree.path(school))
  }

  @Test("lessons have files of their own, and no trainer's pages")
  func lessons() throws {
    let desk = Desk(store: try tree.store(school), path: tree.tree.path(school), data: Spoken.folder)
    #expect(!desk.hasTrainer && desk.heading().isTraining)
  }

  @Test("the pages as they are seen", arguments: Sitting.looks)
  func frames(code: Language.Code, size: Size) throws {
    let sitting = try sit(school, code, size)
    sitting.press(.char("T"))
    sitting.expectFrame("trainer-home")
    sitting.open(.page(.trainer(.clock)))
    sitting.expectFrame("trainer-clock")
    sitting.open(.page(.trainer(.marks)))
    sitting.expectFrame("trainer-marks")
    sitting.open(.page(.trainer(.send(isDelta: false))))
    sitting.expectFrame("trainer-send")
    sitting.press(.enter)
    sitting.expectFrame("trainer-letter")
  }
}
