import LECModel

/// A round on a page: what it is called, how it may be changed, and its days.
enum RoundLines {
  /// A sentence about a round that names its key, its policy and how many final days it has.
  static func words(_ sentence: TextKey, _ round: Round) -> Words {
    .key(
      sentence,
      [
        .figures("round", round.key.text), .key("policy", TextKey("policy.\(round.policy.rawValue)")),
        .number("count", round.deadlines.count(where: \.isFinal)),
      ])
  }

  /// Up to when each level may confirm.
  static func days(_ round: Round) -> [Page.Line] {
    round.deadlines.filter(\.isFinal).map { deadline in
      Page.Line(
        "\(round.key.text)-\(deadline.level.rawValue)", .key(TextKey("level.\(deadline.level.rawValue)"), []),
        figure: Dates.moment(deadline.due), ink: .dim)
    }
  }
}
