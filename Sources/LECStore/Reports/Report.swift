import LECModel

/// The words of a report, put in by the program in the language of the person; the figures and names come from the file.
package struct ReportWords: Sendable {
  package var text: @Sendable (String, [String]) -> String

  package init(_ text: @escaping @Sendable (String, [String]) -> String) { self.text = text }

  func callAsFunction(_ key: String, _ values: String...) -> String { text(key, values) }
}

/// A report that can be read on the screen, saved as text and printed. A new one is a new file and one line in `all`.
package protocol Report: Sendable {
  var name: String { get }
  func make(_ store: Store, _ words: ReportWords) throws -> [String]
}

/// Every report there is.
package enum Reports {
  package static let all: [any Report] = [
    NameList(), ClassSheets(), HeadCount(), RegisterList(), WaitingList(), ConfirmationSlip(),
  ]
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
  mutating func foot(_ words: ReportWords) {
    line()
    line(words("sign"))
    line()
    line(words("signHead"))
  }
}
