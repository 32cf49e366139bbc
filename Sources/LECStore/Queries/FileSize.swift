package import LECModel

/// How large a file would be, by making it and throwing it away: a person is told beforehand what the stick or the chat will show.
extension Store {
  /// More than this is guessed from its parts: making it would be felt.
  private static let mostMeasured: Int64 = 3000

  /// The bytes of a file with what was written after a place of the log, or with everything; nil where it is too much to try, or
  /// nobody could open it.
  package func fileSize(for receiver: UnitCode, after base: Int64?) throws -> Int? {
    guard try log.last - (base ?? 0) <= Self.mostMeasured else { return nil }
    let seals = try boxKeys(of: receiver)
    guard !seals.isEmpty, let draft = try draft(base == nil ? .full : .delta, for: receiver, after: base) else {
      return nil
    }
    var header = draft.header
    header.number = try BundleFileTable(connection: connection).nextNumber(to: receiver)
    // Nothing of this is kept, so that no luck has to be spent on it.
    return try? draft.sealed(as: header, for: seals, random: { [UInt8](repeating: 7, count: $0) }).count
  }

  /// The same for a file of what is new, or of everything.
  package func fileSize(for receiver: UnitCode, isDelta: Bool) throws -> Int? {
    try fileSize(for: receiver, after: isDelta ? BundleFileTable(connection: connection).base(for: receiver) : nil)
  }
}
