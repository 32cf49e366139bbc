/// Rules of erasing for good.
package enum ErasingRules {
  /// RM-04. The register is kept: what is on the list, or was taken out in the academic year that is running, is not erased for its
  /// age. Who asks to be forgotten, or was never to be entered, need not wait.
  package static func mayErase(
    _ student: Student, _ reason: Erasure.Reason, hasOpenClaim: Bool, round: Round?
  ) -> Ruling {
    guard student.state != .enrolled else {
      return .refused(Refusal(.stillListed, .rm04, level: .institution, detail: student.fullName))
    }
    // Whoever answers the claim has to see whom it is about.
    if hasOpenClaim {
      return .refused(Refusal(.claimOpen, .pu09, level: .authority, detail: student.fullName))
    }
    if reason == .retention, let year = round?.key.year, (student[.left].year ?? year) >= year {
      return .refused(Refusal(.keptThisYear, .rm04, level: .institution, detail: student.fullName))
    }
    return .allowed
  }
}

extension String {
  /// The academic year (from May on) of a day as it is stored, in the Buddhist era.
  fileprivate var year: Int? {
    CalendarDate(iso: self).map { $0.year + 543 - ($0.month < 5 ? 1 : 0) }
  }
}
