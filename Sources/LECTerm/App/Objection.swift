import LECModel

/// Why something was not done, ready to be said: every refusal, wrong value and failed file comes to a person in this one form.
struct Objection: Sendable, Equatable {
  /// The stable English name that scripts see, such as `deadline-passed`.
  let code: String
  let reason: TextKey
  let values: [TextValue]
  /// The rule behind it, whose letter F1 shows.
  let rule: Rule?

  /// The sentence, and the key that shows the letter where there is one.
  var wordsWithRule: Words {
    let words = Words.key(reason, values)
    return rule.map { .key("app.refused", [.words("text", words), .text("rule", $0.rawValue)]) } ?? words
  }

  init(code: String, reason: TextKey, values: [TextValue] = [], rule: Rule? = nil) {
    self.code = code
    self.reason = reason
    self.values = values
    self.rule = rule
  }
}
