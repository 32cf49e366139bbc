package import LECModel

/// The words of a report, put in by the program in the language of the person; the figures and names come from the file.
package struct ReportWords: Sendable {
  package var text: @Sendable (String, [String]) -> String
  /// Writes figures in the digits that the person reads.
  package var digits: @Sendable (String) -> String

  package init(
    _ text: @escaping @Sendable (String, [String]) -> String, digits: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.text = text
    self.digits = digits
  }

  func callAsFunction(_ key: String, _ values: String...) -> String { text(key, values) }

  func number(_ count: some BinaryInteger) -> String { digits(String(count)) }

  func day(_ date: CalendarDate) -> String { digits(BuddhistDate(date).numeric) }
}

/// A report that can be read on the screen, saved as text and printed. A new one is a new file and one line in `all`.
package protocol Report: Sendable {
  var name: String { get }
  /// The units whose work it is; anybody else is refused.
  var kinds: [UnitKind] { get }
  /// The rule that asks for it.
  var rule: Rule { get }
  func make(_ store: Store, _ words: ReportWords) throws -> [String]
}

extension Report {
  package func isFor(_ kind: UnitKind) -> Bool { kinds.contains(kind) }
}

/// Every report there is, in the order in which they are offered.
package enum Reports {
  package static let all: [any Report] = [
    NameList(), ClassSheets(), HeadCount(), RegisterList(), WaitingList(), Summary(), MissingList(), OtherCountList(),
    SampleSheet(), FormTwo(), FormThree(), FormFour(), FormFive(), ConfirmationSlip(),
  ]

  package static func named(_ name: String) -> (any Report)? { all.first { $0.name == name } }

  /// The reports of the unit that is looked at.
  package static func offered(to kind: UnitKind) -> [any Report] { all.filter { $0.isFor(kind) } }
}

extension Report {
  /// The lines of the report about the unit that is looked at; refused, with the level whose work it is, where it is not this one's.
  package func lines(_ store: Store, _ words: ReportWords) throws -> [String] {
    guard let unit = try store.subject() else { throw Refusal(.notYourUnit, .au04) }
    guard isFor(unit.kind) else {
      throw Refusal(.notYourTask, rule, level: kinds.compactMap(\.level).last, detail: name)
    }
    return try make(store, words)
  }
}

extension UnitKind {
  /// The institutions, which alone have rosters.
  static let institutions: [UnitKind] = [.school, .college, .centre]
  /// The offices above them.
  static let offices: [UnitKind] = [.authority, .district, .province, .department]
}

extension Sheet {
  /// What stands at the head of every report: title, unit, round, reference date, when it was made.
  mutating func head(_ title: String, _ store: Store, _ words: ReportWords) throws {
    line(title)
    if let unit = try store.subject() { line(unit.name + "  " + unit.code.text) }
    if let round = try store.currentRound() {
      line(words("round", round.key.text, BuddhistDate(round.reference).numeric))
    }
    line(words("made", BuddhistDate(store.now().date).numeric))
    line()
  }

  /// Where the responsible people sign: positions only.
  mutating func foot(_ words: ReportWords, _ kind: UnitKind? = nil) {
    line()
    line(words("sign"))
    line()
    switch kind {
    case .authority: line(words("signAuthority"))
    case .district: line(words("signDistrict"))
    case .province: line(words("signProvince"))
    case .department: line(words("signDepartment"))
    case .school, .college, .centre, nil: line(words("signHead"))
    }
  }
}
