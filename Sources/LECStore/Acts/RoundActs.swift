package import LECModel

extension Store {
  /// Opens a round or changes one: an official act of the department, carried down to everybody (OP-01, OP-04).
  package func setRound(_ round: Round, password: String, by user: UserName) throws {
    guard let own = try ownUnit(), own.kind == .department else {
      throw Refusal(.notYourTask, .op04, level: .department, lifter: try parentContact())
    }
    if let fault = RoundRules.fault(in: round) { throw Refusal(.badDate, .op04, level: .department, detail: fault) }
    if let known = try rounds().first(where: { $0.key == round.key }), known.reference != round.reference,
      try snapshot(of: round.key) != nil
    {
      throw Refusal(.wrongState, .cf13, level: .department, detail: round.key.text)
    }
    try official(.roundSet, .round(round), password: password, by: user)
    forgetFigures()
  }
}
