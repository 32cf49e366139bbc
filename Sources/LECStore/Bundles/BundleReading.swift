package import LECModel

extension Store {
  /// Who a bundle says it is from, without opening it.
  package func inspect(bundle bytes: [UInt8]) throws(BundleError) -> BundleHeader { try Container.inspect(bytes) }

  /// Reads a bundle: everything it brings in one transaction, or nothing. A preview does the same and then lets all of it go.
  package func read(
    bundle bytes: [UInt8], name: String, card: String? = nil, isPreview: Bool = false
  ) throws -> BundleReport {
    let (opened, runs) = try open(bundle: bytes, card: card)
    return try take(runs, opened.header, file: bytes, name: name, isPreview: isPreview)
  }

  /// Checks everything that can be checked without storing anything.
  func open(bundle bytes: [UInt8], card: String? = nil) throws -> (Container.Opened, [ChainRun]) {
    let clear = try Container.inspect(bytes)
    guard clear.training == isTraining else { throw BundleError.trainingMix }
    let known = try trust.anchors().root
    guard known == nil || known == clear.root else { throw BundleError.otherRoot }
    guard let key = try signingKey(of: clear, card: card) else { throw BundleError.unknownSender }
    let opened = try Container.open(bytes, trusting: key, secrets: try boxSecrets(), card: card)
    let runs = try BundleContent.read(opened.plain)
    guard runs.reduce(0, { $0 + Int64($1.events.count) }) == opened.header.events else { throw BundleError.badContent }
    for run in runs { try check(run, runs) }
    return (opened, runs)
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
  private func check(_ run: ChainRun, _ all: [ChainRun]) throws {
    guard let head = run.head else { throw BundleError.badContent }
    var key = try genesis(of: run.chain)?.signingKey
    if key == nil {
      let start = all.first { $0.chain == run.chain && $0.events.first?.header.sequence == 0 }
      if let first = start?.events.first, let body = first.body, ChainID(Sodium.hash(body)) == run.chain {
        key = Self.genesis(body)?.signingKey
      }
    }
    guard let key, Sodium.verify(run.signature, head.id.hash.bytes, publicKey: key) else { throw BundleError.badChain }
    var before: Int64 = -1
    for event in run.events {
      // The counter only grows along a chain; whatever doesn't keep to that is no chain.
      guard event.header.lamport > before else { throw BundleError.badChain }
      before = event.header.lamport
    }
  }

  private struct PreviewDone: Error { var report: BundleReport }

  func take(
    _ runs: [ChainRun], _ header: BundleHeader, file: [UInt8], name: String, isPreview: Bool = false
  ) throws -> BundleReport {
    let ownBefore = try trust.anchors().ownChains
    var report = BundleReport(from: header.from, number: header.number, events: Int(header.events))
    var hasOwnNews = false
    do {
      report = try transaction(author: UserName(""), unit: try ownCode()) { writer in
        var intake = Intake(store: self, report: report)
        try intake.take(runs)
        hasOwnNews = intake.touched.contains { ownBefore.contains($0) }
        writer.raise(lamport: intake.lamport)
        if intake.hasNews, try ownUnit() != nil {
          let mark = BundleMark(
            from: header.from, file: Sodium.hash(file), heads: runs.compactMap(\.head).sorted { $0.chain < $1.chain })
          try writer.add(.bundleRead, EventBody(.bundleMark(mark)))
        }
        try BundleFileTable(connection: connection).write(
          Sodium.hash(file), name: name, unit: header.from, number: header.number, made: false, at: world.now(),
          events: header.events)
        if isPreview { throw PreviewDone(report: intake.report) }
        return intake.report
      }
    } catch let done as PreviewDone {
      trust.forget()
      forgetFigures()
      return done.report
    }
    forgetFigures()
    // The file brought back what this machine had lost: from here on it writes in a new chain, so that no number is used twice.
    if hasOwnNews { beginNewChain(.restored) }
    return report
  }
}
