import LECModel

/// An office above that goes on from an old copy has lost what it wrote since: a card, the end of a term, a note. Whoever got it may be
/// the only one who still has it, so the next whole file takes it back up, and so on until one of them was read there.
extension Store {
  /// Whether a file for this unit takes along what the unit itself wrote.
  func givesBack(to receiver: UnitCode) throws -> Bool {
    guard try ownUnit()?.parent == receiver, try setting(Setting.givesBack(to: receiver)) != nil else { return false }
    return try BundleFileTable(connection: connection).base(for: receiver) == nil
  }

  /// The office above made a file for this unit that this machine has no key to: it does not know the machine, or no longer.
  /// Anybody can write its name over a file, and a file from before this machine knows nothing of it: neither tells anything.
  func noteUnopened(_ file: [UInt8]) throws {
    guard !isReadOnly, let parsed = try? BundleStep.Parsed(file), let own = try ownUnit(),
      own.parent == parsed.header.from,
      parsed.header.to.contains(own.code), try isFromThere(parsed), try !isOld(parsed.header)
    else { return }
    let mark = Sodium.hash(file).hex, name = Setting.unopened(from: parsed.header.from)
    // Told once: the same file lies there at every look.
    guard try setting(name) != mark else { return }
    try local {
      try SettingTable(connection: connection).set(name, mark)
      try BundleFileTable(connection: connection).void(for: parsed.header.from, before: .max)
    }
  }

  private func isFromThere(_ parsed: BundleStep.Parsed) throws -> Bool {
    guard let key = try signingKey(of: parsed.header, card: nil), (try? parsed.verified(by: key)) != nil else {
      return false
    }
    // What it holds can't be asked. Here a machine's word is enough: all that follows is a file that holds more than it would.
    let header = parsed.header
    let unit = try trust.state(about: [header.from], chains: [header.chain]).unit(ofMachine: header.chain)
    return unit == nil || unit == header.from
  }

  /// Whether a later file of that machine was read here, or it was made before this machine began.
  private func isOld(_ header: BundleHeader) throws -> Bool {
    if let last = try BundleFileTable(connection: connection).lastRead(of: header.chain), last >= header.number {
      return true
    }
    guard let chain = try ownChain(), let beginning = try log.event(try beginning(of: chain)) else { return false }
    return header.created < beginning.header.time.date
  }
}
