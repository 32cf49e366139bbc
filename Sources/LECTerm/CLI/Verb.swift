import Glibc
import LECModel
import LECStore

/// One command of the command line. A new one is a new file and a line in `Verbs.all`.
@MainActor protocol Verb: Sendable {
  var name: String { get }
  /// How it is written, for help: what follows the name, a line for each form.
  var usage: String { get }
  /// Options of its own that take a value, and those that don't.
  var valued: Set<String> { get }
  var plain: Set<String> { get }
  /// How many free words it takes at most.
  var most: Int { get }
  func run(_ call: inout Call) throws -> ExitStatus
}

extension Verb {
  var valued: Set<String> { [] }
  var plain: Set<String> { [] }
  var most: Int { 0 }
}

@MainActor enum Verbs {
  static let all: [any Verb] = [
    RunVerb(), DemoVerb(), StudentVerb(), BasicsVerb(), CheckVerb(), ExplainVerb(), ConfirmVerb(), UnconfirmVerb(),
    StatusVerb(),
    LogVerb(), DigestVerb(), ImportVerb(), ExportVerb(), ReportVerb(), AccountVerb(), RuleVerb(), VerifyVerb(),
    RebuildVerb(), BackupVerb(),
    RestoreVerb(), DoctorVerb(), InitVerb(), JoinVerb(), CardVerb(), TermVerb(), UnitVerb(), RoundVerb(), BundleVerb(),
    PendingVerb(), ReleaseVerb(), AcceptVerb(), ExceptionVerb(), NoteVerb(), OtherVerb(), ClaimVerb(), SampleVerb(),
    SnapshotVerb(), ProveVerb(), PartnerVerb(), PromoteVerb(), ConflictVerb(), EraseVerb(), LessonVerb(),
  ]

  static let commonValued: Set<String> = ["file", "lang", "now", "user"]
  static let commonPlain: Set<String> = ["json", "help", "password-stdin"]
}

/// One call of a verb: its words, where output goes, the file it is about.
@MainActor struct Call {
  let arguments: Arguments
  let language: Language
  let data: DataFolder?
  let input: StandardInput
  private(set) var output: [String] = []
  private(set) var notes: [String] = []
  private var store: Store?

  init(arguments: Arguments, language: Language, data: DataFolder?, input: StandardInput) {
    self.arguments = arguments
    self.language = language
    self.data = data
    self.input = input
  }

  var wantsJSON: Bool { arguments.has("json") }

  /// Adds a line to standard output. Data in it may hold anything, and must not reach a terminal as it is.
  mutating func say(_ line: String) { output.append(SafeText.line(line)) }
  mutating func say(_ words: Words) { say(words.said(in: language)) }

  /// Adds a text of several lines to standard output.
  mutating func sayLines(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { say(String(line)) }
  }

  /// Adds a text to standard output byte for byte: what other programs read, and what was made safe line by line.
  mutating func sayWhole(_ text: String) { output.append(text) }

  /// Adds a line to standard error.
  mutating func note(_ line: String) { notes.append(SafeText.line(line)) }

  /// Prints what there is now, for commands that go on.
  mutating func flush() {
    for line in output { Self.put(line, on: STDOUT_FILENO) }
    for line in notes { Self.put(line, on: STDERR_FILENO) }
    output = []
    notes = []
  }

  private static func put(_ line: String, on file: Int32) {
    let bytes = Array((line + "\n").utf8)
    _ = write(file, bytes, bytes.count)
  }

  /// The clock a training file is to stand at.
  func now() throws -> Moment? {
    guard let text = arguments["now"] else { return nil }
    guard let moment = Moment(iso: text) else { throw UsageError("cli.bad-now", [.text("value", text)]) }
    return moment
  }

  var path: String { arguments["file"] ?? Places.defaultFile }

  /// The file of this call, opened at the first use.
  mutating func file() throws -> Store {
    if let store { return store }
    let opened = try FileDoor.open(path, now: try now())
    store = opened
    return opened
  }

  /// The person who acts: `--user` and a password on standard input.
  mutating func person() throws -> (user: UserName, password: String) {
    guard let user = arguments["user"], arguments.has("password-stdin") else { throw UsageError("cli.who") }
    guard let line = try input.line() else { throw UsageError("cli.who") }
    _ = try file().logIn(UserName(user), password: line)
    return (UserName(user), line)
  }

  func close() { store?.close() }
}
