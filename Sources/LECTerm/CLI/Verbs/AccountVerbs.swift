import LECModel
import LECStore

/// What the log-in screens do, for scripts: the first profile, another password, the hand-over.
struct AccountVerb: Verb {
  let name = "account"
  let usage = """
    profile --first NAME --last NAME --position TEXT --phone NUMBER --user NAME --password-stdin
    password --user NAME --password-stdin
    hand-over [--note TEXT] --user NAME --password-stdin
    """
  let most = 1
  var valued: Set<String> { ["first", "last", "position", "phone", "note"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 1 else { throw UsageError("cli.account-what") }
    switch call.arguments.free[0] {
    case "profile":
      let first = TextForm.clean(try call.arguments.required("first")),
        last = TextForm.clean(try call.arguments.required("last"))
      let position = TextForm.clean(try call.arguments.required("position"))
      guard case .success(let phone) = FieldReading.phone(TextForm.clean(try call.arguments.required("phone"))) else {
        throw FieldRefused(name: "basics.phone", problem: .phone)
      }
      let (user, password) = try call.person()
      guard let new = call.input() else { throw UsageError("cli.new-password") }
      try call.file().makeProfile(
        user, currentPassword: password, first: first, last: last, position: position, phone: phone, newPassword: new)
    case "password":
      let (user, password) = try call.person()
      guard let new = call.input() else { throw UsageError("cli.new-password") }
      try call.file().changePassword(user, from: password, to: new)
    case "hand-over":
      let (user, password) = try call.person()
      let first = try call.file().handOver(user, password: password, note: TextForm.clean(call.arguments["note"] ?? ""))
      call.say(
        call.wantsJSON ? JSON.object([("user", .text(user.text)), ("firstPassword", .text(first))]).written : first)
      return .done
    default: throw UsageError("cli.account-what")
    }
    if call.wantsJSON { call.say(JSON.object([("user", .optional(call.arguments["user"]))]).written) }
    return .done
  }
}

/// The basic information of the institution.
struct BasicsVerb: Verb {
  let name = "basics"
  let usage = """
    show
    edit --FIELD VALUE ... --user NAME --password-stdin
    """
  let most = 1

  static func option(_ field: BasicsField) -> String {
    field.name.reduce(into: "") { out, c in out += c.isUppercase ? "-" + c.lowercased() : String(c) }
  }

  var valued: Set<String> { Set(BasicsField.allCases.map(Self.option)) }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch call.arguments.free.first {
    case "show":
      let values = try call.file().basics()
      let filled = BasicsField.allCases.filter { !(values[$0] ?? "").isEmpty }
      if call.wantsJSON {
        call.say(JSON.object(filled.map { ($0.name, .text(values[$0] ?? "")) }).written)
      } else {
        for field in filled { call.say(FieldWords.name(field).said(in: call.language) + ": " + (values[field] ?? "")) }
      }
    case "edit":
      var changes: [FieldChange] = []
      for field in BasicsField.allCases {
        guard let typed = call.arguments[Self.option(field)] else { continue }
        switch FieldReading.basics(field, typed) {
        case .success(let value): changes.append(FieldChange(field, value))
        case .failure(let problem): throw FieldRefused(name: FieldWords.name(field), problem: problem)
        }
      }
      guard !changes.isEmpty else { throw UsageError("cli.nothing") }
      let outcome = try call.file().editBasics(changes, by: call.person().user)
      if call.wantsJSON { call.say(JSON.object([("unchanged", .number(outcome.unchanged))]).written) }
    default: throw UsageError("cli.which", [.text("verb", name), .text("choices", "show, edit")])
    }
    return .done
  }
}

/// The letter behind a rule.
struct RuleVerb: Verb {
  let name = "rule"
  let usage = "NUMBER"
  let most = 1

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 1, let rule = Rule(rawValue: call.arguments.free[0].uppercased()) else {
      throw UsageError("cli.rule-what")
    }
    let text = RuleTexts.text(of: rule, in: call.data)
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("rule", .text(rule.rawValue)), ("letter", .text(text.letter)), ("section", .text(text.section)),
          ("th", .text(text.thai)), ("en", .text(text.english)),
        ]).written)
    } else {
      call.say(call.language.code == .thai ? text.thai : text.english)
      call.say(.key("rule.letter", [.text("letter", text.letter), .text("section", text.section)]))
    }
    return .done
  }
}
