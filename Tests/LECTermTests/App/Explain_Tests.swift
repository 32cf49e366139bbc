import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// Every way in which something can go wrong, said in both languages.
@Suite("Explaining what went wrong")
struct ExplainTests {
  private static let contact = Contact(unit: "เทศบาลตำบลฝึกหัด", person: "กองการศึกษา", phone: "0000000001")
  private static let date = Moment(iso: "2024-11-11T15:30")

  static let refusals: [any Error] = Refusal.Code.allCases.map {
    Refusal(
      $0, .ed04, level: .authority, dataset: .students, date: date, lifter: contact, count: 3, detail: "1999900000013")
  }
  static let logins: [any Error] = [
    LoginError.wrong(failures: 1, wait: 0), LoginError.wrong(failures: 4, wait: 4), LoginError.mustWait(seconds: 4),
    LoginError.mustWait(seconds: 1), LoginError.locked(contact: contact), LoginError.locked(contact: nil),
    LoginError.noMemory,
  ]
  static let passwords: [any Error] = [
    PasswordRefused(fault: .tooShort(missing: 3)), PasswordRefused(fault: .oneLetterRepeated),
    PasswordRefused(fault: .isKnown(word: "ฝึกหัด")), PasswordRefused(fault: .isFirstPassword),
  ]
  static let files: [any Error] = storeErrors
  private static let storeErrors: [StoreError] = [
    .notFound(path: "/x/y.db"), .exists(path: "/x/y.db"), .cannotOpen(path: "/x/y.db"), .notADatabase(path: "/x/y.db"),
    .notOurs(path: "/x/y.db"), .newerFormat(path: "/x/y.db"), .damaged(path: "/x/y.db"),
    .fileSystem(path: "/x/y.db", name: "nfs"), .diskFull, .diskFailed, .readOnly, .busy,
  ]
  static let values: [any Error] = problems.map { FieldRefused(name: FieldWords.name(StudentField.birth), problem: $0) }
  private static let problems: [FieldProblem] = [
    .date(.unreadable), .date(.noSuchDay), .date(.future), .date(.tooOld),
    .date(.yearLooksChristian(suggested: TrainingSet.clock.date)), .number(.checkDigit), .notAChoice,
    .tooLong(limit: 200), .phone,
    .postcode, .notACount,
  ]
  static let usages: [any Error] = [
    UsageError("cli.unknown-option", [.text("option", "--x")]), UsageError.choice("--x", "y", ["a", "b"]),
    UsageError("cli.who"),
  ]

  static let families: [(errors: [any Error], status: LECTerm.ExitStatus)] = [
    (refusals, .refused), (logins, .refused), (passwords, .refused), (files, .cannotOpen), (values, .usage),
    (usages, .usage), ([CSVProblem.empty], .badInput),
  ]

  private func said(_ error: any Error, _ code: Language.Code) -> String {
    let objection = Explain.objection(error).objection
    return Spoken.look(code).language.text(objection.reason, objection.values)
  }

  @Test("each has a code, the exit status of its family, and a whole sentence in both languages", arguments: 0..<7)
  func wholeSentences(at: Int) {
    let family = Self.families[at]
    for error in family.errors {
      let (objection, status) = Explain.objection(error)
      #expect(status == family.status, "\(error)")
      #expect(!objection.code.isEmpty && objection.code.allSatisfy { $0.isLowercase || $0 == "-" }, "\(objection.code)")
      for code in Language.Code.allCases {
        let sentence = said(error, code)
        #expect(!sentence.contains("{") && !sentence.contains("[") && sentence.count > 5, "\(error): \(sentence)")
        let isThai = sentence.unicodeScalars.contains { (0x0E01...0x0E2E).contains($0.value) }
        #expect(code == .english || isThai, "\(error): \(sentence)")
      }
    }
  }

  @Test(
    "a refusal that somebody can lift names the date in Buddhist years and the person with the telephone",
    arguments: [
      Refusal.Code.notOpenYet, .recordingClosed, .deadlinePassed, .confirmedLocked,
    ], Language.Code.allCases)
  func lifter(code: Refusal.Code, language: Language.Code) {
    let refusal = Refusal(code, .ed04, level: .authority, dataset: .students, date: Self.date, lifter: Self.contact)
    let sentence = said(refusal, language)
    #expect(sentence.contains("2567"), "\(sentence)")
    #expect(sentence.contains("กองการศึกษา") && sentence.contains("0000000001"), "\(sentence)")
    #expect(Explain.objection(refusal).objection.rule == .ed04)
  }

  @Test("sentences about files name the file", arguments: Language.Code.allCases)
  func paths(language: Language.Code) {
    for error in Self.files.prefix(7) { #expect(said(error, language).contains("/x/y.db"), "\(error)") }
  }

  @Test("some sentences, word for word")
  func examples() {
    #expect(
      said(LoginError.mustWait(seconds: 4), .english) == "Please wait 4 more seconds and try again")
    #expect(said(LoginError.mustWait(seconds: 1), .english) == "Please wait 1 more second and try again")
    #expect(
      said(Refusal(.hasErrors, .cf01, dataset: .students, count: 1), .english)
        == "1 problem in students/children must be mended first: see the check")
    #expect(
      said(
        Refusal(
          .confirmedLocked, .ed04, level: .authority, dataset: .students, date: Self.date, lifter: Self.contact),
        .english)
        == "students/children were confirmed on 11 Nov 2567 15:30. Before an edit the local authority has to release them (ring เทศบาลตำบลฝึกหัด, กองการศึกษา, 0000000001)"
    )
  }

  @Test("every kind, choice and state of the model has its word in both languages", arguments: Language.Code.allCases)
  func names(language: Language.Code) {
    var keys: [String] = []
    keys += EventKind.allCases.map { "event.\($0.name)" }
    keys += RemovalReason.allCases.map { "reason.\($0.rawValue)" }
    keys += Mark.allCases.map { "mark.\($0.rawValue)" }
    keys += EntryKind.allCases.map { "entry.\($0.rawValue)" }
    keys += Paper.allCases.map { "paper.\($0.rawValue)" }
    keys += NumberStep.allCases.map { "step.\($0.rawValue)" }
    keys += Disability.codes.map { "disability.\($0)" }
    keys += StudentState.allCases.map { "state.\($0.rawValue)" }
    keys += Dataset.allCases.map { "dataset.\($0.rawValue)" }
    keys += EditPolicy.allCases.map { "policy.\($0.rawValue)" }
    keys += Level.allCases.map { "level.\($0.rawValue)" }
    keys += UnitKind.allCases.map { "unitKind.\($0.rawValue)" }
    keys += Title.common.map { "title.\($0.rawValue)" }
    keys += Sex.allCases.map { "sex.\($0.rawValue)" }
    keys += Nationality.allCases.map { "nationality.\($0.rawValue)" }
    keys += StudentField.allCases.map { "student.\($0.name)" }
    keys += BasicsField.allCases.map { "basics.\($0.name)" }
    keys += Check.allCases.map { "check.\($0.rawValue)" }
    keys += Check.allCases.map { "check.\($0.rawValue).do" }
    keys += StudentField.typed.map { "student.\($0.name).help" }
    keys += ["open", "ready", "confirmed", "void", "released"].map { "datasetState.\($0)" }
    keys += ["error", "warning"].map { "severity.\($0)" }
    let known = Spoken.language.keys(of: language)
    #expect(keys.filter { !known.contains($0) } == [])
  }
}
