/// CF-01, PU-03, PU-10. Before confirming, every child has been looked for; who is not there is taken out.
struct RollCallCheck: StudentCheck {
  func look(at student: Student, in context: CheckContext, found: (Check, [StudentField]) -> Void) {
    switch student.mark(in: context.round.key) {
    case .unchecked: found(.unchecked, [.mark])
    case .later: found(.later, [.mark])
    case .absent: found(.absent, [.mark])
    case .present: break
    }
  }
}
