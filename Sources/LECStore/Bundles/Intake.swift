import LECModel

/// Stores what a bundle brings and judges it, inside one transaction.
struct Intake {
  private let store: Store
  private let log: EventLog
  private let projector: Projector
  private(set) var report: BundleReport
  private(set) var touched: Set<ChainID> = []
  /// Every chain of which the file holds anything, new or not: what is missing of those is named each time it is read.
  private var brought: Set<ChainID> = []
  /// What was new, in the order in which it is judged.
  private(set) var arrived: [StoredEvent] = []
  private(set) var lamport: Int64 = 0
  private(set) var hasNews = false
  /// What lay here and did not count, and counts now.
  private(set) var freed: [Int64] = []
  /// What lay here without something of it.
  private var filled: Set<Int64> { Set(whole.map(\.n)) }
  private var whole: [(n: Int64, event: RawEvent)] = []
  private var marks: [(n: Int64, mark: BundleMark)] = []

  init(store: Store, report: BundleReport) throws {
    self.store = store
    self.report = report
    log = store.log
    projector = try Projector(store.connection, trust: store.trust)
  }

  mutating func take(_ runs: [ChainRun], from sender: UnitCode) throws {
    _ = try store.trust.state()
    var counters = Counters(of: runs, log)
    let disputes = try DisputeTable(connection: store.connection).count()
    let unclaimed = try SendingAgain(store).unclaimed()
    arrived = try keep(runs, &counters)
    for event in arrived { if case .bundleMark(let mark)? = event.body?.content { marks.append((event.n, mark)) } }
    let filled = self.filled
    let pending = PendingTable(connection: store.connection)
    let fresh = Set(arrived.map(\.n))
    let waiting = try pending.all().map(\.n).filter { !fresh.contains($0) }
    let growth = try store.trust.readOn(isFilled: !filled.isEmpty).growth
    let saysWhoIsWho = !filled.isEmpty || arrived.contains { $0.header.kind?.isAuthority ?? false }
    if growth?.keepsVerdicts ?? false, !counters.hasUndone {
      for event in arrived { _ = try projector.judge(event, wasPending: filled.contains(event.n)) }
      if !Planted.stickyVerdict.isOn {
        try projector.settleWaiting { n, verdict in
          !fresh.contains(n) && (saysWhoIsWho || !verdict.followsFromTrust)
        }
        // What came in an order in which it had to wait for something that came with it.
        try projector.settleWaiting { n, verdict in fresh.contains(n) && verdict == .waiting(.missingRecord) }
      }
      try projector.finish()
    } else {
      try store.replay()
    }
    try store.trust.keepChecked()
    let rest = Set(try pending.all().map(\.n))
    freed = waiting.filter { !rest.contains($0) }
    report.freed = freed.count
    let again = SendingAgain(store)
    try again.filled(whole, exceptTo: sender)
    try again.claimed(of: unclaimed)
    try count()
    report.conflicts = max(0, try DisputeTable(connection: store.connection).count() - disputes)
    report.joins = (growth?.joins ?? []).map(\.unit)
    report.released = try released(pending)
    // What came of an earlier entry's text may show a machine that waits to be let in, with no new entry that says so.
    if !filled.isEmpty { try SettingTable(connection: store.connection).set(Setting.openJoins, "") }
  }

  /// Nobody reads on after so many.
  private static let mostReleased = 50

  /// The releases that count with this file.
  private func released(_ pending: PendingTable) throws -> [BundleReport.UnitReleased] {
    let events = try arrived.filter { try $0.header.kind == .released && !pending.has($0.n) }
    let releases = try events + freed.compactMap { try log.event($0) }.filter { $0.header.kind == .released }
    return try releases.prefix(Self.mostReleased).compactMap { event in
      guard case .release(let release)? = event.body?.content else { return nil }
      return BundleReport.UnitReleased(
        unit: release.unit, dataset: release.dataset,
        person: try store.person(event.header.author, at: event.n), reason: release.reason)
    }
  }

  /// Stores every event that is new here; those that say who is who come first, for the rest is judged by them.
  private mutating func keep(_ runs: [ChainRun], _ counters: inout Counters) throws -> [StoredEvent] {
    var arrived: [StoredEvent] = []
    let all = runs.flatMap(\.events)
    let authority = all.filter { $0.header.kind?.isAuthority ?? false }
    let rest = all.filter { !($0.header.kind?.isAuthority ?? false) }.sorted {
      ($0.header.lamport, $0.header.chain, $0.header.sequence) < (
        $1.header.lamport, $1.header.chain, $1.header.sequence
      )
    }
    for one in authority + rest {
      lamport = max(lamport, one.header.lamport)
      brought.insert(one.header.chain)
      // What is judged is what is kept, or a file would say other things than its log.
      let event = try projector.withoutErased(one)
      switch try log.store(event) {
      case .known: report.known += 1
      case .new(let n):
        try counters.check(event, n)
        arrived.append(event.stored(at: n))
        touched.insert(event.header.chain)
        if event.header.kind != .bundleRead || Planted.receiptOfReceipt.isOn { hasNews = true }
      case .filled(let n):
        arrived.append(event.stored(at: n))
        touched.insert(event.header.chain)
        hasNews = true
        whole.append((n, event))
      }
    }
    for run in runs {
      if let head = run.head { try log.store(head, signature: run.signature) }
    }
    for chain in touched.sorted() { try log.noteGap(chain) }
    return arrived
  }

  /// Whether a receipt names entries of the chain that is being written here which are not here: the machine was set back.
  func namesLost(of chain: ChainID?) throws -> Bool {
    let pending = PendingTable(connection: store.connection)
    // Only a receipt that counts is believed: anybody can invent one.
    for (n, mark) in marks where try !pending.has(n) {
      for head in mark.heads where head.chain == chain {
        if try log.number(of: head.id) == nil { return true }
      }
    }
    return false
  }

  /// Says which entries have to come before the rest of a chain can count, and which files they would have been in.
  mutating func nameMissing(before last: Int64?, of header: BundleHeader) throws {
    var files: ClosedRange<Int64>?
    if let last, last + 1 < header.number { files = last + 1...header.number - 1 }
    report.missing = try store.missingPieces(in: brought).map { piece in
      var piece = piece
      piece.files = files
      return piece
    }
  }

  private mutating func count() throws {
    let pending = PendingTable(connection: store.connection)
    for event in arrived {
      guard let verdict = try pending.verdict(of: event.n), let reason = verdict.reason else {
        report.new += 1
        if let kind = event.header.kind, event.body != nil { report.kinds[kind, default: 0] += 1 }
        continue
      }
      switch verdict {
      case .waiting: report.waiting += 1
      case .held: report.held += 1
      case .refused: report.refused += 1
      case .accepted: break
      }
      let key = BundleReport.Pending(
        verdict: verdict.name, reason: reason, unit: event.header.unit,
        isAct: event.header.kind?.isNeverAdopted ?? false)
      report.pending[key, default: 0] += 1
    }
    if report.kinds[.roundSet] != nil { report.round = try store.currentRound() }
  }
}
