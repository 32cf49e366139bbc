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
  /// Lays the foundations of a new file in one transaction.
  package func found(_ founding: Founding) throws {
    let office = UserName("training")
    try transaction(author: office, unit: founding.own) { writer in
      for unit in founding.units { try writer.add(.unitSet, EventBody(.unit(unit))) }
      try writer.add(.roundSet, EventBody(.round(founding.round)))
      for new in founding.accounts {
        try writer.add(.accountSet, EventBody(.account(new.account)))
        let table = CredentialTable(connection: connection)
        if let p = new.profile {
          let pair = Sodium.signingPair(seed: world.random(32))
          try writer.add(
            .profileMade,
            EventBody(
              .profile(
                Profile(
                  user: new.account.user, first: p.first, last: p.last, position: p.position, phone: p.phone,
                  key: pair.publicKey))))
          try table.write(new.account.user, try seal(pair.secret, under: new.password, isFirst: false))
        } else {
          try table.write(new.account.user, try seal(Array("first".utf8), under: new.password, isFirst: true))
        }
      }
      try SettingTable(connection: connection).set(Setting.unit, founding.own.text)
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
