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
    guard let receiver = header.to.first else { return .none }
    return receiver == (try store.ownUnit()?.code) ? SentWords.otherMachine : .text(try name(receiver, in: store))
  }

  static func name(_ unit: UnitCode, in store: Store) throws -> String { try store.unit(unit)?.name ?? unit.text }
}
