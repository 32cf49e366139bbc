/// Rules OP: when recording is open.
enum OpeningRules {
  /// OP-01. Recording opens on a day that the department sets.
  /// OP-02. Recording closes at midnight of the last day; a round without a closing day is always open (OP-03).
  /// Letters: S19 item 2; S20a/b G 5.
  static func recordingIsOpen(_ s: Situation) -> Ruling {
    guard let round = s.round else { return .allowed }
    if let opens = round.opens, s.now < opens {
      return .refused(Refusal(.notOpenYet, .op01, level: .department, date: opens, lifter: s.parent))
    }
    if let closes = round.closes, s.now > closes {
      return .refused(Refusal(.recordingClosed, .op02, level: .department, date: closes, lifter: s.parent))
    }
    return .allowed
  }
}
