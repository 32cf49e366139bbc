/// How heavy a finding is: an error must be mended, a query must be explained in words.
package enum Severity: String, Sendable, Comparable {
  case error
  case warning

  package static func < (l: Severity, r: Severity) -> Bool { l == .error && r == .warning }
}

/// What a check found out. The name is stable: explanations, scripts and language files refer to it.
package enum Check: String, CaseIterable, Sendable {
  case numberMissing, numberLength, numberLetters, numberCheckDigit, numberFirstDigit, numberPlaceholder, numberNoStatus
  case gcodeForm, legacyCode, numberDoubled, sameChild
  case unchecked, later, absent
  case ageCentre, ageGrade
  case titleSex, titleAge
  case firstMissing, lastMissing, sexMissing, birthMissing, gradeMissing, roomMissing, nationalityMissing
  case birthFuture, birthTooOld, admittedBeforeBirth, admittedFuture
  case gradeNotOffered
  case elsewhereUnsettled, movedInFromMissing
  case nationalitySeries
  case dispute
  case basicsMissing, basicsDispute

  /// The rule of the letters that the check keeps.
  package var rule: Rule {
    switch self {
    case .numberMissing: .gc07
    case .numberLength, .numberLetters, .numberCheckDigit, .numberFirstDigit, .numberPlaceholder: .gc07
    case .numberNoStatus: .gc08
    case .gcodeForm: .gc04
    case .legacyCode: .gc11
    case .numberDoubled, .sameChild: .rm06
    case .unchecked, .later: .cf01
    case .absent: .pu10
    case .ageCentre: .pu08
    case .ageGrade: .pu01
    case .titleSex, .titleAge, .firstMissing, .lastMissing, .sexMissing, .birthMissing, .gradeMissing, .roomMissing,
      .birthFuture, .birthTooOld, .admittedBeforeBirth, .admittedFuture, .gradeNotOffered:
      .pu02
    case .nationalityMissing, .nationalitySeries: .gc01
    case .elsewhereUnsettled: .pu09
    case .movedInFromMissing: .pu07
    case .dispute, .basicsDispute: .pu11
    case .basicsMissing: .pu06
    }
  }

  package var severity: Severity {
    switch self {
    case .numberLength, .numberLetters, .numberCheckDigit, .numberFirstDigit, .numberPlaceholder, .gcodeForm,
      .legacyCode, .numberDoubled, .unchecked, .later, .absent, .firstMissing, .sexMissing, .birthMissing,
      .gradeMissing, .birthFuture, .birthTooOld, .admittedBeforeBirth, .admittedFuture, .gradeNotOffered,
      .elsewhereUnsettled, .dispute, .basicsMissing, .basicsDispute:
      .error
    case .numberMissing, .numberNoStatus, .sameChild, .ageCentre, .ageGrade, .titleSex, .titleAge, .lastMissing,
      .roomMissing, .nationalityMissing, .movedInFromMissing, .nationalitySeries:
      .warning
    }
  }
}

/// One problem of one record: which check, which fields, what values they have, and words that explain it, if there are any.
package struct Finding: Equatable, Sendable {
  package var check: Check
  /// The child; nil when the finding is about the unit's basic information.
  package var record: RecordID?
  package var fields: [UInt8]
  /// The values the finding is about, joined: an explanation holds until they change.
  package var about: String
  /// A second record, such as the child with the same number.
  package var other: RecordID?
  package var explained: String?
  /// Words that explained it until the value changed; they count no longer.
  package var outdated: String?

  package init(
    check: Check, record: RecordID?, fields: [UInt8], about: String, other: RecordID? = nil, explained: String? = nil
  ) {
    self.check = check
    self.record = record
    self.fields = fields
    self.about = about
    self.other = other
    self.explained = explained
  }

  package var dataset: Dataset { check == .basicsMissing || check == .basicsDispute ? .basics : .students }

  /// Whether it stands against confirming: an error always, a query until it is explained.
  package var blocks: Bool { check.severity == .error || explained == nil }
}

/// What the checks must know besides the child.
package struct CheckContext: Sendable {
  package var kind: UnitKind
  package var round: Round
  package var today: CalendarDate
  /// How many years the kindergarten of this school has; the older course has two.
  package var kindergartenYears: Int

  package init(kind: UnitKind, round: Round, today: CalendarDate, kindergartenYears: Int = 3) {
    self.kind = kind
    self.round = round
    self.today = today
    self.kindergartenYears = kindergartenYears
  }
}

/// A check that looks at one child at a time. Found problems are added to the list; none means silence.
package protocol StudentCheck: Sendable {
  func look(at student: Student, in context: CheckContext, found: (Check, [StudentField]) -> Void)
}

/// All checks of one child. A new check is a new file and one line here.
package enum StudentChecks {
  package static let all: [any StudentCheck] = [
    NumberCheck(), RequiredFieldsCheck(), RollCallCheck(), AgeCheck(), TitleCheck(), DatesCheck(), GradeOfferedCheck(),
    ArrivalCheck(), NationalityCheck(),
  ]

  /// Every finding of one enrolled child; children in the register or gone have none.
  package static func findings(of record: RecordID, _ student: Student, in context: CheckContext) -> [Finding] {
    guard student.state == .enrolled else { return [] }
    var out: [Finding] = []
    for check in all {
      check.look(at: student, in: context) { name, fields in
        out.append(
          Finding(check: name, record: record, fields: fields.map(\.rawValue), about: about(student, fields)))
      }
    }
    return out
  }

  package static func about(_ student: Student, _ fields: [StudentField]) -> String {
    fields.map { student[$0] }.joined(separator: "\u{1F}")
  }
}
