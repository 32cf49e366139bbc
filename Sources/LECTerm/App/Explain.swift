import LECModel
import LECStore

/// Every way in which something can go wrong, put into one form: the code for scripts, the exit status, and the sentence that says
/// what is wrong and what to do. Nothing else in the program turns an error into words.
enum Explain {
  /// What is said about an error, and the exit status of the command line for it.
  static func objection(_ error: any Error) -> (objection: Objection, status: ExitStatus) {
    switch error {
    case let error as Refusal: (refusal(error), .refused)
    case let error as LoginError: (login(error), .refused)
    case let error as PasswordRefused: (password(error.fault), .refused)
    case let error as StoreError: file(error)
    case let error as SQLiteError: file(.database(error))
    case let error as FieldRefused: (value(error), .usage)
    case let error as PaperProblem: (paper(error), .cannotOpen)
    case let error as CSVProblem: (sheet(error), .badInput)
    case let error as UsageError: (usage(error), .usage)
    case let error as BundleError: (bundle(error), .badInput)
    case let error as LetterFault: (error.objection, .badInput)
    case let error as WrongCard:
      (Objection(code: "bad-card", reason: "join.wrongCard", values: [.text("unit", error.unit.text)]), .badInput)
    case let error as ArmorError:
      (
        Objection(
          code: error.code, reason: TextKey("armorError.\(error.code)"), values: [.number("line", error.line ?? 0)]),
        .badInput
      )
    case let error as LessonFault: (lesson(error), .badInput)
    case let error as CardCode.Fault: (card(error), .usage)
    case let error as RoundText.Fault: (round(error), .badInput)
    default: (Objection(code: "unexpected", reason: "error.unexpected"), .cannotOpen)
    }
  }

  static func refusal(_ r: Refusal) -> Objection {
    var values: [TextValue] = [.number("count", r.count), .text("detail", r.detail), contact(r.lifter)]
    if let level = r.level { values.append(.key("level", TextKey("level.\(level.rawValue)"))) }
    if let dataset = r.dataset { values.append(.key("dataset", TextKey("dataset.\(dataset.rawValue)"))) }
    if let date = r.date { values.append(.words("date", Dates.moment(date))) }
    let reason = TextKey("refusal.\(r.code.rawValue)")
    return Objection(code: r.code.rawValue, reason: reason, values: values, rule: r.rule)
  }

  private static func contact(_ contact: Contact?) -> TextValue {
    guard let contact else { return .text("contact", "") }
    return .words(
      "contact",
      .key(
        "refusal.contact",
        [.text("unit", contact.unit), .text("person", contact.person), .figures("phone", contact.phone)]))
  }

  static func login(_ error: LoginError) -> Objection {
    switch error {
    case .wrong(_, 0): Objection(code: "bad-password", reason: "error.bad-password", rule: .au05)
    case .wrong(_, let wait):
      Objection(
        code: "bad-password", reason: "error.bad-password-wait", values: [.number("count", wait)], rule: .au05)
    case .mustWait(let seconds):
      Objection(code: "locked-out", reason: "error.must-wait", values: [.number("count", seconds)], rule: .au05)
    case .locked(let lifter):
      Objection(code: "locked-out", reason: "error.locked-out", values: [contact(lifter)], rule: .au03)
    case .noMemory: Objection(code: "no-memory", reason: "error.no-memory")
    }
  }

  static func password(_ fault: PasswordRule.Fault) -> Objection {
    switch fault {
    case .tooShort(let missing):
      Objection(code: "weak-password", reason: "error.password-short", values: [.number("count", missing)], rule: .au07)
    case .oneLetterRepeated: Objection(code: "weak-password", reason: "error.password-repeated", rule: .au07)
    case .isKnown(let word):
      Objection(code: "weak-password", reason: "error.password-known", values: [.text("word", word)], rule: .au07)
    case .isFirstPassword: Objection(code: "weak-password", reason: "error.password-first", rule: .au07)
    }
  }

  private static func paper(_ problem: PaperProblem) -> Objection {
    switch problem {
    case .notInstalled: Objection(code: "no-pdf", reason: "error.no-pdf")
    case .failed(let said): Objection(code: "pdf-failed", reason: "error.pdf-failed", values: [.text("said", said)])
    }
  }

  private static func file(_ error: StoreError) -> (Objection, ExitStatus) {
    func say(_ code: String, _ values: [TextValue] = []) -> (Objection, ExitStatus) {
      (Objection(code: code, reason: TextKey("error.\(code)"), values: values), .cannotOpen)
    }
    switch error {
    case .notFound(let path): return say("not-found", [.text("path", path)])
    case .exists(let path): return say("exists", [.text("path", path)])
    case .cannotOpen(let path): return say("cannot-open", [.text("path", path)])
    case .notAFile(let path): return say("not-a-file", [.text("path", path)])
    case .tooLarge(let path): return say("too-large", [.text("path", path)])
    case .badName(let path): return say("bad-name", [.text("path", path)])
    case .fileLimit(let path): return say("file-limit", [.text("path", path)])
    case .notADatabase(let path): return say("not-a-database", [.text("path", path)])
    case .notOurs(let path): return say("not-ours", [.text("path", path)])
    case .newerFormat(let path): return say("newer-format", [.text("path", path)])
    case .damaged(let path): return say("damaged", [.text("path", path)])
    case .fileSystem(_, let name): return say("file-system", [.text("name", name)])
    case .diskFull: return say("disk-full")
    case .diskFailed: return say("disk-failed")
    case .readOnly: return say("read-only")
    case .closedYear(let year): return say("closed-year", [.figures("year", year)])
    case .busy: return say("busy")
    // Which file it is was said when the program was started.
    case .database(let error) where error.isCorrupt:
      return (Objection(code: "damaged", reason: "error.damaged-file"), .cannotOpen)
    case .database(let error): return say("database", [.text("code", String(error.code))])
    }
  }

  private static func value(_ error: FieldRefused) -> Objection {
    Objection(
      code: "bad-value", reason: "value.problem",
      values: [.words("name", error.name), .words("problem", FieldWords.problem(error.problem))])
  }

  private static func sheet(_ problem: CSVProblem) -> Objection {
    guard case .key(let key, let values)? = problem.words.first else {
      return Objection(code: problem.code, reason: "error.unexpected")
    }
    return Objection(code: "bad-file", reason: key, values: values)
  }

  private static func bundle(_ error: BundleError) -> Objection {
    Objection(code: error.rawValue, reason: TextKey("bundleError.\(error.rawValue)"))
  }

  static func card(_ fault: CardCode.Fault) -> Objection {
    switch fault {
    case .tooShort(let missing):
      Objection(code: "bad-card-code", reason: "cardFault.tooShort", values: [.number("count", missing)])
    case .tooLong: Objection(code: "bad-card-code", reason: "cardFault.tooLong")
    case .strange(let word):
      Objection(code: "bad-card-code", reason: "cardFault.strange", values: [.text("word", word)])
    case .mistyped: Objection(code: "bad-card-code", reason: "cardFault.mistyped")
    }
  }

  private static func round(_ fault: RoundText.Fault) -> Objection {
    Objection(
      code: "bad-file", reason: TextKey("roundFault.\(fault.reason.rawValue)"),
      values: [.number("line", fault.line), .text("word", fault.word)])
  }

  private static func lesson(_ fault: LessonFault) -> Objection {
    Objection(code: "bad-file", reason: TextKey("lessonFault.\(fault.what.rawValue)"), values: fault.values)
  }

  private static func usage(_ error: UsageError) -> Objection {
    Objection(code: "usage", reason: error.reason, values: error.values)
  }
}

/// The exit statuses of the command line.
enum ExitStatus: Int32, Sendable {
  case done = 0
  case findings = 1
  case usage = 2
  case refused = 3
  case badInput = 4
  case cannotOpen = 5
}

/// The command line was used wrongly: which words, and what would be right.
struct UsageError: Error, Equatable, Sendable {
  let reason: TextKey
  let values: [TextValue]

  init(_ reason: TextKey, _ values: [TextValue] = []) {
    self.reason = reason
    self.values = values
  }
}

/// A card whose code is written right, and does not open this starter file.
struct WrongCard: Error, Equatable, Sendable {
  let unit: UnitCode
}

/// A typed value that a field can't keep.
struct FieldRefused: Error, Equatable, Sendable {
  let name: Words
  let problem: FieldProblem
}
