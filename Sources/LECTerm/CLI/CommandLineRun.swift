import Glibc
import LECModel
import LECStore

/// The command line: finds the verb, runs it, prints what it says, and turns whatever goes wrong into a sentence and a status.
@MainActor enum CommandLineRun {
  static func run(_ words: [String]) -> Int32 {
    let result = call(words, input: { readLine(strippingNewline: true) })
    put(result.output, to: stdoutDescriptor)
    put(result.notes, to: stderrDescriptor)
    return result.status
  }

  struct Result {
    var output: [String]
    var notes: [String]
    var status: Int32
  }

  /// Runs a command line and gives back what it would print: the whole of it but the terminal interface can be tested so.
  static func call(_ words: [String], input: @escaping () -> String?) -> Result {
    let data = DataFolder.find()
    let code = language(in: words)
    let language = data.map { Language(code: code, folder: $0) } ?? Language(code: code, texts: [:])
    let wantsJSON = words.contains("--json")
    do {
      let (verb, rest) = try verb(in: words)
      if rest.contains("--help") || words.isEmpty == false && verb == nil { return help(verb, language) }
      guard let verb else { return try run(RunVerb(), rest, language, data, input) }
      return try run(verb, rest, language, data, input)
    } catch {
      return failure(error, language, wantsJSON)
    }
  }

  private static func run(
    _ verb: any Verb, _ words: [String], _ language: Language, _ data: DataFolder?, _ input: @escaping () -> String?
  ) throws -> Result {
    let arguments = try Arguments(
      words, valued: verb.valued.union(Verbs.commonValued), plain: verb.plain.union(Verbs.commonPlain))
    var call = Call(arguments: arguments, language: language, data: data, input: input)
    defer { call.close() }
    let status = try verb.run(&call)
    return Result(output: call.output, notes: call.notes, status: status.rawValue)
  }

  /// The verb and the words after it; nil with `--help` alone. No word at all means the interface.
  private static func verb(in words: [String]) throws(UsageError) -> ((any Verb)?, [String]) {
    guard let first = words.first else { return (RunVerb(), []) }
    if first == "--help" || first == "help" { return (nil, words) }
    if first.hasPrefix("--") { return (RunVerb(), words) }
    guard let verb = Verbs.all.first(where: { $0.name == first }) else {
      throw UsageError("cli.unknown-verb", [.text("verb", first)])
    }
    return (verb, Array(words.dropFirst()))
  }

  private static func language(in words: [String]) -> Language.Code {
    for (i, word) in words.enumerated() {
      if word == "--lang", i + 1 < words.count { return Language.Code(rawValue: words[i + 1]) ?? .thai }
      if word.hasPrefix("--lang=") { return Language.Code(rawValue: String(word.dropFirst(7))) ?? .thai }
    }
    return .thai
  }

  private static func help(_ verb: (any Verb)?, _ language: Language) -> Result {
    var lines: [String] = []
    let shown = verb.map { [$0] } ?? Verbs.all
    lines.append(language.text("cli.usage"))
    for verb in shown {
      lines.append("  \(verb.name)  " + language.text(TextKey("cli.verb.\(verb.name)")))
      if !verb.usage.isEmpty { lines.append("      lecterm \(verb.name) \(verb.usage)") }
    }
    lines.append(language.text("cli.common"))
    return Result(output: lines, notes: [], status: ExitStatus.done.rawValue)
  }

  private static func failure(_ error: any Error, _ language: Language, _ wantsJSON: Bool) -> Result {
    let (objection, status) = Explain.objection(error)
    let sentence = language.text(objection.reason, objection.values)
    let rule = objection.rule.map { " (" + language.text("refusal.rule", [.text("rule", $0.rawValue)]) + ")" } ?? ""
    let json = JSON.object([("error", .object([("code", .text(objection.code)), ("message", .text(sentence))]))])
    return Result(
      output: wantsJSON ? [json.written] : [], notes: ["lecterm: " + sentence + rule], status: status.rawValue)
  }

  /// Says why the interface can't be opened, and gives back the status.
  static func fail(_ error: any Error, language: Language.Code, data: DataFolder?) -> Int32 {
    let spoken = data.map { Language(code: language, folder: $0) } ?? Language(code: language, texts: [:])
    let result = failure(error, spoken, false)
    put(result.notes, to: stderrDescriptor)
    return result.status
  }

  private static let stdoutDescriptor: Int32 = 1
  private static let stderrDescriptor: Int32 = 2

  private static func put(_ lines: [String], to descriptor: Int32) {
    guard !lines.isEmpty else { return }
    let bytes = Array(lines.joined(separator: "\n").utf8) + [10]
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      done += count
    }
  }
}
