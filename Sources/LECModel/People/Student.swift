/// Where a child stands in this institution.
package enum StudentState: String, CaseIterable, Sendable {
  case enrolled
  /// Taken out, with a reason; the line stays in the register (RM-04).
  case removed
  /// Never was: an entry that was undone or taken back. It is in no list and no count.
  case withdrawn
  case graduated
}

/// What the roll-call found, in one round.
package enum Mark: String, CaseIterable, Sendable {
  case unchecked, present, absent, later
}

/// Why a child was taken out: the three reasons of the letters (RM-01 to RM-03), and the rest.
package enum RemovalReason: String, CaseIterable, Sendable {
  case neverCame = "never-came"
  case left
  case cannotReach = "cannot-reach"
  case moved
  case died
  case elsewhere
  case doubled
  case mistake

  /// The letters' three: a child who was never found to exist here.
  package var isNoIdentity: Bool {
    switch self {
    case .neverCame, .left, .cannotReach: true
    case .moved, .died, .elsewhere, .doubled, .mistake: false
    }
  }

  /// The rule a removal for this reason follows.
  package var rule: Rule {
    switch self {
    case .neverCame: .rm01
    case .left: .rm02
    case .cannotReach: .rm03
    case .doubled: .rm06
    case .elsewhere: .pu09
    case .moved, .died, .mistake: .pu14
    }
  }
}

/// A child's record: one text per field, empty where nothing is known.
package struct Student: Equatable, Sendable {
  private var values: [String]

  package init() { values = Array(repeating: "", count: StudentField.allCases.count + 1) }

  /// What is said with a state: why a child is out, and since when.
  package static let besideState = [StudentField.reason.rawValue, StudentField.left.rawValue]

  package subscript(_ field: StudentField) -> String {
    get { values[Int(field.rawValue)] }
    set { values[Int(field.rawValue)] = newValue }
  }

  package init(_ changes: [FieldChange]) {
    self.init()
    for change in changes {
      if let field = StudentField(rawValue: change.field) { self[field] = change.value }
    }
  }

  package var state: StudentState { StudentState(rawValue: self[.state]) ?? .enrolled }
  package var sex: Sex? { Sex(rawValue: self[.sex]) }
  package var birth: CalendarDate? { CalendarDate(iso: self[.birth]) }
  package var admitted: CalendarDate? { CalendarDate(iso: self[.admitted]) }
  package var grade: Grade? { Grade(rawValue: self[.grade]) }
  package var reason: RemovalReason? { RemovalReason(rawValue: self[.reason]) }

  /// First name, middle name if there is one, surname.
  package var fullName: String {
    [self[.first], self[.middle], self[.last]].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The mark of this round; a mark of another round says nothing about now.
  package func mark(in round: RoundKey) -> Mark { MarkValue(self[.mark])?.mark(in: round) ?? .unchecked }
}

/// How a mark is written into its field: the round it belongs to and what was found.
package struct MarkValue: Equatable, Sendable {
  package let round: RoundKey
  package let mark: Mark

  package init(round: RoundKey, mark: Mark) {
    self.round = round
    self.mark = mark
  }

  package init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let round = RoundKey(String(parts[0])), let mark = Mark(rawValue: String(parts[1]))
    else { return nil }
    self.init(round: round, mark: mark)
  }

  package var text: String { mark == .unchecked ? "" : "\(round.text) \(mark.rawValue)" }

  fileprivate func mark(in other: RoundKey) -> Mark { other == round ? mark : .unchecked }
}
