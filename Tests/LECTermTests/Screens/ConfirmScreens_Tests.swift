import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@Suite("Confirming and what comes after")
@MainActor struct ConfirmScreensTests {
  @Test("CF-01 names every kind of problem that stands against confirming, with its rule")
  func obstacles() throws {
    let sitting = try Sitting()
    sitting.open(.confirm(.students))
    sitting.expect("(27)")
    sitting.expect("RM-06")
    sitting.expect("PU-09")
    sitting.type("y")
    #expect(try sitting.file.store.states().allSatisfy { $0.confirmed == nil })
  }

  @Test("CF-01 a wrong password confirms nothing, the right one confirms and shows the counts of the reports, PU-12")
  func password() throws {
    let sitting = try Sitting { try $0.makeReady() }
    sitting.open(.confirm(.students))
    sitting.type("y")
    sitting.type("ผิด")
    sitting.press(.enter)
    #expect(try state(sitting).confirmed == nil)
    sitting.type("y")
    sitting.type(TrainingSet.password)
    sitting.press(.enter)
    #expect(try state(sitting).confirmed?.confirmation.counts.all.total == 26)
    sitting.expect(sitting.said("confirm.reported"))
    sitting.expect(sitting.said("confirm.same"))
  }

  @Test("where data stay open the page speaks of no deadline and of no second pair of eyes")
  func openRound() throws {
    let sitting = try Sitting(policy: .open) { try $0.makeReady() }
    sitting.open(.confirm(.students))
    sitting.expectNot(sitting.said("confirm.single").prefix(20).description)
    sitting.expectNot(sitting.said("confirm.due", [.words("date", .none)]))
  }

  @Test("CF-02 a centre confirms its basic information as a dataset of its own")
  func basics() throws {
    let sitting = try Sitting { try $0.makeReady() }
    sitting.open(.confirm(.basics))
    sitting.type("y")
    sitting.type(TrainingSet.password)
    sitting.press(.enter)
    #expect(try sitting.file.store.states().first { $0.dataset == .basics }?.confirmed != nil)
    #expect(try state(sitting).confirmed == nil)
  }

  @Test("CF-03 counts that differ from the confirmed ones say to cancel, check and confirm again; PU-11")
  func differing() throws {
    let sitting = try Sitting(policy: .reconfirm) { file in
      try file.makeConfirmed()
      try file.store.remove([try file.children()[4].id], reason: .moved, by: file.user)
    }
    sitting.open(.confirmed(.students))
    sitting.expect("CF-03")
    sitting.expect("26")
    sitting.expect("25")
  }

  @Test("CF-03 a confirmation is taken back with a reason and the password, then mended and made anew")
  func takingBack() throws {
    let sitting = try Sitting { try $0.makeConfirmed() }
    sitting.open(.confirmed(.students))
    sitting.type("N")
    sitting.press(.enter)
    sitting.expect(sitting.said("form.required"))
    sitting.type("ยอดไม่ตรง")
    sitting.press(.enter)
    sitting.type(TrainingSet.password)
    sitting.press(.enter)
    #expect(try state(sitting).confirmed == nil)
    sitting.open(.confirm(.students))
    sitting.type("y")
    sitting.type(TrainingSet.password)
    sitting.press(.enter)
    sitting.expect(sitting.said("confirm.same"))
  }

  @Test("four eyes: who entered the data is told to let the other one confirm, who then can")
  func fourEyes() throws {
    let first = try Sitting(.school, user: "3099000001") { try $0.makeReady() }
    first.open(.confirm(.students))
    first.type("y")
    first.type(TrainingSet.password)
    first.press(.enter)
    #expect(try state(first).confirmed == nil)
    let second = try Sitting(.school, user: "3099000001-2") { try $0.makeReady() }
    second.open(.confirm(.students))
    second.type("y")
    second.type(TrainingSet.password)
    second.press(.enter)
    #expect(try state(second).confirmed?.confirmation.singleHanded == false)
    second.expectNot(second.said("confirm.single"))
  }

  @Test("OP-04 after the deadline the refusal names the date, the person and the telephone")
  func late() throws {
    let after = try #require(Moment(iso: "2024-11-13T08:00"))
    let sitting = try Sitting { try $0.makeReady() }
    sitting.file.store.close()
    let world = Fixtures.world(now: after)
    sitting.desk.store = try Store.open(sitting.file.path, world: world)
    sitting.open(.confirm(.students))
    sitting.expect("0000000001")
    sitting.expect("OP-04")
    sitting.type("y")
    #expect(try sitting.desk.file().states().allSatisfy { $0.confirmed == nil })
  }

  @Test("CF-12 in a window of correction nothing needs confirming, and the screen says so")
  func open() throws {
    let sitting = try Sitting(policy: .open) { try $0.makeReady() }
    sitting.open(.confirm(.students))
    sitting.expect("CF-12")
  }

  @Test("ED-04 a locked edit says who releases with the telephone, and Enter on the second button writes the request")
  func asking() throws {
    let sitting = try Sitting { try $0.makeConfirmed() }
    sitting.open(.rollCallClass(ClassRoom(grade: .c2, room: "1")))
    sitting.type("n")
    sitting.expect("0000000001")
    sitting.press(.right, .enter)
    sitting.expect(sitting.said("release.title"))
    sitting.type("ชื่อเด็กผิด")
    sitting.press(.control("s"))
    let asked = try #require(try sitting.file.store.releaseRequest(.students))
    #expect(
      asked.contains("ชื่อเด็กผิด") && asked.contains(sitting.said("release.begin", [.key("dataset", "dataset.students")])))
    sitting.open(.confirm(.students))
    sitting.expect("ชื่อเด็กผิด")
  }

  @Test("ED-01 the price of an edit is told first: cancelling leaves the confirmation, going on makes it fall")
  func price() throws {
    let sitting = try Sitting(policy: .reconfirm) { try $0.makeConfirmed() }
    sitting.open(.rollCallClass(ClassRoom(grade: .c2, room: "1")))
    sitting.type("n")
    sitting.expect(sitting.said("cost.title"))
    sitting.press(.enter)
    #expect(try state(sitting).name == .confirmed)
    sitting.type("n")
    sitting.press(.right, .enter)
    #expect(try state(sitting).name == .void)
  }

  @Test("confirmed and now, side by side: the field, from what to what, and who")
  func differences() throws {
    let sitting = try Sitting(policy: .reconfirm, language: .english) { file in
      try file.makeConfirmed()
      try file.store.editStudent(try file.children()[3].id, [FieldChange(.first, "มะลิ")], by: file.user)
    }
    sitting.open(.confirmed(.students))
    sitting.type("H")
    sitting.expect("→ มะลิ")
    sitting.expect("ชูใจ เลิศฝึก")
  }

  @Test("in the plain form a figure stands right behind its name")
  func plain() throws {
    let sitting = try Sitting(language: .english, plain: true) { try $0.makeReady() }
    sitting.open(.confirm(.students))
    sitting.expect(sitting.said("confirm.register") + ": 1")
  }

  private func state(_ sitting: Sitting) throws -> DatasetState {
    try #require(try sitting.file.store.states().first { $0.dataset == .students })
  }
}
