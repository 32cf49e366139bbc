package import LECModel

/// A file that was made: its bytes, and what a person is told about it.
package struct MadeBundle: Sendable {
  package var bytes: [UInt8]
  package var header: BundleHeader
  package var name: String
  /// Units below whose entries were left out, for with them no file could be made.
  package var leftOut: [UnitCode] = []

  package init(bytes: [UInt8], header: BundleHeader, name: String) {
    self.bytes = bytes
    self.header = header
    self.name = name
  }
}

extension Store {
  /// Makes a bundle for a unit: the office above, one below, or another machine of the own unit. A delta holds what was written
  /// since the newest file that the receiver says to have read; without such a receipt the bundle is whole.
  package func makeBundle(for receiver: UnitCode, delta: Bool = false, by user: UserName) throws -> MadeBundle {
    guard try unit(receiver) != nil else { throw Refusal(.noSuchUnit, .au13, detail: receiver.text) }
    let keys = try boxKeys(of: receiver)
    guard !keys.isEmpty else { throw Refusal(.noMachine, .au02, detail: receiver.text) }
    let base = delta ? try BundleFileTable(connection: connection).base(for: receiver) : nil
    return try pack(base == nil ? .full : .delta, for: receiver, after: base, seals: keys, card: nil)
  }

  /// A file that could be put nowhere was never made: what it was to tell is still to be told.
  package func takeBack(_ made: MadeBundle) throws { try takeBack(file: made.bytes) }

  package func takeBack(file bytes: [UInt8]) throws {
    try local { try BundleFileTable(connection: connection).takeBack(Sodium.hash(bytes)) }
  }

  /// The keys a unit opens files with: the one its machines share, or those of its machines.
  func boxKeys(of unit: UnitCode) throws -> [[UInt8]] {
    let trust = try trust.state(about: [unit])
    let machines = trust.machines(of: unit)
    let shared = trust.boxKeys(of: unit, for: machines).prefix(Container.mostRecipients).map(\.publicKey)
    let own = try machines.filter { trust.hasNoSharedKey($0, of: unit) }.compactMap { try genesis(of: $0)?.boxKey }
    return shared + own.suffix(Container.mostRecipients - shared.count)
  }

  func pack(
    _ wanted: BundleHeader.Kind, for receiver: UnitCode, after last: Int64? = nil, seals: [[UInt8]],
    card: Container.CardLock?
  ) throws -> MadeBundle {
    // A file that begins a new chain does so before it speaks to others.
    try transaction(author: UserName(""), unit: try ownCode()) { _ in }
    var leftOut: Set<UnitCode> = [], spared = Spared.nothing
    while true {
      guard let draft = try draft(wanted, for: receiver, after: last, without: leftOut, spared: spared) else {
        throw Refusal(.outOfOffice, .au02)
      }
      do {
        guard draft.plain.count <= largestPlain, draft.header.events <= BundleHeader.mostEvents,
          draft.words <= mostNames
        else { throw BundleError.tooLarge }
        var made = try numbered(draft, to: receiver) {
          try draft.sealed(as: $0, for: seals, card: card, random: world.random)
        }
        made.leftOut = leftOut.sorted()
        return made
      } catch let error as BundleError where [.tooLarge, .bomb].contains(error) {
        // What packs to next to nothing, no reader would unpack.
        if let more = spared.more {
          spared = more
          continue
        }
        // Nobody below writes so much that those beside it are heard no more.
        guard let heaviest = try heaviest(draft.weights), leftOut.insert(heaviest).inserted else {
          throw BundleError.tooLarge
        }
      }
    }
  }

  private func heaviest(_ weights: [UnitCode: Int]) throws -> UnitCode? {
    guard let own = try ownUnit()?.code else { return nil }
    let state = try trust.state(about: [own] + weights.keys)
    return weights.filter { $0.key != own && state.isInside($0.key, own) }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// What a file for a unit holds, and its header without a number; nil for a machine that has no office to send from.
  func draft(
    _ wanted: BundleHeader.Kind, for receiver: UnitCode, after last: Int64?, without leftOut: Set<UnitCode> = [],
    spared: Spared = .nothing
  ) throws -> BundleDraft? {
    guard let own = try ownUnit(), let chain = try ownChain(),
      let secret = try DeviceKeys(connection: connection).signing(chain),
      let mine = try genesis(of: chain), let root = try trust.anchors().root
    else { return nil }
    // A chain that began since is not known there: a part of it would not even be opened.
    let base = try last.flatMap { try beginning(of: chain) <= $0 ? $0 : nil }
    let kind = wanted == .delta && base == nil ? .full : wanted
    let upto = try log.last
    let writers = ChainWriters(trust: trust)
    var weights: [UnitCode: Int] = [:]
    let all = try base.map { try newRuns(for: receiver, after: $0) } ?? runs(for: receiver)
    var lacking = Lacking(log: log)
    let light = spared == .nothing ? all : try all.map { try withoutPending($0, &lacking) }
    var runs: [ChainRun] = []
    for run in light {
      let unit = try writers.writer(run.chain).unit
      if try unit.map(leftOut.contains) == true || isSpared(run, spared) {
        try lacking.note(run.events)
        continue
      }
      if let unit { weights[unit, default: 0] += run.weight }
      runs.append(run)
    }
    let words = BundleContent.words(runs), plain = BundleContent.write(runs, words)
    var header = BundleHeader(
      kind: kind, from: own.code, to: [receiver], chain: chain, signingKey: base == nil ? mine.signingKey : [],
      number: 0, created: world.now().date, training: isTraining, root: root,
      events: runs.reduce(0) { $0 + Int64($1.events.count) }, plainSize: Int64(plain.count))
    // Who has read a file of this machine before needs no introduction.
    if base == nil { header.introduction = try introduction(of: chain, for: receiver) }
    return BundleDraft(
      header: header, plain: plain, secret: secret, ownBox: mine.boxKey, words: words.all.count,
      upto: min(upto, lacking.first - 1),
      weights: weights)
  }

  /// Gives a file its number and remembers it, so that of several programs at work on this data no two give the same.
  private func numbered(
    _ draft: BundleDraft, to receiver: UnitCode, _ write: (BundleHeader) throws -> [UInt8]
  ) throws -> MadeBundle {
    let table = BundleFileTable(connection: connection)
    return try local {
      try connection.inTransaction {
        var header = draft.header
        header.number = try table.nextNumber(to: receiver)
        let bytes = try write(header)
        header = try Container.inspect(bytes)
        // A file that is not real is known by its name already, on a stick among others.
        let day = world.now().date.iso, kind = isTraining ? "training-" : "", mark = try chainMark(header.chain)
        let name = "\(kind)\(header.from.text)-\(receiver.text)-\(day)-\(header.number)\(mark).lec"
        try table.writeMade(Sodium.hash(bytes), name, header, to: receiver, at: world.now(), upto: draft.upto)
        return MadeBundle(bytes: bytes, header: header, name: name)
      }
    }
  }

  /// Where the log has the first event of a chain.
  func beginning(of chain: ChainID) throws -> Int64 {
    try connection.one(MachineLives.beginning, [.blob(chain.hash.bytes)]) { $0.integer(0) } ?? .max
  }

  func ownChain() throws -> ChainID? {
    try setting(Setting.chain).flatMap { Hex.bytes($0) }.flatMap { Hash32($0) }.map { ChainID($0) }
  }

  /// How many files for other units were made here, as far as they are remembered.
  package func filesMade() throws -> Int { try BundleFileTable(connection: connection).countMade() }

  static let chainsInFile = "SELECT id FROM chain ORDER BY n"

  /// The runs that a receiver gets, in an order in which what is referred to comes first.
  func runs(for receiver: UnitCode) throws -> [ChainRun] {
    guard let own = try ownUnit() else { return [] }
    let selection = try BundleSelection(
      trust: trust, own: own.code, receiver: receiver, givesBack: try givesBack(to: receiver))
    let ownChains = try trust.anchors().ownChains
    let chains = try connection.all(Self.chainsInFile) { ChainID($0.hash(0)) }.filter {
      try selection.takes($0, ownChains: ownChains)
    }
    var out: [ChainRun] = []
    for chain in chains {
      out += try runs(of: chain, isOwn: ownChains.contains(chain)).map { try visible($0, selection) }
    }
    return out
  }

  /// A run without the bodies that are none of the receiver's business, and what the salts follow from only if there are none.
  func visible(_ run: ChainRun, _ selection: BundleSelection) throws -> ChainRun {
    var run = run
    run.salts = selection.seesAll ? try DeviceKeys(connection: connection).salts(run.chain) : nil
    for i in run.events.indices where try !selection.takesBody(run.events[i]) && !Planted.bodiesLeak.isOn {
      run.events[i].dropText()
    }
    return run
  }

  static let eventsOfChain = """
    SELECT header, salt, body, signature, event.id, event.seq FROM event JOIN chain ON chain.n = event.chain
    WHERE chain.id = ?1 ORDER BY event.seq, event.n
    """
  private static let headsOfChain = """
    SELECT chain_head.id, signature FROM chain_head JOIN chain ON chain.n = chain_head.chain
    WHERE chain.id = ?1 ORDER BY chain_head.seq DESC
    """

  /// The vouched-for pieces of a chain: one as a rule, more where it forked.
  func runs(of chain: ChainID, isOwn: Bool) throws -> [ChainRun] {
    let events = try connection.all(Self.eventsOfChain, [.blob(chain.hash.bytes)]) { RawEvent($0) }.compactMap { $0 }
    let byID = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
    var covered: Set<EventID> = []
    var out: [ChainRun] = []
    for head in try heads(of: chain, events, isOwn: isOwn) where !covered.contains(head.id) {
      var run: [RawEvent] = []
      var at: EventID? = head.id
      while let id = at, !covered.contains(id), let event = byID[id] {
        covered.insert(id)
        run.append(event)
        at = event.header.sequence == 0 ? nil : event.header.previous
      }
      if !run.isEmpty { out.append(ChainRun(chain: chain, events: run.reversed(), signature: head.signature)) }
    }
    return out
  }

  /// The events that the device vouches for, the furthest first, and before them where an end of a term leaves off. Of a chain of
  /// one's own they are signed here.
  private func heads(
    of chain: ChainID, _ events: [RawEvent], isOwn: Bool
  ) throws -> [(id: EventID, signature: [UInt8])] {
    guard isOwn, let secret = try DeviceKeys(connection: connection).signing(chain) else {
      let heads = try connection.all(Self.headsOfChain, [.blob(chain.hash.bytes)]) {
        (id: EventID($0.hash(0)), signature: $0.blob(1))
      }
      let counting = try lastCounting(of: chain, events)
      return heads.filter { counting.contains($0.id) } + heads.filter { !counting.contains($0.id) }
    }
    return Self.ends(of: events).compactMap { event in
      Sodium.sign(event.id.hash.bytes, secret: secret).map { (event.id, $0) }
    }
  }

  /// Where a chain ends, the furthest first: once as a rule. A machine that was set back and worked on has two ends when what it had
  /// lost comes back, and what it wrote in between hangs on the one.
  private static func ends(of events: [RawEvent]) -> [RawEvent] {
    let continued = Set(events.map(\.header.previous))
    return events.reversed().filter { !continued.contains($0.id) }
  }
}

extension RawEvent {
  /// Leaves what tells where it stands in its chain, and the hash of what it says.
  mutating func dropText() {
    body = nil
    salt = []
    signature = []
  }

  /// Reads a row of header, salt, body and signature back, byte for byte.
  init?(_ s: Statement) {
    let bytes = s.blob(0)
    guard let value = try? CanonicalReader.read(bytes), let header = EventHeader(value) else { return nil }
    self.header = header
    headerBytes = bytes
    id = EventID(s.hash(4))
    salt = s.isNull(2) ? [] : s.blob(1)
    body = s.isNull(2) ? nil : s.blob(2)
    signature = s.blob(3)
  }
}
