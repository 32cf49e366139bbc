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

/// A report that can be read on the screen, printed, and written as text, spreadsheet or PDF. A new one is a new file and one line in
/// `all`.
package protocol Report: Sendable {
  var name: String { get }
  /// The units whose work it is; anybody else is refused.
  var kinds: [UnitKind] { get }
  /// The rule that asks for it.
  var rule: Rule { get }
  /// What stands on it below the head that all have.
  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws
}

extension Report {
  package func isFor(_ kind: UnitKind) -> Bool { kinds.contains(kind) }
}

/// Every report there is, in the order in which they are offered.
package enum Reports {
  package static let all: [any Report] = [
    NameList(), ClassSheets(), HeadCount(), RegisterList(), WaitingList(), ProblemList(), Comparison(), Summary(),
    Progress(), MissingList(),
    OtherCountList(),
    SampleSheet(), FormTwo(), FormThree(), FormFour(), FormFive(), ConfirmationSlip(),
  ]

  package static func named(_ name: String) -> (any Report)? { all.first { $0.name == name } }

  /// The reports of the unit that is looked at.
  package static func offered(to kind: UnitKind) -> [any Report] { all.filter { $0.isFor(kind) } }
}

extension Report {
  /// The report about the unit that is looked at; refused, with the level whose work it is, where it is not this one's.
  package func paper(_ store: Store, _ words: ReportWords) throws -> Document {
    guard let unit = try store.subject() else { throw Refusal(.notYourUnit, .au04) }
    guard isFor(unit.kind) else {
      throw Refusal(.notYourTask, rule, level: kinds.compactMap(\.level).last, detail: name)
    }
    var paper = Document(title: words(name), made: store.now())
    if store.isTraining { paper.stripe = words("training") }
    paper.facts.append(unit.name + "  " + words.digits(unit.code.text))
    if let round = try store.currentRound() {
      paper.facts.append(words("round", words.digits(round.key.text), words.day(round.reference)))
    }
    paper.facts.append(words("made", words.day(store.now().date)))
    try fill(&paper, store, words)
    return paper
  }

  /// The same as lines of text.
  package func lines(_ store: Store, _ words: ReportWords) throws -> [String] {
    try paper(store, words).lines(words)
  }
}

extension Document {
  /// As text of 79 columns, with form feeds between the pages.
  package func lines(_ words: ReportWords) -> [String] { PaperText.lines(self, words) }

  /// A list with how many stand on it, and the place to sign: all that most lists are.
  mutating func list(_ grid: Grid, _ words: ReportWords) {
    parts.append(.grid(grid))
    line(words("count", words.number(grid.entries.count)))
    sign(words)
  }

  /// Where the responsible people sign: positions only.
  mutating func sign(_ words: ReportWords, _ kind: UnitKind? = nil) {
    let head =
      switch kind {
      case .authority: "signAuthority"
      case .district: "signDistrict"
      case .province: "signProvince"
      case .department: "signDepartment"
      case .school, .college, .centre, nil: "signHead"
      }
    signs = [words("sign"), words(head)]
  }
}

extension UnitKind {
  /// The institutions, which alone have rosters.
  static let institutions: [UnitKind] = [.school, .college, .centre]
  /// The offices above them.
  static let offices: [UnitKind] = [.authority, .district, .province, .department]
}
