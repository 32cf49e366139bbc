import LECModel

/// Judges an event and brings it into the tables when it counts, inside the transaction that stores it. `rebuild` runs the same
/// code over the log.
final class Projector {
  let connection: Connection
  let log: EventLog
  let students: StudentTable
  let pending: PendingTable
  private let levels: LevelTables
  private let precedence: Precedence
  /// Whether any entry names the one it replaces: then every event that comes has to be asked about.
  private var hasOvertaking: Bool
  let trust: TrustBook
  let erasures: ErasureTable
  /// Whether any child was erased: then every event about one has to be asked about.
  var hasErased: Bool
  /// Who entered what last; written out once at the end of a transaction, since an import has thousands of events.
  private var entered: [Entered: Int64] = [:]
  /// Children and units' basic information that several people changed without knowing of each other: made anew once at the end,
  /// or a file with a thousand such edits would take a thousand times as long as one with one.
  private var apart: [Int64: RecordID] = [:]
  var basicsApart: [UnitCode: Set<RecordID>] = [:]
  /// Institutions whose kept figures no longer hold.
  var changed: Set<UnitCode> = []

  private struct Entered: Hashable {
    var dataset: Dataset
    var user: UserName
  }

  /// How far the log has been judged: what stands behind it must not be looked at yet. One that waited is judged when later ones
  /// count already, and those must not be lost.
  var judged: Int64

  /// `judged` is 0 when the whole log is read anew; else everything that is in it has been judged.
  init(_ connection: Connection, trust: TrustBook, judged: Int64? = nil) throws(SQLiteError) {
    self.connection = connection
    self.trust = trust
    log = EventLog(connection: connection)
    if let judged { self.judged = judged } else { self.judged = try log.last }
    students = StudentTable(connection: connection)
    pending = PendingTable(connection: connection)
    levels = LevelTables(connection: connection)
    erasures = ErasureTable(connection: connection)
    hasErased = try !erasures.isEmpty
    precedence = Precedence(connection: connection)
    hasOvertaking = try !precedence.isEmpty
  }

  /// What came from elsewhere, or is read again: judged first. What does not count is listed with its reason and touches no table.
  @discardableResult
  func judge(_ event: StoredEvent, wasPending: Bool = false) throws(SQLiteError) -> Verdict {
    let verdict = try verdict(on: event, wasPending: wasPending)
    if hasOvertaking { try moveFollowers(of: event.id) }
    return verdict
  }

  private func verdict(on event: StoredEvent, wasPending: Bool) throws(SQLiteError) -> Verdict {
    // Headers alone pass through units that may not see the body: they vouch for their chain and change nothing.
    if event.body == nil, event.salt.isEmpty {
      judged = max(judged, event.n)
      try settleErasure(event)
      return .accepted
    }
    judged = max(judged, event.n)
    var verdict = try trust.judge(event)
    if verdict == .accepted { verdict = try recordVerdict(event) }
    if verdict == .accepted {
      if wasPending { try pending.remove(event.n) }
      try project(event)
      if event.header.kind == .studentAdded { try foldEarlyArrivals(event) }
      try settleErasure(event)
    } else {
      try pending.write(event.n, verdict, unit: event.header.unit)
    }
    return verdict
  }

  /// Judges again what did not count so far, until nothing changes any more; returns how many entries count now.
  @discardableResult
  func settleWaiting(where isDue: (Int64, Verdict) -> Bool = { _, _ in true }) throws(SQLiteError) -> Int {
    var freed = 0, changes = true
    while changes {
      changes = false
      for (n, verdict) in try pending.all() where isDue(n, verdict) {
        guard let event = try log.event(n) else { continue }
        let now = try judge(event, wasPending: true)
        if now != verdict { changes = true }
        if now == .accepted { freed += 1 }
      }
    }
    return freed
  }

  /// Entries that name this one as seen have their place behind it, though they came before.
  private func moveFollowers(of id: EventID) throws(SQLiteError) {
    var open = [id]
    while let next = open.popLast() {
      for follower in try precedence.followers(of: next) {
        guard let n = try log.number(of: follower), try !pending.has(n), let event = try log.event(n) else { continue }
        let before = try precedence.place(of: follower)
        try project(event)
        if try precedence.place(of: follower) != before { open.append(follower) }
      }
    }
  }

  /// Brings an event that counts into its table.
  func project(_ event: StoredEvent) throws(SQLiteError) {
    judged = max(judged, event.n)
    guard let kind = event.header.kind, let body = event.body else { return }
    if Precedence.replaced(by: event.header) != nil { hasOvertaking = true }
    let event = try precedence.placed(event)
    let header = event.header
    switch body.content {
    case .termEnd(let end):
      // One whose number leaps ends nothing.
      let counted = try trust.state(about: [end.unit]).terms[end.unit] ?? 0
      if end.term <= counted { try ProfileTable(connection: connection).endAll(of: end.unit, event) }
    case .bundleMark(let mark):
      try BundleFileTable(connection: connection).acknowledge(mark.file, by: header.unit, at: header.time)
    case .genesis(let genesis): try begin(genesis, event)
    case .join, .acceptedJoin, .boxKey, .adoption: break
    case .root(let root):
      let department = Unit(code: root.unit, kind: .department, name: root.name)
      try UnitTable(connection: connection).write(department, n: event.n, lamport: header.lamport, tie: event.id)
      try open(UserName(root.unit.text), root.unit)
    case .card(let card): try open(card.user, card.unit)
    case .unit(let unit, _): try write(unit, event)
    case .round(let round):
      try RoundTable(connection: connection).write(round, n: event.n, lamport: header.lamport, tie: event.id)
    case .account(let account): try AccountTable(connection: connection).write(account)
    case .profile(let profile): try ProfileTable(connection: connection).write(profile, event)
    case .handover(let handover): try ProfileTable(connection: connection).end(handover.user, event)
    case .changes(let changes):
      if kind == .basicsEdited {
        try basics(event, changes)
        note(.basics, event)
      } else {
        try student(event, kind, changes)
        note(.students, event)
      }
    case .explanation(let words):
      try ExplanationTable(connection: connection).write(words, event: header, id: event.id)
      changed.insert(header.unit)
    case .confirmation(let confirmation):
      try ConfirmationTable(connection: connection).write(confirmation, event: event)
    case .cancellation(let cancellation):
      try ConfirmationTable(connection: connection).cancel(cancellation, event: event)
    case .release(let release): try ConfirmationTable(connection: connection).release(release, event: event)
    case .releaseRequest(let request):
      try ReleaseRequestTable(connection: connection).write(request, unit: header.unit, n: event.n)
    case .importMark(let mark): try importMark(event, kind, mark, undoes: body.undoes)
    case .erasure(let erasure): try erase(erasure, event)
    default: try levels.write(event, body.content)
    }
  }

  private func begin(_ genesis: Genesis, _ event: StoredEvent) throws(SQLiteError) {
    // A new machine has what its starter file brought, and a file that only stands on another disk lacks nothing.
    guard ![.first, .joined, .moved].contains(genesis.reason) else { return }
    let chain = event.header.chain
    guard let unit = try trust.state(about: [], chains: [chain]).standing(chain).office?.unit else { return }
    try BundleFileTable(connection: connection).void(for: unit, before: event.n)
  }

  /// Which of several settings holds is for the state of trust to say, where the unit is in the tree.
  private func write(_ unit: Unit, _ event: StoredEvent) throws(SQLiteError) {
    let table = UnitTable(connection: connection)
    try table.write(unit, n: event.n, lamport: event.header.lamport, tie: event.id)
    guard let history = try trust.state(about: [unit.code]).units[unit.code], let form = history.forms.last else {
      return
    }
    try table.write(form.unit, n: event.n, lamport: form.lamport, tie: form.event, isInForce: true)
    try note(history, event)
  }

  /// The account that comes with a card, or with the root.
  private func open(_ user: UserName, _ unit: UnitCode) throws(SQLiteError) {
    // The card may come before the unit does, and then no row says what it is; who is who is known of all that came.
    let known = try trust.state(about: [unit]).unit(unit)?.kind
    let row = try UnitTable(connection: connection).unit(unit)?.kind
    guard let kind = known ?? row else { return }
    try AccountTable(connection: connection).write(Account(user: user, unit: unit, role: Role(kind)))
  }

  private func importMark(_ event: StoredEvent, _ kind: EventKind, _ mark: ImportMark, undoes: Int64?)
    throws(SQLiteError)
  {
    let table = ImportTable(connection: connection)
    let chain = try log.chainNumber(event.header.chain)
    if kind == .imported {
      try table.write(mark, n: event.n, chain: chain, sequence: event.header.sequence)
    } else {
      try table.takeBack(chain: chain, sequence: undoes ?? -1, n: event.n)
    }
  }

  private func note(_ dataset: Dataset, _ event: StoredEvent) {
    // One that waited is judged after later ones.
    let key = Entered(dataset: dataset, user: event.header.author)
    entered[key] = max(entered[key] ?? 0, event.n)
    changed.insert(event.header.unit)
  }

  /// Writes what was gathered; call before the commit.
  func finish() throws(SQLiteError) {
    for (n, record) in apart.sorted(by: { $0.key < $1.key }) {
      if let first = try log.event(n) { try fold(record, first, unit: first.header.unit) }
    }
    apart = [:]
    try foldBasics()
    let table = EnteredTable(connection: connection)
    for (key, n) in entered.sorted(by: { $0.value < $1.value }) { try table.write(key.dataset, key.user, n) }
    entered = [:]
    // In order, so that the same work writes the same file.
    for unit in changed.sorted() {
      try TallyTable(connection: connection).forget(unit)
      try PairTable(connection: connection).note(unit)
    }
    changed = []
  }

  private func student(_ event: StoredEvent, _ kind: EventKind, _ changes: [FieldChange]) throws(SQLiteError) {
    if try isErased(event) { return }
    if kind == .studentAdded {
      try students.write(
        event.n, RecordID(event.id), unit: event.header.unit, Student(changes), heads: [event.id], salt: event.salt)
      return
    }
    guard let record = event.header.record, let n = try log.number(of: record.event),
      let first = try log.event(n), let old = try students.row(n)
    else { return }
    let disputes = DisputeTable(connection: connection)
    let isSimple = Set(event.header.base) == Set(old.heads)
    if isSimple, apart[n] == nil, try !disputes.hasAny(old.unit, n) {
      var next = old.student
      for change in changes {
        if let field = StudentField(rawValue: change.field) { next[field] = change.value }
      }
      try students.write(n, record, unit: old.unit, next, heads: [event.id], salt: first.salt)
      return
    }
    apart[n] = record
  }

  /// A child that was erased is not made anew.
  func forget(_ n: Int64) { apart[n] = nil }

  /// Makes a child anew from every event that counts, as far as the log has been read.
  private func fold(_ record: RecordID, _ first: StoredEvent, unit: UnitCode) throws(SQLiteError) {
    var events: [RecordEvent] = []
    for event in try log.history(of: record) where event.n <= judged {
      if try !pending.has(event.n), let one = RecordEvent(event) { events.append(one) }
    }
    let folded = Merge.fold(events)
    var student = Student()
    for field in StudentField.allCases { student[field] = folded.values[field.rawValue] ?? "" }
    try students.write(first.n, record, unit: unit, student, heads: folded.heads, salt: first.salt)
    try DisputeTable(connection: connection).replace(unit, first.n, folded.disputes)
  }

  /// Edits that came before the entry they are about: they waited, and count now.
  private func foldEarlyArrivals(_ added: StoredEvent) throws(SQLiteError) {
    if try isErased(added) { return }
    let record = RecordID(added.id)
    let early = try log.history(of: record).filter { $0.n < added.n }
    guard !early.isEmpty else { return }
    for event in early where try pending.has(event.n) {
      var verdict = try trust.judge(event)
      if verdict == .accepted { verdict = try recordVerdict(event) }
      if verdict == .accepted {
        try pending.remove(event.n)
        note(.students, event)
      } else {
        try pending.write(event.n, verdict, unit: event.header.unit)
      }
    }
    try fold(record, added, unit: added.header.unit)
  }
}

extension RecordEvent {
  /// The merging view of a stored event; nil for events that change no child, or not the basic information.
  init?(_ event: StoredEvent, ofBasics: Bool = false) {
    guard let kind = event.header.kind, ofBasics ? kind == .basicsEdited : kind.changesStudent,
      case .changes(let changes)? = event.body?.content
    else { return nil }
    self.init(
      id: event.id, kind: kind, base: event.header.base, lamport: event.header.lamport, chain: event.header.chain,
      changes: changes)
  }
}
