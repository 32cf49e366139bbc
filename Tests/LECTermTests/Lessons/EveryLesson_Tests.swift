import LECModel
import TestSupport
import Testing

@testable import LECTerm

/// The lessons that are delivered: each is gone through with the program as it is, so that none can rot.
@MainActor @Suite("Every lesson")
struct EveryLesson_Tests {
  struct Named: Sendable, CustomTestStringConvertible {
    let code: Language.Code
    let name: String
    var testDescription: String { "\(name) \(code.rawValue)" }
  }

  nonisolated static let all: [Named] = Language.Code.allCases.flatMap { code in
    LessonShelf(data: Spoken.folder).names(code).map { Named(code: code, name: $0) }
  }

  @Test("shows what it says it shows", arguments: all)
  func holds(named: Named) throws {
    let lesson = try LessonShelf(data: Spoken.folder).lesson(named.name, named.code)
    var language = Spoken.language
    language.code = named.code
    let difference = try LessonCheck(language: language, data: Spoken.folder).check(lesson)
    let words = difference.map {
      ["step \($0.step), line \($0.line)", $0.words.said(in: Spoken.look(.english).language)]
    }
    #expect(difference == nil, "\(((words ?? []) + (difference?.screen ?? [])).joined(separator: "\n"))")
  }

  @Test("is there in both languages, with as many steps, the same keys of the exercise and the same goals")
  func pairs() throws {
    let shelf = LessonShelf(data: Spoken.folder)
    #expect(shelf.names(.thai) == shelf.names(.english))
    #expect(!shelf.names(.thai).isEmpty)
    for name in shelf.names(.thai) {
      let thai = try shelf.lesson(name, .thai), english = try shelf.lesson(name, .english)
      #expect(thai.setting.kind == english.setting.kind && thai.setting.policy == english.setting.policy, "\(name)")
      #expect(thai.steps.count == english.steps.count, "\(name)")
      #expect(thai.exercise != nil && thai.exercise?.goals == english.exercise?.goals, "\(name)")
      #expect(thai.minutes == english.minutes, "\(name)")
    }
  }

  @Test("says something at each step, and each step does or shows something")
  func said() throws {
    for named in Self.all {
      let lesson = try LessonShelf(data: Spoken.folder).lesson(named.name, named.code)
      for step in lesson.steps {
        #expect(!step.say.isEmpty && !(step.actions.isEmpty && step.expected.isEmpty), "\(named) \(step.title)")
      }
    }
  }
}

extension LessonDifference: Equatable {
  static func == (one: Self, other: Self) -> Bool { one.step == other.step && one.what == other.what }
}
