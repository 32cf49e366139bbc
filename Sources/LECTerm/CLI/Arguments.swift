/// The words of a command line, taken apart: what stands free, options with a value, and switches.
struct Arguments: Sendable {
  private(set) var free: [String] = []
  private var options: [String: String] = [:]
  private var switches: Set<String> = []

  /// `valued` and `plain` are the only options there are; anything else is refused by name.
  init(_ words: [String], valued: Set<String>, plain: Set<String>) throws(UsageError) {
    var rest = words[...]
    var isOver = false
    while let word = rest.popFirst() {
      guard !isOver, word.hasPrefix("--") else {
        free.append(word)
        continue
      }
      if word == "--" {
        isOver = true
        continue
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      let name = parts[0]
      if plain.contains(name) {
        guard parts.count == 1 else { throw UsageError("cli.no-value", [.text("option", "--" + name)]) }
        switches.insert(name)
      } else if valued.contains(name) {
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
          throw UsageError("cli.needs-value", [.text("option", "--" + name)])
        }
        options[name] = value
      } else {
        throw UsageError("cli.unknown-option", [.text("option", "--" + name)])
      }
    }
  }

  /// The verb, wherever it stands among the options that all verbs take, and the words without it; nil where there is none.
  @MainActor static func verb(in words: [String]) -> (verb: String?, rest: [String]) {
    var isValue = false
    for (i, word) in words.enumerated() {
      if isValue {
        isValue = false
      } else if word.hasPrefix("-") {
        isValue = Verbs.commonValued.contains(String(word.dropFirst(2)))
      } else {
        var rest = words
        rest.remove(at: i)
        return (word, rest)
      }
    }
    return (nil, words)
  }

  /// A whole number of at least `least`; nil where the option is not there.
  func number(_ option: String, from least: Int = 0) throws(UsageError) -> Int? {
    guard let text = options[option] else { return nil }
    guard let value = Int(text), value >= least, value <= 2_000_000 else {
      throw UsageError("cli.bad-number", [.text("option", "--" + option), .text("value", text)])
    }
    return value
  }

  subscript(_ option: String) -> String? { options[option] }
  func has(_ name: String) -> Bool { switches.contains(name) }

  /// The option, or a usage error that names it.
  func required(_ option: String) throws(UsageError) -> String {
    guard let value = options[option], !value.isEmpty else {
      throw UsageError("cli.missing", [.text("option", "--" + option)])
    }
    return value
  }
}

extension UsageError {
  /// A value that is none of the few that an option takes.
  static func choice(_ option: String, _ value: String, _ choices: [String]) -> UsageError {
    UsageError(
      "cli.bad-choice",
      [.text("option", option), .text("value", value), .text("choices", choices.joined(separator: ", "))])
  }
}
