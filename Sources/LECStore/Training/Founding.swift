package import LECModel

/// What a new file is made of: units, round and accounts. A training file gets it from a training set; a real one will get
/// the same from the card and starter file of the level above.
package struct Founding: Sendable {
  package struct NewAccount: Sendable {
    package var account: Account
    package var password: String
    /// Nil: the person makes the profile at the first log-in.
    package var profile: NewProfile?

    package init(account: Account, password: String, profile: NewProfile?) {
      self.account = account
      self.password = password
      self.profile = profile
    }
  }

  package struct NewProfile: Sendable {
    package var first: String
    package var last: String
    package var position: String
    package var phone: String

    package init(first: String, last: String, position: String, phone: String) {
      self.first = first
      self.last = last
      self.position = position
      self.phone = phone
    }
  }

  package var own: UnitCode
  package var units: [Unit]
  package var round: Round
  package var accounts: [NewAccount]

  package init(own: UnitCode, units: [Unit], round: Round, accounts: [NewAccount]) {
    self.own = own
    self.units = units
    self.round = round
    self.accounts = accounts
  }
}

extension Store {
  /// Lays the foundations of a new file in one transaction: the offices above as chains whose machines nobody has, down to the
  /// card this file joins with, and then its own accounts.
  package func found(_ founding: Founding) throws {
    var ladder = FoundingLadder(founding, world: world, training: isTraining)
    let join = try ladder.build()
    try transaction(author: UserName(""), unit: founding.own) { writer in
      let settings = SettingTable(connection: connection)
      try settings.set(Setting.root, ladder.root.hash.hex)
      try settings.set(Setting.unit, founding.own.text)
      trust.forget()
      try take(ladder.chains)
      writer.raise(lamport: ladder.lamport)
      let chain = writer.head?.chain ?? ChainID(.zero)
      let signature = Sodium.sign(chain.hash.bytes, secret: join.secret) ?? []
      let id = try writer.add(.joined, EventBody(.join(Join(card: join.id, signature: signature))))
      try take([ladder.accept(id)])
      trust.forget()
      writer.raise(lamport: ladder.lamport)
    }
    for new in founding.accounts { try open(new) }
  }

  /// Stores chains made in memory and brings them into the tables.
  func take(_ chains: [ChainMaker]) throws {
    let projector = try Projector(connection, trust: trust)
    var added: [StoredEvent] = []
    for chain in chains {
      for event in chain.events {
        if case .new(let n) = try log.store(event) { added.append(event.stored(at: n)) }
      }
      try log.store(chain.head, signature: chain.headSignature)
    }
    for event in added { try projector.judge(event) }
    try projector.settleWaiting()
    try projector.finish()
  }

  /// An account with its first password, or with a profile that is made already.
  private func open(_ new: Founding.NewAccount) throws {
    let account = new.account
    let table = CredentialTable(connection: connection)
    guard let p = new.profile else {
      try local { try table.write(account.user, try seal(Array("first".utf8), under: new.password, isFirst: true)) }
      return
    }
    let pair = Sodium.signingPair(seed: world.random(32))
    let profile = Profile(
      user: account.user, first: p.first, last: p.last, position: p.position, phone: p.phone, key: pair.publicKey)
    let credential = try seal(pair.secret, under: new.password, isFirst: false)
    try transaction(author: account.user, unit: account.unit) { writer in
      try writer.add(.profileMade, EventBody(.profile(profile)))
      try table.write(account.user, credential)
    }
  }

  /// Adds the children of a training set, marked or not, in one transaction and without undo.
  package func seed(_ children: [[FieldChange]], basics: [FieldChange], by user: UserName, unit: UnitCode) throws {
    try transaction(author: user, unit: unit) { writer in
      for child in children { try writer.add(.studentAdded, EventBody(.changes(Self.withState(child)))) }
      if !basics.isEmpty, let record = try basicsRecord() {
        try writer.add(.basicsEdited, EventBody(.changes(basics)), record: record)
      }
    }
  }
}
