package import LECModel

extension Store {
  /// Who a bundle says it is from, without opening it.
  package func inspect(bundle bytes: [UInt8]) throws(BundleError) -> BundleHeader { try Container.inspect(bytes) }

  /// Reads a bundle: everything it brings in one transaction, or nothing. A preview does the same and then lets all of it go.
  package func read(
    bundle bytes: [UInt8], name: String, card: String? = nil, isPreview: Bool = false
  ) throws -> BundleReport {
    let opened: Container.Opened, runs: [ChainRun]
    do {
      (opened, runs) = try open(bundle: bytes, card: card)
    } catch BundleError.notForYou {
      try noteUnopened(bytes)
      throw BundleError.notForYou
    }
    return try take(runs, opened.header, file: bytes, name: name, isPreview: isPreview)
  }

  /// Checks everything that can be checked without storing anything.
  func open(bundle bytes: [UInt8], card: String? = nil) throws -> (Container.Opened, [ChainRun]) {
    let clear = try Container.inspect(bytes)
    guard clear.training == isTraining || Planted.anyTraining.isOn else {
      throw Self.reason(.trainingMix, bytes, clear)
    }
    let known = try trust.anchors().root
    guard known == nil || known == clear.root || Planted.anyRoot.isOn else {
      throw Self.reason(.otherRoot, bytes, clear)
    }
    guard let key = try signingKey(of: clear, card: card) ?? (Planted.anySender.isOn ? clear.signingKey : nil) else {
      // Nobody is to look for the sender of a file that is another's.
      let isOurs = try card != nil || clear.kind == .starter || canRead(clear)
      // A part of what a machine wrote says nothing about who that machine is; the whole does.
      throw Self.reason(isOurs ? (clear.kind == .delta ? .needsFull : .unknownSender) : .notForYou, bytes, clear)
    }
    let opened = try Container.open(bytes, trusting: key, secrets: try boxSecrets(), card: card)
    let runs = try BundleContent.read(opened.plain, most: opened.header.events)
    guard runs.reduce(0, { $0 + Int64($1.events.count) }) == opened.header.events else { throw BundleError.badContent }
    let starts = Dictionary(
      runs.compactMap { run in run.events.first.flatMap(Self.genesis).map { (run.chain, $0) } },
      uniquingKeysWith: { a, _ in a })
    for run in runs { try check(run, starts) }
    return (opened, runs)
  }

  /// A header that not even the key in it has signed was damaged on the way. That is said before anything about what it says: nobody
  /// is to look for a stranger where a stick lost a bit. (A delta has no key in it.)
  private static func reason(_ reason: BundleError, _ bytes: [UInt8], _ header: BundleHeader) -> BundleError {
    header.kind == .delta || Container.isIntact(bytes) ? reason : .badSignature
  }

  /// Whether this machine has a key to the content.
  package func canRead(_ header: BundleHeader) throws -> Bool {
    let ids = Set(try boxSecrets().map { Container.keyID($0.publicKey) })
    return header.seals.contains { ids.contains($0.key) }
  }

  private func boxSecrets() throws -> [Container.BoxSecret] {
    let shared = try connection.all("SELECT public, secret FROM box_key") {
      Container.BoxSecret(publicKey: $0.blob(0), secret: $0.blob(1))
    }
    let devices = try DeviceKeys(connection: connection).boxSecrets().map {
      Container.BoxSecret(publicKey: Sodium.boxPublic($0), secret: $0)
    }
    return shared + devices.reversed()
  }

  /// A run holds together, begins where its chain is known, and its device has signed its last event.
  private func check(_ run: ChainRun, _ starts: [ChainID: Genesis]) throws {
    guard let head = run.head else { throw BundleError.badContent }
    // Nothing of this machine is known here, and its beginning is not part of the file.
    guard let key = try (genesis(of: run.chain) ?? starts[run.chain])?.signingKey else { throw BundleError.needsFull }
    guard Sodium.verify(run.signature, head.id.hash.bytes, publicKey: key) || Planted.anyHead.isOn else {
      throw BundleError.badChain
    }
    guard let first = run.events.first else { throw BundleError.badChain }
    guard first.header.sequence > 0 || first.header.previous == EventID(.zero) else { throw BundleError.badChain }
    // Whoever has a chain's key could say something else of what hangs on its beginning: whose machine it is, and whose life.
    let isBare = first.body == nil && first.header.kind == .genesis
    let isOther = first.header.sequence == 0 && !isBare && !first.isBeginning
    guard !isOther || Planted.anyBeginning.isOn else { throw BundleError.badChain }
  }

  /// Whoever signs a file says in its head which unit it is from: that of its machine, or another's name would stand over it in
  /// every list. A machine that another one alone vouched for has to be somebody's by what the file brings: nothing is kept of one whom
  /// nobody can place, nor noted under the name that he gave.
  func checkSender(_ header: BundleHeader) throws {
    if Planted.anyName.isOn || Planted.anySender.isOn || Planted.anyKnownChain.isOn { return }
    if let unit = try trust.state(about: [header.from], chains: [header.chain]).unit(ofMachine: header.chain) {
      guard unit == header.from else { throw BundleError.otherSender }
    } else {
      let shown = try MachineProof(header, self, by: .persons)?.unit(of: header.chain)
      guard shown == header.from else { throw BundleError.unknownSender }
    }
  }

  /// A clock that is wrong, or a file that lay about since an earlier round: nothing is lost by either, and somebody should know.
  private func compareDay(_ day: CalendarDate, _ report: inout BundleReport) throws {
    if day > world.now().date.adding(days: 1) { report.dayAhead = day }
    if let opens = try currentRound()?.opens, day < opens.date { report.dayBeforeRound = day }
  }

  /// How far a file brought each chain, on each of its branches. Of nobody's chains nothing is said, and of no more than so many:
  /// somebody could write any number, and a receipt goes along for ever.
  private func heads(of runs: [ChainRun]) throws -> [ChainHead] {
    let branches = Dictionary(grouping: runs.compactMap(\.head), by: \.chain)
    let known = try branches.filter { try unit(ofMachine: $0.key) != nil }.sorted { $0.key < $1.key }
    let last = known.flatMap { $0.value.sorted { $0.sequence > $1.sequence }.prefix(Self.mostBranches) }
    return Array(last.prefix(Self.mostHeads))
  }

  private static let mostBranches = 16, mostHeads = 10_000

  private struct PreviewDone: Error { var report: BundleReport }

  func take(
    _ runs: [ChainRun], _ header: BundleHeader, file: [UInt8], name: String, isPreview: Bool = false
  ) throws -> BundleReport {
    // Only the chain that is being written: a copied file also holds the keys of chains on which the first machine goes on.
    let written = try ownChain()
    var report = BundleReport(from: header.from, number: header.number, events: Int(header.events))
    try compareDay(header.created, &report)
    var hasOwnNews = false, hasLost = false
    do {
      report = try transaction(author: UserName(""), unit: try ownCode()) { writer in
        var intake = try Intake(store: self, report: report)
        try intake.take(runs, from: header.from)
        hasOwnNews = (written.map { intake.touched.contains($0) } ?? false) && !Planted.noNewChain.isOn
        hasLost = try intake.namesLost(of: written) && !Planted.noNewChain.isOn
        try checkSender(header)
        writer.raise(lamport: intake.lamport)
        // The file brought back what this machine had lost: from here on it writes in a new chain, so that no number is used twice.
        // The same when the sender names an entry of this machine that the machine itself no longer has. It begins here, not with the
        // next entry: that may be written by another process, or after a break.
        if hasOwnNews || hasLost, writer.head?.chain == written {
          try writer.beginChain(.restored, training: isTraining)
        }
        let table = BundleFileTable(connection: connection)
        try intake.nameMissing(before: try table.number(before: header), of: header)
        // Receipts alone are not answered with a receipt, or two units would send each other files for ever.
        if intake.hasNews, try ownUnit() != nil {
          let heads = try self.heads(of: runs.filter { intake.touched.contains($0.chain) })
          let mark = BundleMark(from: header.from, file: Sodium.hash(file), heads: heads)
          try writer.add(.bundleRead, EventBody(.bundleMark(mark)))
        }
        let above = try ownUnit()?.parent
        if header.kind != .delta, above == nil || above == header.from, let chain = writer.head?.chain {
          try SettingTable(connection: connection).set(Setting.wholeRead, chain.hash.hex)
          try SettingTable(connection: connection).set(Setting.isSetBack, "0")
        } else if hasOwnNews || hasLost {
          try SettingTable(connection: connection).set(Setting.isSetBack, "1")
        }
        try table.writeRead(Sodium.hash(file), name, header, at: world.now(), isOwn: isOwn(header.chain))
        if isPreview, !Planted.previewStays.isOn { throw PreviewDone(report: try foretold(intake)) }
        return intake.report
      }
    } catch let done as PreviewDone {
      trust.forget()
      forgetFigures()
      return done.report
    }
    forgetFigures()
    report.isSetBack = hasOwnNews || hasLost
    return report
  }
}
