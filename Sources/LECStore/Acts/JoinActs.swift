package import LECModel

/// What a new machine is told when it has joined.
package struct Joined: Sendable {
  package var unit: Unit
  package var user: UserName
  /// To be read out when the office above rings.
  package var fingerprint: String
  /// For receiving units: the code that gives another machine the key to files sent here.
  package var recoveryCode: CardCode?
  /// The unit gave the card to a further machine itself: nobody above has to accept that.
  package var isOwnCard: Bool
}

extension Store {
  /// Makes a file for the unit that a starter file is for. Work can begin at once; the office above accepts the machine when it
  /// reads the first file from it. `clock`: where the clock of a training file stands when it is opened. `announce` shows what
  /// must be seen before there is a file.
  package static func makeJoined(
    at path: String, starter: [UInt8], card code: CardCode, clock: Moment? = nil, world: World,
    announce: (Joined) throws -> Void = { _ in }
  ) throws -> Joined {
    let header = try Container.inspect(starter)
    guard header.kind == .starter, let unit = header.to.first else { throw BundleError.noStarter }
    // Opened before anything is made: a wrong card leaves nothing behind.
    _ = try Container.open(starter, trusting: header.signingKey, secrets: [], card: code.text)
    return try making(path, training: header.training, for: unit, world: world, announce: announce) { store in
      let joined = try store.join(starter, header, unit, code)
      if let clock { try store.set(Setting.trainingClock, to: clock.iso) }
      if header.training { try store.set(Setting.ownPasswords, to: "1") }
      return joined
    }
  }

  /// The same, and opens the file.
  package static func join(
    at path: String, starter: [UInt8], card code: CardCode, world: World
  ) throws -> (Store, Joined) {
    let joined = try makeJoined(at: path, starter: starter, card: code, world: world)
    return (try open(path, world: world), joined)
  }

  private func join(_ starter: [UInt8], _ header: BundleHeader, _ code: UnitCode, _ card: CardCode) throws -> Joined {
    let (opened, runs) = try open(bundle: starter, card: card.text)
    let settings = SettingTable(connection: connection)
    try local {
      try settings.set(Setting.root, header.root.hash.hex)
      try settings.set(Setting.unit, code.text)
    }
    trust.forget()
    _ = try take(runs, opened.header, file: starter, name: "")
    let enrolment = Array(opened.gifts.prefix(64))
    guard enrolment.count == 64, let unit = try ownUnit(), let chain = try ownChain() else { throw BundleError.badCard }
    let key = Array(enrolment.suffix(32))

    guard
      let known = try trust.state(about: [code]).cards.first(where: {
        $0.value.enrolmentKey == key && $0.value.unit == code
      }),
      let signature = Sodium.sign(chain.hash.bytes, secret: enrolment)
    else { throw BundleError.badCard }
    let credential = try seal(Array("first".utf8), under: card.text, isFirst: true)
    try transaction(author: UserName(""), unit: code) { writer in
      try writer.add(.joined, EventBody(.join(Join(card: known.key, signature: signature))))
      try CredentialTable(connection: connection).write(known.value.user, credential)
    }
    let hasBoxKey = try trust.state(about: [code]).boxKey(of: code) != nil
    var recovery: CardCode?
    let box = Array(opened.gifts.dropFirst(64))
    if box.count == 32 {
      try local { try keep(Sodium.boxPublic(box), box) }
    } else if !unit.kind.isInstitution, known.value.purpose != .device || !hasBoxKey {
      recovery = try makeBoxKey()
    }
    return Joined(
      unit: unit, user: known.value.user, fingerprint: Fingerprint.text(chain.hash), recoveryCode: recovery,
      isOwnCard: header.from == code)
  }

  /// The number that the office above may ask for on the telephone.
  package func ownFingerprint() throws -> String? { try ownChain().map { Fingerprint.text($0.hash) } }
}
