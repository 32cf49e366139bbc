/// GC-04, GC-07, GC-08, GC-11. A child has a 13-digit number that checks out, or a G-code, or stands on the waiting list.
struct NumberCheck: StudentCheck {
  func look(at student: Student, in context: CheckContext, found: (Check, [StudentField]) -> Void) {
    let text = student[.number]
    switch IdentityNumber.read(text, yearBE: context.round.key.year) {
    case .success(.none): found(.numberMissing, [.number])
    case .success(.citizen(let number)):
      if number.series == 0 { found(.numberNoStatus, [.number]) }
    case .success(.gcode): break
    case .success(.legacy): found(.legacyCode, [.number])
    case .failure(let problem): found(Self.check(of: problem), [.number])
    }
  }

  private static func check(of problem: IdentityProblem) -> Check {
    switch problem {
    case .wrongLength: .numberLength
    case .letterInside: .numberLetters
    case .checkDigit: .numberCheckDigit
    case .firstDigitNine: .numberFirstDigit
    case .placeholder: .numberPlaceholder
    case .gcodeForm, .gcodeProvince, .gcodeYear: .gcodeForm
    case .unreadable: .numberLetters
    }
  }
}
