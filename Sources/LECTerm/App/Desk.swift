import LECModel
import LECStore

/// Turns what screens ask into answers, through the store. It knows who is here; screens do not.
@MainActor final class Desk {
  var store: Store?
  var session: Session?
  var path: String
  /// What was typed at a first log-in, until the profile is made: nobody types it twice in one sitting.
  var firstPassword: String?
  let options: RunOptions
  let data: DataFolder?
  /// The language of the person, for what is written to files.
  var language: () -> Language = { Language(code: .thai, texts: [:]) }
  /// Told how far a long task has come; false stops it.
  var progress: (Progress) -> Bool = { _ in true }
  /// What lies in the letter box.
  var letterLook = LetterBoxLook()
  /// What has come of a text that is being pasted.
  var pasted = ArmorPieces()
  /// Asked anew every time: a stick comes and goes.
  var letterFolders: () -> LetterFolders = { LetterFolders.ofThisMachine }
  /// The last total that a list asked for.
  var totals: (version: Int64, filter: RosterFilter, total: Int)?
  /// How things stood last with the level above.
  var sending: (version: Int64, entry: PartnerEntry)?

  /// Whether rosters are looked for in the home folder and on sticks too, or only beside the data file.
  var looksAround = true

  /// How files are opened.
  var openFile: (String, Moment?) throws -> Store = FileDoor.open
  /// Whether this program may go from one file of a training set to another; lessons have files of their own.
  private let isAlone: Bool
  /// What the open file was told by when it was opened; nil where it was handed in.
  private var identity: UInt64?
  /// Where a trainer came from at the last change of roles.
  var lastSeat: TrainerSeat?

  /// Whether the person has asked to be taught how the program is used.
  var wantsLesson = false

  /// A desk over a file that is open already.
  init(store: Store, path: String, data: DataFolder?) {
    options = RunOptions(file: path)
    isAlone = true
    self.data = data
    self.path = path
    self.store = store
  }

  init(options: RunOptions, data: DataFolder?) throws {
    self.options = options
    self.data = data
    isAlone = false
    path = options.file
    if FileCare.exists(path) { try open() }
  }

  /// Opens the file; a training file gets its own clock, a real one only the machine's.
  func open() throws {
    try open(path, now: options.now)
  }

  /// Works on that file from here on.
  func open(_ path: String, now: Moment?) throws {
    let opened = try openFile(path, now)
    if let store { store.close() }
    store = opened
    self.path = path
    identity = FileCare.identity(path)
    letterLook = LetterBoxLook()
    totals = nil
    sending = nil
  }

  /// Whether a trainer's pages are there: on training files, and never on a real one.
  var hasTrainer: Bool { !isAlone && store?.isForTraining ?? false }

  /// A training set that was set back by another program has put another file in the place of this one: goes on in that.
  private func follow() throws {
    guard let known = identity, hasTrainer, FileCare.exists(path), FileCare.identity(path) != known else { return }
    let user = session?.user
    try open(path, now: nil)
    session = try user.map { try file().enterTraining($0) }
  }

  /// The open file, or the refusal that there is none.
  func file() throws -> Store {
    guard let store else { throw StoreError.notFound(path: path) }
    return store
  }

  /// Who acts; screens before the log-in never get here.
  func user() throws -> UserName {
    guard let session else { throw Refusal(.noProfile, .au05) }
    return session.user
  }

  func answer(_ request: Request) throws -> Answer? {
    try follow()
    switch request {
    case .saveDraft(let key, let fields):
      try file().saveDraft(name(key), fields)
      return nil
    case .loadDraft(let key): return .draft(key, try file().draft(name(key)) ?? [:])
    case .dropDraft(let key):
      try file().dropDraft(name(key))
      return nil
    case .undo:
      return .changed(try file().undo(by: user()).settled.map(ConflictWords.undone) ?? "app.undone")
    case .redo:
      try file().redo(by: user())
      return .changed("app.redone")
    case .account(let request): return try answer(request)
    case .roster(let request): return try answer(request)
    case .confirming(let request): return try answer(request)
    case .files(let request): return try answer(request)
    case .level(let request): return try answer(request)
    }
  }

  /// Drafts belong to the person: the next one does not find another's half-filled forms.
  private func name(_ key: DraftKey) -> String {
    [session?.user.text ?? "", key.form, key.record].joined(separator: "/")
  }

  /// The form a kept draft belongs to, where it is this person's.
  func draft(_ name: String) -> DraftKey? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0] == session?.user.text else { return nil }
    return DraftKey(form: parts[1], record: parts[2])
  }
}
