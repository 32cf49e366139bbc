import LECModel

/// CF-01. What was confirmed, by whom, when, with the digest: to print, sign and keep.
struct ConfirmationSlip: Report {
  let name = "certificate"
  let kinds = UnitKind.institutions + [.authority, .province]
  let rule = Rule.cf01

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    guard let unit = try store.subject() else { return }
    let round = try store.currentRound()
    for state in try store.states() {
      let dataset = words("dataset." + state.dataset.rawValue)
      paper.line(dataset)
      guard let confirmed = state.confirmed else {
        paper.line("  " + words("notConfirmed"))
        continue
      }
      let at = confirmed.at
      paper.line(
        "  "
          + words(
            "confirmedBy", confirmed.person, words.day(at.date), "\(at.hour):\(at.minute < 10 ? "0" : "")\(at.minute)"))
      if confirmed.confirmation.singleHanded { paper.line("  " + words("single")) }
      if state.name == .void { paper.line("  " + words("void")) }
      // The digest stays in the digits in which it is compared.
      paper.line("  " + words.text("digest", [""]) + confirmed.confirmation.digest.hex)
      if state.dataset == .students { paper.parts.append(.grid(.counts(confirmed.confirmation.counts, words))) }
      if let round {
        let said = Self.code(unit.code, round.key, state.dataset, confirmed)
        paper.parts.append(.code(said, caption: words("codeOf", dataset)))
      }
      paper.line()
    }
    paper.sign(words, unit.kind)
  }

  /// What the code says, in letters that every telephone shows: enough to compare the paper with a file by `lecterm digest`.
  static func code(_ unit: UnitCode, _ round: RoundKey, _ dataset: Dataset, _ confirmed: ConfirmedBy) -> String {
    let total = confirmed.confirmation.counts.all.total
    return [
      "LECTERM-CONFIRMED-1", unit.text, round.text, dataset.rawValue, confirmed.at.date.iso, String(total),
      confirmed.confirmation.digest.hex,
    ].joined(separator: " ")
  }
}
