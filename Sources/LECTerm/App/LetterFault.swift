import LECModel
import LECStore

/// Why nothing comes of a file or a folder that a person pointed at, in the person's terms: no fault of the file itself.
enum LetterFault: Error, Equatable, Sendable {
  /// Its head says that it is for another unit.
  case otherReceiver(Words)
  /// It is for this unit, and locked with a key that this machine of an office does not have.
  case otherKey
  /// It is for this institution, and this machine can't open it: a later one can, or the office has not heard of this one.
  case otherMachine
  /// The department has nobody above who could introduce the sender.
  case unheardBelow
  /// It is for this unit, from an office that this machine has never heard of and can send nothing to.
  case unheardSender
  case nothingToSend(Words)
  /// A folder in which no file of ours lies.
  case noneIn(String)
  /// Neither a file nor a folder is there.
  case nothingAt(String)
  case noFolder(String)
  /// The stick or folder that a file was to go to is full, or is not there any more.
  case noRoom(String)
  case placeGone(String)

  /// The same error in terms of who stands before the file, where its head tells more.
  static func told(_ error: BundleError, of header: BundleHeader, in store: Store) throws -> any Error {
    switch error {
    case .notForYou: try unopened(header, in: store)
    case .unknownSender where try store.ownUnit()?.kind == .department: Self.unheardBelow
    default: error
    }
  }

  /// Why a file does not open here, as far as its head and the own unit tell.
  private static func unopened(_ header: BundleHeader, in store: Store) throws -> any Error {
    guard let own = try store.ownUnit() else { return BundleError.notForYou }
    guard header.to.contains(own.code) else { return Self.otherReceiver(try LetterWords.receiver(header, in: store)) }
    if try store.unit(header.from) == nil { return Self.unheardSender }
    // Institutions have no key of their own beside those of their machines.
    return own.kind.isInstitution ? Self.otherMachine : Self.otherKey
  }

  var objection: Objection {
    switch self {
    case .otherReceiver(let unit):
      Objection(
        code: BundleError.notForYou.rawValue, reason: "bundles.otherReceiver", values: [.words("unit", unit)])
    case .otherKey: Objection(code: BundleError.notForYou.rawValue, reason: "bundles.otherKey")
    case .otherMachine: Objection(code: BundleError.notForYou.rawValue, reason: "bundles.otherMachineOnly")
    case .unheardBelow: Objection(code: BundleError.unknownSender.rawValue, reason: "bundles.unheardBelow")
    case .unheardSender: Objection(code: BundleError.notForYou.rawValue, reason: "bundles.unheardSender")
    case .nothingToSend(let unit):
      Objection(code: "nothing-to-send", reason: "send.nothingTo", values: [.words("unit", unit)])
    case .noneIn(let path): Objection(code: "no-bundles", reason: "bundles.noneIn", values: [.text("path", path)])
    case .nothingAt(let path): Objection(code: "not-found", reason: "bundles.nothingAt", values: [.text("path", path)])
    case .noRoom(let path): Objection(code: "disk-full", reason: "send.noRoom", values: [.text("path", path)])
    case .placeGone(let path): Objection(code: "not-found", reason: "send.placeGone", values: [.text("path", path)])
    case .noFolder(let path): Objection(code: "not-found", reason: "bundles.noFolder", values: [.text("path", path)])
    }
  }
}
