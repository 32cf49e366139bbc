package import LECModel
package import LECStore

/// Made-up people and files for tests.
package enum Fixtures {
  /// A world in which nothing surprises: a fixed time, luck from a seed, no cost for passwords.
  package static func world(seed: UInt64 = 1, now: Moment = TrainingSet.clock) -> World {
    world(luck: FixtureLuck(Luck(seed: seed)), now: now)
  }

  package static func world(luck: FixtureLuck, now: Moment = TrainingSet.clock) -> World {
    World(now: { now }, wall: { now }, random: { luck.bytes($0) }, device: "test", machine: [1], passwordCost: .quick)
  }

  package static let round = TrainingSet(.school).round
  package static let school = TrainingSet(.school).unit
  /// Three days before the deadline of that round.
  package static let now = TrainingSet.clock

  /// An id that is as good as any.
  package static func id(_ n: UInt8) -> EventID { EventID(Hash32([UInt8](repeating: n, count: 32)) ?? .zero) }

  /// A child without any problem in round 2567/2.
  package static func child(_ change: (inout Student) -> Void = { _ in }) -> Student {
    var s = Student()
    s[.number] = "1999900000013"
    s[.title] = Title.boy.rawValue
    s[.first] = "ปั้นบุญ"
    s[.last] = "ทองทุ่งใส"
    s[.sex] = Sex.male.rawValue
    s[.birth] = "2017-05-10"
    s[.nationality] = Nationality.thai.code
    s[.grade] = Grade.p1.rawValue
    s[.room] = "1"
    s[.admitted] = "2024-05-16"
    s[.entry] = EntryKind.new.rawValue
    s[.state] = StudentState.enrolled.rawValue
    s[.mark] = MarkValue(round: round.key, mark: .present).text
    change(&s)
    return s
  }

  package static func changes(_ student: Student) -> [FieldChange] {
    StudentField.allCases.compactMap { student[$0].isEmpty ? nil : FieldChange($0, student[$0]) }
  }
}
