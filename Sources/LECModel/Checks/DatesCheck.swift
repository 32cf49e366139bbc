/// PU-02. Dates that cannot be: born tomorrow or before 2520, admitted before birth or after today.
struct DatesCheck: StudentCheck {
  /// The first Buddhist year of birth that is believed; earlier ones are slips of the pen.
  private static let earliestYear = 2520 - 543

  func look(at student: Student, in context: CheckContext, found: (Check, [StudentField]) -> Void) {
    if let birth = student.birth {
      if birth > context.today { found(.birthFuture, [.birth]) }
      if birth.year < Self.earliestYear { found(.birthTooOld, [.birth]) }
      if let admitted = student.admitted, admitted < birth { found(.admittedBeforeBirth, [.admitted, .birth]) }
    }
    if let admitted = student.admitted, admitted > context.today { found(.admittedFuture, [.admitted]) }
  }
}
