/// Why a typed value can't be kept in a field.
package enum FieldProblem: Error, Equatable, Sendable {
  case date(BuddhistDate.Problem)
  case number(IdentityProblem)
  case notAChoice
  case tooLong(limit: Int)
  case phone
  case postcode
  case notACount
}

/// Turns what people type, paste or import into the one form in which a field is kept.
package enum FieldReading {
  package static let longest = 200

  /// The stored form of a child's field; an empty text empties the field.
  package static func student(
    _ field: StudentField, _ typed: String, today: CalendarDate
  ) -> Result<String, FieldProblem> {
    let text = TextForm.clean(typed)
    guard !text.isEmpty else { return .success("") }
    guard text.unicodeScalars.count <= longest else { return .failure(.tooLong(limit: longest)) }
    switch field {
    case .number:
      return IdentityNumber.read(text, yearBE: today.year + 543).map(\.text).mapError(FieldProblem.number)
    case .birth, .admitted, .left:
      return BuddhistDate.read(text, today: today).map(\.iso).mapError(FieldProblem.date)
    case .title: return .success(Title.parse(text)?.rawValue ?? text)
    case .sex: return choice(Sex.parse(text)?.rawValue)
    case .nationality: return choice(Nationality.parse(text)?.code)
    case .grade: return choice(Grade.parse(text)?.rawValue)
    case .entry: return choice(EntryKind(rawValue: text)?.rawValue)
    case .paper: return choice(Paper(rawValue: text)?.rawValue)
    case .numberStep: return choice(NumberStep(rawValue: text)?.rawValue)
    case .disability: return choice(Disability(text)?.code)
    case .reason: return choice(RemovalReason(rawValue: text)?.rawValue)
    case .state: return choice(StudentState(rawValue: text)?.rawValue)
    case .mark: return choice(MarkValue(text)?.text)
    case .guardianPhone: return phone(text)
    case .room, .schoolNumber: return .success(ThaiDigits.ascii(text))
    case .first, .middle, .last, .cameFrom, .elsewhere, .remark, .ethnicity, .religion, .guardian: return .success(text)
    }
  }

  /// The stored form of a field of the basic information.
  package static func basics(_ field: BasicsField, _ typed: String) -> Result<String, FieldProblem> {
    let text = TextForm.clean(typed)
    guard !text.isEmpty else { return .success("") }
    guard text.unicodeScalars.count <= longest else { return .failure(.tooLong(limit: longest)) }
    switch field {
    case .phone: return phone(text)
    case .postcode:
      let digits = ThaiDigits.ascii(text)
      return digits.utf8.count == 5 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? .success(digits) : .failure(.postcode)
    case .lowestGrade, .highestGrade: return choice(Grade.parse(text)?.rawValue)
    case .rooms, .teachers, .carers, .support, .kindergartenYears, .founded:
      guard let count = Int(ThaiDigits.ascii(text)), (0...9999).contains(count) else { return .failure(.notACount) }
      return .success(String(count))
    case .kitchen, .water, .electricity, .internet: return choice(text == "yes" || text == "no" ? text : nil)
    case .head, .address, .village, .road, .subdistrict, .district, .province, .building: return .success(text)
    }
  }

  private static func choice(_ value: String?) -> Result<String, FieldProblem> {
    value.map { .success($0) } ?? .failure(.notAChoice)
  }

  /// A telephone number: nine or ten digits beginning with 0, written without spaces.
  package static func phone(_ text: String) -> Result<String, FieldProblem> {
    let digits = ThaiDigits.ascii(text).filter { $0 != " " && $0 != "-" }
    guard (9...10).contains(digits.utf8.count), digits.utf8.first == 0x30,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return .failure(.phone) }
    return .success(digits)
  }
}

/// A kind of disability by its national code 1 to 9 (more than one is code 9).
package struct Disability: Equatable, Sendable {
  package let code: String
  package static let codes = ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

  package init?(_ text: String) {
    guard Self.codes.contains(ThaiDigits.ascii(text)) else { return nil }
    code = ThaiDigits.ascii(text)
  }
}
