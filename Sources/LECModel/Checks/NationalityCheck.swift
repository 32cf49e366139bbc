/// GC-01. A number of a Thai series beside another nationality is asked about; nationality itself is never read from the number.
struct NationalityCheck: StudentCheck {
  func look(at student: Student, in context: CheckContext, found: (Check, [StudentField]) -> Void) {
    guard case .success(.citizen(let number)) = IdentityNumber.read(student[.number], yearBE: nil) else { return }
    let nationality = student[.nationality]
    guard !nationality.isEmpty else { return }
    let isThai = nationality == Nationality.thai.code
    let thaiSeries = (1...5).contains(number.series)
    if thaiSeries != isThai, number.series != 8 { found(.nationalitySeries, [.number, .nationality]) }
  }
}
