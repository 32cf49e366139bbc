import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@Suite("The check screen")
@MainActor struct CheckScreenTests {
  @Test("CF-01 shows errors before queries, and a kind with very many as one line that opens")
  func groups() throws {
    let sitting = try Sitting()
    sitting.open(.check)
    let headings = [sitting.said("check.errors"), sitting.said("check.queries")]
    let places = headings.map { heading in sitting.rows.firstIndex { $0.contains(heading) } ?? -1 }
    #expect(places[0] >= 0 && places[0] < places[1], "\(sitting.rows.joined(separator: "\n"))")
    sitting.expect("(27")
    sitting.press(.enter)
    let name = try #require(try sitting.file.children().first?.student.fullName)
    sitting.expect(name)
    sitting.expectNot(headings[1])
    sitting.press(.escape)
    sitting.expect(headings[1])
  }

  @Test("Enter on a problem of the basic information opens its field, PU-06")
  func basics() throws {
    let sitting = try Sitting()
    sitting.open(.check)
    sitting.press(.down, .down, .down, .enter)
    sitting.expect(sitting.said("basics.title"))
    sitting.type("3")
    sitting.press(.control("s"))
    sitting.expectNot(sitting.said("check.missingField", [.key("field", "basics.rooms")]))
    #expect(try sitting.file.store.basics()[.rooms] == "3")
  }

  @Test("a query is explained in words, an error is not")
  func explaining() throws {
    let sitting = try Sitting { try $0.markEverybody() }
    sitting.open(.check)
    sitting.type("w")
    sitting.expect(sitting.said("check.mustMend"))
    sitting.press(.end)
    let found = try #require(try sitting.file.store.findings().last { $0.check.severity == .warning })
    sitting.type("w")
    sitting.type("เป็น")
    sitting.press(.backspace, .backspace, .backspace, .backspace, .enter)
    sitting.expect(sitting.said("check.explain.short"))
    sitting.press(.paste("ตรวจกับทะเบียนบ้านแล้ว"), .enter)
    sitting.expect(sitting.said("check.explainedGroup"))
    let now = try sitting.file.store.findings().first { $0.check == found.check && $0.record == found.record }
    #expect(now?.explained == "ตรวจกับทะเบียนบ้านแล้ว")
    sitting.type("u")
    #expect(try sitting.file.store.findings().allSatisfy { $0.explained == nil })
    sitting.expectNot(sitting.said("check.explainedGroup"))
    sitting.type("U")
    sitting.expect(sitting.said("check.explainedGroup"))
  }

  @Test("an explanation counts no longer when its value changes, and the screen says so")
  func outdated() throws {
    let sitting = try Sitting { file in
      try file.makeReady()
      let query = try #require(try file.store.findings().first { $0.check == .titleSex })
      let record = try #require(query.record)
      let title = try #require(try file.store.student(record)?.student[.title])
      let other: Title = title == Title.girl.rawValue ? .miss : .mr
      try file.store.editStudent(record, [FieldChange(.title, other.rawValue)], by: file.user)
    }
    sitting.open(.check)
    sitting.expect(sitting.said("check.queries"))
    sitting.expect(sitting.said("check.outdated", [.text("words", "ตรวจสอบแล้ว")]))
  }

  @Test("RM-06 a child that is there twice is taken out from here")
  func doubled() throws {
    let sitting = try Sitting { try $0.markEverybody() }
    let found = try #require(try sitting.file.store.findings().first { $0.check == .numberDoubled })
    let record = try #require(found.record)
    let name = try #require(try sitting.file.store.student(record)?.student.fullName)
    sitting.open(.check)
    while !(sitting.rows.first { $0.contains(">") } ?? "").contains("RM-06") { sitting.press(.down) }
    sitting.type("d")
    sitting.expect(sitting.said("remove.title"))
    sitting.expect(name)
  }

  @Test("one key shows the letter behind a problem")
  func letter() throws {
    let sitting = try Sitting()
    sitting.open(.check)
    sitting.type("H")
    sitting.expect("CF-01")
    sitting.press(.escape)
    sitting.expect(sitting.said("check.errors"))
  }

  @Test("with no problem left it says that confirming is next")
  func nothing() throws {
    let sitting = try Sitting { file in
      try file.makeReady()
      for finding in try file.store.findings() {
        guard let record = finding.record else { continue }
        try file.store.remove([record], reason: .moved, by: file.user)
      }
    }
    sitting.open(.check)
    sitting.expect(sitting.said("check.none"))
  }

}

extension TrainingFile {
  func markEverybody() throws { try store.mark(try children().map(\.id), .present, by: user) }
}
