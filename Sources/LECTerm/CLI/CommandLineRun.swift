import Glibc
import LECModel
import LECStore

/// The command line: finds the verb, runs it, prints what it says, and turns whatever goes wrong into a sentence and a status.
@MainActor enum CommandLineRun {
  static func run(_ words: [String]) -> Int32 {
    let result = call(words, input: .live, isLive: true)
    let isWritten = put(result.output, to: stdoutDescriptor)
    put(result.notes, to: stderrDescriptor)
    // A full disk behind `> file` must not look like success.
    return isWritten ? result.status : ExitStatus.cannotOpen.rawValue
  }

  struct Result {
    var output: [String]
    var notes: [String]
    var status: Int32
  }

  /// Runs a command line and gives back what it would print: the whole of it but the terminal interface can be tested so.
  static func call(_ words: [String], input: @escaping () -> String?) -> Result {
    call(words, input: StandardInput(lines: input))
  }

  static func call(_ words: [String], input: StandardInput, isLive: Bool = false) -> Result {
    let data = DataFolder.find()
    let language = data.map { Language(code: spoken(words), folder: $0) } ?? Language(code: .thai, texts: [:])
    let wantsJSON = words.contains("--json")
    do {
      try checkLanguage(words)
      let asksHelp = words.contains("--help") || words.contains("-h")
      let found = Arguments.verb(in: words)
      let isHelp = found.verb == "help"
      guard let name = isHelp ? Arguments.verb(in: found.rest).verb : found.verb else {
        return asksHelp || isHelp ? help(nil, language) : try run(RunVerb(), words, language, data, input, isLive)
      }
      guard let verb = Verbs.all.first(where: { $0.name == name }) else {
        throw UsageError("cli.unknown-verb", [.text("verb", name)])
      }
      return asksHelp || isHelp ? help(verb, language) : try run(verb, found.rest, language, data, input, isLive)
    } catch let late as AfterAnswer {
      var result = failure(late.error, language, false)
      result.output = late.output
      return result
    } catch {
      return failure(error, language, wantsJSON)
    }
  }

  /// Something went wrong after the answer was given, which is one document and stays one.
  private struct AfterAnswer: Error {
    var error: any Error
    var output: [String]
  }

  private static func run(
    _ verb: any Verb, _ words: [String], _ language: Language, _ data: DataFolder?, _ input: StandardInput,
    _ isLive: Bool
  ) throws -> Result {
    let arguments = try Arguments(
      words, valued: verb.valued.union(Verbs.commonValued), plain: verb.plain.union(Verbs.commonPlain))
    if arguments.free.count > verb.most {
      throw UsageError("cli.too-many", [.text("word", arguments.free[verb.most])])
    }
    var call = Call(arguments: arguments, language: language, data: data, input: input, isLive: isLive)
    defer { call.close() }
    let status: ExitStatus
    do { status = try verb.run(&call) } catch {
      throw call.hasAnnounced ? AfterAnswer(error: error, output: call.output) : error
    }
    Log.asked.write(.info, "\(verb.name) \(status.rawValue)")
    return Result(output: call.output, notes: call.notes, status: status.rawValue)
  }

  private static func languageWord(_ words: [String]) -> String? {
    for (i, word) in words.enumerated() {
      if word == "--lang", i + 1 < words.count { return words[i + 1] }
      if word.hasPrefix("--lang=") { return String(word.dropFirst(7)) }
    }
    return nil
  }

  private static func spoken(_ words: [String]) -> Language.Code {
    languageWord(words).flatMap { Language.Code(rawValue: $0) } ?? .thai
  }

  private static func checkLanguage(_ words: [String]) throws(UsageError) {
    guard let word = languageWord(words), Language.Code(rawValue: word) == nil else { return }
    throw .choice("--lang", word, Language.Code.allCases.map(\.rawValue))
  }

  private static func help(_ verb: (any Verb)?, _ language: Language) -> Result {
    var lines: [String] = []
    let shown = verb.map { [$0] } ?? Verbs.all
    lines.append(language.text("cli.usage"))
    let width = shown.map(\.name.utf8.count).max() ?? 0
    for verb in shown {
      let gap = String(repeating: " ", count: width - verb.name.utf8.count + 2)
      lines.append("  \(verb.name)\(gap)" + language.text(TextKey("cli.verb.\(verb.name)")))
    }
    // The list of all verbs stays on one screen; how each is written is told by its own help.
    if let verb {
      for line in verb.usage.split(separator: "\n", omittingEmptySubsequences: false) {
        lines.append("      lecterm \(verb.name)" + (line.isEmpty ? "" : " \(line)"))
      }
    } else {
      lines.append(language.text("cli.help-verb"))
    }
    lines.append(language.text("cli.common"))
    return Result(output: lines, notes: [], status: ExitStatus.done.rawValue)
  }

  private static func failure(_ error: any Error, _ language: Language, _ wantsJSON: Bool) -> Result {
    let (objection, status) = Explain.objection(error)
    Log.asked.write(.error, "\(objection.code) \(status.rawValue)")
    let sentence = language.text(objection.reason, objection.values)
    let rule = objection.rule.map { " (" + language.text("refusal.rule", [.text("rule", $0.rawValue)]) + ")" } ?? ""
    let json = JSON.object([("error", .object([("code", .text(objection.code)), ("message", .text(sentence))]))])
    return Result(
      output: wantsJSON ? [json.written] : [], notes: [SafeText.line("lecterm: " + sentence + rule)],
      status: status.rawValue)
  }

  /// Says why the interface can't be opened, and gives back the status.
  static func fail(_ error: any Error, language: Language.Code, data: DataFolder?, wantsJSON: Bool) -> Int32 {
    let spoken = data.map { Language(code: language, folder: $0) } ?? Language(code: language, texts: [:])
    let result = failure(error, spoken, wantsJSON)
    put(result.output, to: stdoutDescriptor)
    put(result.notes, to: stderrDescriptor)
    return result.status
  }

  private static let stdoutDescriptor: Int32 = 1
  private static let stderrDescriptor: Int32 = 2

  @discardableResult
  static func put(_ lines: [String], to descriptor: Int32) -> Bool {
    guard !lines.isEmpty else { return true }
    let bytes = Array(lines.joined(separator: "\n").utf8) + [10]
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { done += count } else if errno != EINTR { return false }
    }
    return true
  }
}
