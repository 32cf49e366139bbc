import LECModel
import LECStore

/// What a file is called wherever it is named. The unit alone does not tell whose it is: several machines of one unit make files,
/// and this one among them.
enum LetterWords {
  /// Who made it.
  static func sender(_ header: BundleHeader, in store: Store) throws -> Words {
    guard header.from == (try store.ownUnit()?.code) else { return .text(try name(header.from, in: store)) }
    return try store.isOwn(header.chain) ? SentWords.thisMachine : SentWords.otherMachine
  }

  /// Whom it was made for.
  static func receiver(_ header: BundleHeader, in store: Store) throws -> Words {
    try header.to.first.map { try receiver($0, in: store) } ?? .none
  }

  /// The own unit stands there for a further machine of it.
  static func receiver(_ unit: UnitCode, in store: Store) throws -> Words {
    unit == (try store.ownUnit()?.code) ? SentWords.otherMachine : .text(try name(unit, in: store))
  }

  static func name(_ unit: UnitCode, in store: Store) throws -> String { try store.unit(unit)?.name ?? unit.text }
}
