/// PU-07, PU-09. Who moved in came from somewhere, and a child on another centre's list is first taken out there.
struct ArrivalCheck: StudentCheck {
  func look(at student: Student, in context: CheckContext, found: (Check, [StudentField]) -> Void) {
    if !student[.elsewhere].isEmpty { found(.elsewhereUnsettled, [.elsewhere]) }
    if student[.entry] == EntryKind.movedIn.rawValue, student[.cameFrom].isEmpty {
      found(.movedInFromMissing, [.cameFrom])
    }
  }
}
