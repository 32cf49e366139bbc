import LECModel

/// What a receiver may see. Whole chains travel, for a chain is vouched for as one; bodies that are none of the receiver's business
/// stay behind, and their headers tell nothing about anybody.
final class BundleSelection {
  let own: UnitCode
  let receiver: UnitCode
  private let trust: TrustBook
  private let isUpward: Bool
  /// What the receiver itself wrote goes back to it, as far as it is known here.
  private let givesBack: Bool
  /// The machines of the receiver that let this one in, where others there may not have heard of them.
  private let strangers: Set<ChainID>
  private let writers: ChainWriters
  private let moved: MovedUnits
  private var places: [UnitCode: Place] = [:]

  /// How a unit stands to the two that the file passes between.
  private struct Place {
    var isInsideOwn: Bool
    var isInsideReceiver: Bool
    var isOverReceiver: Bool
  }

  /// `writers`: what was found out for another receiver just now.
  init(
    trust: TrustBook, own: UnitCode, receiver: UnitCode, writers: ChainWriters? = nil, givesBack: Bool = false
  ) throws {
    self.givesBack = givesBack
    self.trust = trust
    self.writers = writers ?? ChainWriters(trust: trust)
    self.own = own
    self.receiver = receiver
    moved = try MovedUnits(trust: trust, own: own, receiver: receiver)
    let ownChains = try trust.anchors().ownChains.sorted()
    let state = try trust.state(about: [own, receiver], chains: ownChains)
    let isUpward = receiver != own && state.isInside(own, receiver)
    self.isUpward = isUpward
    strangers =
      isUpward ? Set(ownChains.flatMap { state.strangersBetween($0, of: own, and: receiver) }) : []
  }

  private func place(_ unit: UnitCode) throws -> Place {
    if let known = places[unit] { return known }
    let state = try trust.state(about: [unit, own, receiver])
    let place = Place(
      isInsideOwn: state.isInside(unit, own), isInsideReceiver: state.isInside(unit, receiver),
      isOverReceiver: state.isInside(receiver, unit))
    places[unit] = place
    return place
  }

  /// Whether a chain goes along at all.
  func takes(_ chain: ChainID, ownChains: Set<ChainID>) throws -> Bool {
    guard let unit = try writers.writer(chain).unit ?? (ownChains.contains(chain) ? own : nil) else { return false }
    let place = try place(unit)
    if place.isInsideOwn, seesAll { return true }
    if isUpward, unit == receiver, try givesBack || isStranger(chain) { return true }
    // What a unit told here before it was moved away, the office above may have from nobody else.
    if isUpward { return try place.isInsideReceiver && hasLeft(unit) }
    // Downward and sideways to a machine of one's own: the offices above with what they decided, and what the receiver sent.
    return place.isOverReceiver || place.isInsideReceiver || moved.offices.contains(unit)
  }

  private func isStranger(_ chain: ChainID) throws -> Bool {
    try !strangers.isEmpty && strangers.contains(trust.state(about: [receiver], chains: [chain]).machine(of: chain))
  }

  private func hasLeft(_ unit: UnitCode) throws -> Bool {
    try moved.leftOwn.contains { try trust.state(about: [unit, $0]).isInside(unit, $0) }
  }

  /// Whether another unit wrote it that is to get the file: nothing new to it. A whole file takes it along all the same, since a
  /// machine there may have lost it.
  func isReceivers(_ chain: ChainID) throws -> Bool {
    try receiver != own && writers.writer(chain).office == receiver
  }

  /// Whether the receiver may read every body of the chains written here, and so may have what their salts follow from.
  var seesAll: Bool { isUpward || receiver == own }

  /// Whether the body of an event goes along.
  func takesBody(_ event: RawEvent) throws -> Bool {
    let unit = event.header.unit
    if seesAll || moved.needs(event.header.kind, unit) { return true }
    let place = try place(unit)
    let concernsReceiver = place.isInsideReceiver
    guard let kind = event.header.kind else { return concernsReceiver || place.isOverReceiver }
    switch kind {
    case .genesis, .joined, .rootMade, .roundSet, .boxKeySet, .snapshotTaken: return true
    case .profileMade, .handedOver, .accountSet, .unitSet, .cardIssued, .joinAccepted, .termEnded, .adopted:
      return concernsReceiver || place.isOverReceiver
    // What is said about an office above is between it and the one over it: its words may be about another institution's children.
    case .released, .accepted, .acceptanceTakenBack, .exceptionGiven, .confirmed, .confirmationCancelled, .noteWritten,
      .noteAnswered:
      return concernsReceiver || Planted.wordsAboveLeak.isOn && place.isOverReceiver
    case .claimOpened, .claimDecided, .claimAnswered: return try concernsReceiver || concernsClaim(event)
    case .snapshotPart: return try isAbove(part(event))
    case .amended: return try concernsReceiver || isBelow(amended(event))
    case .bundleRead: return try concernsReceiver || isBelow(reads(event))
    case .studentAdded, .studentEdited, .studentMarked, .studentRemoved, .studentRestored, .studentWithdrawn,
      .basicsEdited, .findingExplained, .releaseAsked, .imported, .importTakenBack, .otherSchoolSet, .otherCounted,
      .erased:
      return concernsReceiver
    case .sampleDrawn, .sampleFound: return false
    }
  }

  private func isBelow(_ unit: UnitCode?) throws -> Bool {
    if let unit { try place(unit).isInsideReceiver } else { false }
  }

  private func isAbove(_ unit: UnitCode?) throws -> Bool {
    if let unit { try place(unit).isOverReceiver } else { false }
  }

  private func content(_ event: RawEvent) -> EventContent? { event.stored(at: 0).body?.content }

  /// A claim and its decision are for the two institutions it is about and those above them, wherever they hang by now: what was
  /// decided about others is none of theirs.
  private func concernsClaim(_ event: RawEvent) throws -> Bool {
    let claim: Claim?
    switch content(event) {
    case .claim(let opened)?: claim = opened
    case .claimDecision?: claim = try trust.claim(event.header.record)
    default: claim = nil
    }
    guard let claim else { return false }
    return try isBelow(claim.asked.unit) || isBelow(claim.other.unit)
  }

  private func part(_ event: RawEvent) -> UnitCode? {
    if case .snapshotPart(let part)? = content(event) { part.province } else { nil }
  }

  private func amended(_ event: RawEvent) -> UnitCode? {
    if case .amendment(let amendment)? = content(event) { amendment.row.unit } else { nil }
  }

  private func reads(_ event: RawEvent) -> UnitCode? {
    if case .bundleMark(let mark)? = content(event) { mark.from } else { nil }
  }
}
