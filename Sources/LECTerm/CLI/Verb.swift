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
  /// Whether the answer was given before the work was at its end: no second one follows it.
  private(set) var hasAnnounced = false
  private var store: Store?
  private let isLive: Bool

  /// `isLive`: what is to be seen at once is printed at once; tests look at it afterwards.
  init(arguments: Arguments, language: Language, data: DataFolder?, input: StandardInput, isLive: Bool = false) {
    self.isLive = isLive
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
    guard isLive else { return }
    CommandLineRun.put(output, to: STDOUT_FILENO)
    CommandLineRun.put(notes, to: STDERR_FILENO)
    output = []
    notes = []
  }

  /// Prints what there is so far of a long answer, so that it need not be kept: no other answer follows it.
  mutating func pass() throws {
    hasAnnounced = true
    guard isLive else { return }
    let isWritten = CommandLineRun.put(output, to: STDOUT_FILENO)
    output = []
    guard isWritten else { throw errno == ENOSPC ? StoreError.diskFull : .cannotOpen(path: "/dev/stdout") }
  }

  /// Gives the answer now, for what comes into being right after it and can't be told again: it is printed, and on the disk where
  /// it goes to a file, or nothing comes into being.
  mutating func announce() throws {
    try pass()
    guard isLive else { return }
    // What is no file has no disk, and says so.
    guard fsync(STDOUT_FILENO) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP else {
      throw errno == ENOSPC ? StoreError.diskFull : .cannotOpen(path: "/dev/stdout")
    }
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
