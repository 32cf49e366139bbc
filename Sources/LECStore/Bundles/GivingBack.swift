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
  func noteUnopened(_ header: BundleHeader) throws {
    guard let own = try ownUnit(), own.parent == header.from, header.to.contains(own.code), !isReadOnly else { return }
    try local { try BundleFileTable(connection: connection).void(for: header.from, before: .max) }
  }
}
