import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@Suite("Screens of checking and confirming as they are seen")
@MainActor struct ConfirmingFramesTests {
  @Test("what the checks found", arguments: Sitting.looks)
  func check(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size)
    sitting.open(.check)
    sitting.expectFrame("check")
  }

  @Test("the basic information of a centre", arguments: Sitting.looks)
  func basics(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size)
    sitting.open(.basics(field: .rooms))
    sitting.expectFrame("basics")
  }

  @Test("before confirming, with an obstacle", arguments: Sitting.looks)
  func obstacle(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size)
    sitting.open(.confirm(.students))
    sitting.expectFrame("confirm-obstacle")
  }

  @Test("ready to confirm, the password asked", arguments: Sitting.looks)
  func password(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size) { try $0.makeReady() }
    sitting.open(.confirm(.students))
    sitting.expectFrame("confirm-ready")
    sitting.open(.confirm(.basics))
    sitting.press(.char("y"))
    sitting.expectFrame("confirm-password")
  }

  @Test("after confirming", arguments: Sitting.looks)
  func confirmed(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size) { try $0.makeConfirmed() }
    sitting.open(.confirmed(.students))
    sitting.expectFrame("confirmed")
    sitting.open(.askRelease(.students))
    sitting.expectFrame("ask-release")
  }

  @Test("before confirming, by the one who entered the data", arguments: Sitting.looks)
  func fourEyes(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(.school, language: code, size: size) { try $0.makeReady() }
    sitting.open(.confirm(.students))
    sitting.expectFrame("confirm-four-eyes")
  }

  @Test("before confirming, when it is too late", arguments: Sitting.looks)
  func late(code: Language.Code, size: Size) throws {
    let after = try #require(Moment(iso: "2024-11-13T08:00"))
    let sitting = try Sitting(language: code, size: size) { try $0.makeReady() }
    sitting.file.store.close()
    sitting.desk.store = try Store.open(sitting.file.path, world: Fixtures.world(now: after))
    sitting.open(.confirm(.students))
    sitting.expectFrame("confirm-late")
  }

  @Test("what differs since", arguments: Sitting.looks)
  func differences(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(policy: .reconfirm, language: code, size: size) { file in
      try file.makeConfirmed()
      let children = try file.children()
      try file.store.editStudent(children[3].id, [FieldChange(.first, "มะลิ")], by: file.user)
      try file.store.remove([children[5].id], reason: .moved, by: file.user)
    }
    sitting.open(.differences(.students))
    sitting.expectFrame("differences")
    sitting.open(.confirm(.students))
    sitting.expectFrame("confirm-again")
  }

  @Test("an edit that makes a confirmation fall", arguments: Sitting.looks)
  func cost(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(policy: .reconfirm, language: code, size: size) { try $0.makeConfirmed() }
    sitting.open(.rollCallClass(ClassRoom(grade: .c2, room: "1")))
    sitting.press(.char("n"))
    sitting.expectFrame("cost")
  }

  @Test("an edit of what is locked", arguments: Sitting.looks)
  func locked(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(policy: .release, language: code, size: size) { try $0.makeConfirmed() }
    sitting.open(.rollCallClass(ClassRoom(grade: .c2, room: "1")))
    sitting.press(.char("n"))
    sitting.expectFrame("locked")
  }
}

extension TrainingFile {
  /// Ready and confirmed, both datasets.
  func makeConfirmed() throws {
    try makeReady()
    for dataset in set.round.datasets(for: .institution) {
      try store.confirm(dataset, password: TrainingSet.password, by: user)
    }
  }
}
