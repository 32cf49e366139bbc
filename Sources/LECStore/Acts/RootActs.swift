package import LECModel

/// What the department is told once, when its file is made: to be written down and locked away.
package struct NewRoot: Sendable {
  package var user: UserName
  package var firstPassword: String
  /// Puts a new machine of the department in office when this one is lost.
  package var spareCode: CardCode
  /// Opens files that were sent to the department, on a new machine.
  package var recoveryCode: CardCode
  package var fingerprint: String
}

extension Store {
  /// Makes the department's file: the root of trust. `clock`: where the clock of a training file stands when it is opened.
  /// `announce` shows the codes, which nobody can have again, before there is a file.
  package static func makeRootFile(
    at path: String, code: UnitCode, name: String, training: Bool, clock: Moment? = nil, world: World,
    announce: (NewRoot) throws -> Void = { _ in }
  ) throws -> NewRoot {
    try making(path, training: training, world: world, announce: announce) { store in
      let root = try store.makeRoot(code, name)
      if let clock { try store.set(Setting.trainingClock, to: clock.iso) }
      if training { try store.set(Setting.ownPasswords, to: "1") }
      return root
    }
  }

  /// The same, and opens the file.
  package static func makeRoot(
    at path: String, code: UnitCode, name: String, training: Bool, world: World
  ) throws -> (Store, NewRoot) {
    let root = try makeRootFile(at: path, code: code, name: name, training: training, world: world)
    return (try open(path, world: world), root)
  }

  private func makeRoot(_ code: UnitCode, _ name: String) throws -> NewRoot {
    guard let spare = CardCode(random: world.random(CardCode.randomBytes)),
      let pair = SpareKey.pair(spare, cost: world.passwordCost)
    else { throw LoginError.noMemory }
    let user = UserName(code.text)
    let first = FirstPassword.make(world.random(16))
    let credential = try seal(Array("first".utf8), under: first, isFirst: true)
    var root = EventID(.zero)
    let settings = SettingTable(connection: connection)
    try transaction(author: UserName(""), unit: code) { writer in
      // The fingerprint is that of the event which is written here: it is known before anybody judges it.
      root = try writer.add(
        .rootMade, EventBody(.root(RootMade(unit: code, name: name, spareKey: pair.publicKey)))
      ) { id in
        try settings.set(Setting.root, id.hash.hex)
        try settings.set(Setting.unit, code.text)
        self.trust.forget()
      }
      try CredentialTable(connection: connection).write(user, credential)
    }
    let recovery = try makeBoxKey()
    return NewRoot(
      user: user, firstPassword: first, spareCode: spare, recoveryCode: recovery,
      fingerprint: Fingerprint.text(root.hash))
  }

  /// A key that files to this unit are sealed to, and the code with which another machine of the unit can have it.
  func makeBoxKey() throws -> CardCode {
    guard let own = try ownUnit(), let code = CardCode(random: world.random(CardCode.randomBytes)) else {
      throw Refusal(.outOfOffice, .au02)
    }
    let pair = Sodium.boxPair(seed: world.random(32)), salt = world.random(16)
    guard let key = Sodium.stretch(code.text, salt: salt, cost: world.passwordCost) else { throw LoginError.noMemory }
    let box = BoxKey(
      unit: own.code, publicKey: pair.publicKey, sealed: Sodium.seal(pair.secret, key: key, random: world.random),
      salt: salt,
      operations: Int64(world.passwordCost.operations), memory: Int64(world.passwordCost.memory))
    try transaction(author: UserName(""), unit: own.code) { writer in
      try writer.add(.boxKeySet, EventBody(.boxKey(box)))
      try keep(pair.publicKey, pair.secret)
    }
    return code
  }

  func keep(_ publicKey: [UInt8], _ secret: [UInt8]) throws {
    try connection.run(
      "INSERT OR REPLACE INTO box_key (public, secret) VALUES (?1, ?2)", .blob(publicKey), .blob(secret))
  }

  /// Gives this machine the unit's box key with the printed recovery code.
  package func recoverBoxKey(_ code: CardCode) throws {
    guard let own = try ownUnit() else { throw BundleError.badCard }
    // The newest is the likeliest; a few more there may be, of former officers.
    for box in try trust.state(about: [own.code]).boxKeys(of: own.code).reversed().prefix(Self.mostTried) {
      if let secret = Self.open(box, with: code) { return try local { try keep(box.publicKey, secret) } }
    }
    throw BundleError.badCard
  }

  /// To stretch a code takes a second or two each time.
  private static let mostTried = 8

  private static func open(_ box: BoxKey, with code: CardCode) -> [UInt8]? {
    guard
      let key = Sodium.Cost(operations: box.operations, memory: box.memory).flatMap({
        Sodium.stretch(code.text, salt: box.salt, cost: $0)
      }),
      let secret = Sodium.unseal(box.sealed, key: key), Sodium.boxPublic(secret) == box.publicKey
    else { return nil }
    return secret
  }

  /// A new machine of the department takes office with the spare code: read the newest file of the department first.
  /// What comes back is the code that gives another machine the key to files sent here: the old one may be lost with the machines.
  package func returnWithSpare(_ code: CardCode) throws -> CardCode {
    guard let root = try trust.anchors().root,
      case .root(let made)? = try log.number(of: root).flatMap({ try log.event($0) })?.body?.content,
      let pair = SpareKey.pair(code, cost: world.passwordCost), pair.publicKey == made.spareKey
    else { throw BundleError.badCard }
    // Done twice it would print a second recovery code, and nobody could tell which paper holds.
    if let chain = try ownChain(), try trust.state(about: [made.unit]).isIn(chain, by: root) {
      throw Refusal(.hasReturned, .au02, level: .department)
    }
    try transaction(author: UserName(""), unit: try ownCode()) { writer in
      // A copy of the file goes on in a chain that begins only now.
      guard let chain = writer.head?.chain, let signature = Sodium.sign(chain.hash.bytes, secret: pair.secret) else {
        throw BundleError.badCard
      }
      let heads = try heads(of: try ownCode(), except: chain)
      try writer.add(.joined, EventBody(.join(Join(card: root, signature: signature, heads: heads))))
    }
    return try makeBoxKey()
  }
}

/// The department's spare key, made from the code on paper.
enum SpareKey {
  private static let salt = Array("lecterm spare 01".utf8)

  static func pair(_ code: CardCode, cost: Sodium.Cost) -> (publicKey: [UInt8], secret: [UInt8])? {
    Sodium.stretch(code.text, salt: salt, cost: cost).map { Sodium.signingPair(seed: $0) }
  }
}
