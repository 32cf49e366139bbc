import LECModel
import LECStore

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
