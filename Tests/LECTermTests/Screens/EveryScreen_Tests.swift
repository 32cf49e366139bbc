import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// Frames of the screens of log-in, home and children, in both languages at both sizes.
@Suite("What the screens show") @MainActor struct EveryScreenTests {
  @Test("log-in and first profile", arguments: Sitting.looks)
  func door(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(.centre, language: code, size: size, user: nil)
    sitting.expectFrame("screen-login")
    sitting.open(.profile(asksFirst: false))
    sitting.expectFrame("screen-profile")
    sitting.open(.setUp)
    sitting.expectFrame("screen-setup")
    sitting.open(.join)
    sitting.expectFrame("screen-join")
  }

  @Test("home at the start of the round", arguments: Sitting.looks)
  func home(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(.centre, language: code, size: size)
    sitting.expectFrame("screen-home")
    for (name, destination) in [
      ("settings", Destination.settings), ("handover", .handOver), ("password", .password), ("rule", .rule(.cf01)),
    ] {
      sitting.open(.home, destination)
      sitting.expectFrame("screen-\(name)")
    }
  }

  @Test("home when all is confirmed, and when an edit has voided it", arguments: Sitting.looks)
  func homeAfterwards(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(.centre, policy: .reconfirm, language: code, size: size) { file in
      try file.makeReady()
      try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
      try file.store.confirm(.basics, password: TrainingSet.password, by: file.user)
    }
    sitting.expectFrame("screen-home-confirmed")
    let child = try #require(try sitting.file.children().first)
    try sitting.file.store.editStudent(child.id, [FieldChange(.room, "9")], by: sitting.file.user)
    sitting.open(.home)
    sitting.expectFrame("screen-home-void")
  }

  @Test("children: roster, form, roll-call, register, waiting, history", arguments: Sitting.looks)
  func children(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(.school, language: code, size: size) { file in
      let rows = try file.children()
      try file.store.mark([rows[0].id, rows[1].id], .present, by: file.user)
      try file.store.mark([rows[2].id], .absent, by: file.user)
      try file.store.remove([rows[3].id], reason: .cannotReach, remark: "โทรไม่ติด", by: file.user)
    }
    let rows = try sitting.file.children()
    let classRoom = ClassRoom(grade: .p1, room: "1")
    let screens: [(String, Destination)] = [
      ("roster", .roster(RosterFilter())), ("roster-problems", .roster(RosterFilter(problem: .any))),
      ("student-new", .newStudent), ("student", .student(rows[0].id, field: .room)), ("remove", .remove([rows[0].id])),
      ("register", .register), ("waiting", .waiting), ("rollcall", .rollCall),
      ("rollcall-class", .rollCallClass(classRoom)), ("sheet", .sheetEntry(classRoom)),
      ("history", .history(rows[2].id, field: nil)),
    ]
    for (name, destination) in screens {
      sitting.open(.home, destination)
      sitting.expectFrame("screen-\(name)")
    }
  }

  @Test("in the plain form nothing is drawn with lines, and everything is still said")
  func plain() throws {
    let sitting = try Sitting(.centre, language: .english, plain: true)
    for destination in [Destination.home, .roster(RosterFilter()), .rollCall, .check, .confirm(.students)] {
      sitting.open(.home, destination)
      let text = sitting.rows.joined()
      #expect(!text.unicodeScalars.contains { (0x2500...0x257F).contains($0.value) }, "\(destination)")
      #expect(!text.trimmingBlanks.isEmpty)
      #expect(sitting.canvas.cursor != nil, "the cursor stands nowhere on \(destination)")
    }
  }

  @Test("the same screen drawn twice is the same")
  func twice() throws {
    let sitting = try Sitting(.centre)
    for destination in [Destination.home, .roster(RosterFilter()), .check, .reports, .log, .basics(field: nil)] {
      sitting.open(.home, destination)
      let first = sitting.canvas
      sitting.open()
      #expect(sitting.canvas == first)
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: Substring { self.drop { $0 == " " } }
}
