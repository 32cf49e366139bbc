package import LECModel

extension Store {
  /// Checks a password. Unknown names take as long as known ones, and count the same way.
  package func logIn(_ user: UserName, password: String) throws -> Session {
    let throttle = LoginThrottle(connection: connection)
    let now = world.wall()
    switch try throttle.standing(user, now: now) {
    case .free: break
    case .wait(let seconds): throw LoginError.mustWait(seconds: seconds)
    case .locked: throw LoginError.locked(contact: try parentContact())
    }
    let credentials = CredentialTable(connection: connection)
    guard let credential = try credentials.credential(user),
      let account = try AccountTable(connection: connection).account(user)
    else {
      _ = Sodium.stretch(password, salt: world.random(16), cost: world.passwordCost)
      try fail(user, now)
    }
    guard let key = Sodium.stretch(password, salt: credential.salt, cost: credential.cost) else {
      throw LoginError.noMemory
    }
    guard try Sodium.unseal(credential.sealed, key: key) != nil || isCard(password, credential) else {
      try fail(user, now)
    }
    try local { try throttle.clear(user) }
    let profile = try ProfileTable(connection: connection).current(user)
    return Session(
      user: user, unit: account.unit, role: account.role, profile: profile, mustChangePassword: credential.isFirst)
  }

  /// The first password of a new machine is the code on its card, in whatever way a person types it.
  private func isCard(_ typed: String, _ credential: Credential) throws -> Bool {
    guard credential.isFirst, case .success(let card) = CardCode.read(typed) else { return false }
    guard let key = Sodium.stretch(card.text, salt: credential.salt, cost: credential.cost) else {
      throw LoginError.noMemory
    }
    return Sodium.unseal(credential.sealed, key: key) != nil
  }

  /// Seconds until a password of this user is taken again; 0 when it is now.
  package func secondsToWait(_ user: UserName) throws -> Int {
    guard case .wait(let seconds) = try LoginThrottle(connection: connection).standing(user, now: world.wall()) else {
      return 0
    }
    return seconds
  }

  private func fail(_ user: UserName, _ now: Moment) throws -> Never {
    let throttle = LoginThrottle(connection: connection)
    let count = try local { try throttle.fail(user, now: now) }
    guard let wait = LoginDelay.seconds(afterFailures: count) else {
      throw LoginError.locked(contact: try parentContact())
    }
    throw LoginError.wrong(failures: count, wait: wait)
  }

  /// The person's signing key, opened with the password; a wrong one counts as a failed log-in.
  func signingKey(_ user: UserName, password: String) throws -> [UInt8] {
    _ = try logIn(user, password: password)
    guard let credential = try CredentialTable(connection: connection).credential(user),
      let key = Sodium.stretch(password, salt: credential.salt, cost: credential.cost),
      let secret = Sodium.unseal(credential.sealed, key: key), !credential.isFirst
    else { throw Refusal(.noProfile, .au06, level: .institution) }
    return secret
  }

  /// The words that a new password must not be: what everybody around knows.
  package func knownWords(_ user: UserName, profile: [String]) throws -> [String] {
    let unit = try ownUnit()
    return [user.text, unit?.code.text ?? "", unit?.name ?? ""]
      + (unit?.name.split(separator: " ").map(String.init) ?? []) + profile
  }

  /// Makes the profile of the person and the new password, in one step (AU-06, AU-07). Refused when one exists (AU-08).
  @discardableResult
  package func makeProfile(
    _ user: UserName, currentPassword: String, first: String, last: String, position: String, phone: String,
    newPassword: String
  ) throws -> Session {
    let session = try logIn(user, password: currentPassword)
    // On a further machine of the same person the profile is known, and the password of this machine still has to be made.
    if let known = session.profile, !session.mustChangePassword {
      throw Refusal(.wrongState, .au08, level: .institution, detail: known.fullName)
    }
    if let fault = PasswordRule.fault(
      in: newPassword, words: try knownWords(user, profile: [first, last, phone]), first: currentPassword)
    {
      throw PasswordRefused(fault: fault)
    }
    let pair = Sodium.signingPair(seed: world.random(32))
    let profile = Profile(user: user, first: first, last: last, position: position, phone: phone, key: pair.publicKey)
    let credential = try seal(pair.secret, under: newPassword, isFirst: false)
    try transaction(author: user, unit: session.unit) { writer in
      try writer.add(.profileMade, EventBody(.profile(profile)))
      try CredentialTable(connection: connection).write(user, credential)
      if isTraining, newPassword == TrainingSet.password {
        try SettingTable(connection: connection).set(Setting.ownPasswords, "")
      }
    }
    return try logIn(user, password: newPassword)
  }

  /// Sets another password: the same key, sealed anew.
  package func changePassword(_ user: UserName, from old: String, to new: String) throws {
    let key = try signingKey(user, password: old)
    let profile = try ProfileTable(connection: connection).current(user)
    let words = try knownWords(user, profile: [profile?.first ?? "", profile?.last ?? "", profile?.phone ?? ""])
    if let fault = PasswordRule.fault(in: new, words: words, first: old) { throw PasswordRefused(fault: fault) }
    let credential = try seal(key, under: new, isFirst: false)
    try local { try CredentialTable(connection: connection).write(user, credential) }
  }

  /// Ends the profile and gives out a new first password for the next person (AU-09). Old entries keep the old name.
  package func handOver(_ user: UserName, password: String, note: String) throws -> String {
    try require(.handOver, user)
    _ = try signingKey(user, password: password)
    let first = FirstPassword.make(world.random(16))
    let credential = try seal(Array("first".utf8), under: first, isFirst: true)
    try transaction(author: user, unit: try ownCode()) { writer in
      try writer.add(.handedOver, EventBody(.handover(Handover(user: user, note: note))))
      try CredentialTable(connection: connection).write(user, credential)
    }
    forgetSteps()
    return first
  }

  /// Another first password in the place of the one that nobody has used yet.
  func setFirstPassword(_ user: UserName, _ password: String) throws {
    let table = CredentialTable(connection: connection)
    guard let known = try table.credential(user), known.isFirst else {
      throw Refusal(.wrongState, .au07, level: .institution, detail: user.text)
    }
    let credential = try seal(Array("first".utf8), under: password, isFirst: true)
    try local { try table.write(user, credential) }
  }

  func seal(_ secret: [UInt8], under password: String, isFirst: Bool) throws -> Credential {
    let salt = world.random(16)
    guard let key = Sodium.stretch(password, salt: salt, cost: world.passwordCost) else { throw LoginError.noMemory }
    return Credential(
      salt: salt, cost: world.passwordCost, sealed: Sodium.seal(secret, key: key, random: world.random),
      isFirst: isFirst)
  }
}

/// Machine-made first passwords: three groups of letters and digits that can't be mistaken for one another.
package enum FirstPassword {
  private static let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")

  package static func make(_ random: [UInt8]) -> String {
    var out = ""
    for (i, byte) in random.prefix(12).enumerated() {
      if i > 0, i % 4 == 0 { out += "-" }
      out.append(letters[Int(byte) % letters.count])
    }
    return out
  }
}
