import LECModel

/// What a receiver may see. Whole chains travel, for a chain is vouched for as one; bodies that are none of the receiver's business
/// stay behind, and their headers tell nothing about anybody.
struct BundleSelection {
  let trust: TrustState
  let own: UnitCode
  let receiver: UnitCode

  init(trust: TrustState, own: UnitCode, receiver: UnitCode) {
    self.trust = trust
    self.own = own
    self.receiver = receiver
  }

  private var isUpward: Bool { receiver != own && trust.isInside(own, receiver) }

  /// Whether a chain goes along at all.
  func takes(_ chain: ChainID, ownChains: Set<ChainID>) -> Bool {
    guard let unit = unit(of: chain, ownChains) else { return false }
    if trust.isInside(unit, own) && (isUpward || receiver == own) { return true }
    // Downward and sideways to a machine of one's own: the offices above with what they decided, and what the receiver sent.
    return !isUpward && (trust.isInside(receiver, unit) || trust.isInside(unit, receiver))
  }

  /// Whether another unit wrote it that is to get the file: nothing new to it. A whole file takes it along all the same, since a
  /// machine there may have lost it.
  func isReceivers(_ chain: ChainID) -> Bool {
    receiver != own && trust.standing(chain).office?.unit == receiver
  }

  /// Whether the receiver may read every body of the chains written here, and so may have what their salts follow from.
  var seesAll: Bool { isUpward || receiver == own }

  /// The unit a chain writes for; one that waits for its acceptance is known by its card.
  private func unit(of chain: ChainID, _ ownChains: Set<ChainID>) -> UnitCode? {
    if let office = trust.standing(chain).office { return office.unit }
    return trust.unitJoined(by: chain) ?? (ownChains.contains(chain) ? own : nil)
  }

  /// Whether the body of an event goes along.
  func takesBody(_ event: RawEvent) -> Bool {
    if seesAll { return true }
    let unit = event.header.unit
    let concernsReceiver = trust.isInside(unit, receiver)
    guard let kind = event.header.kind else { return concernsReceiver || isAbove(unit) }
    switch kind {
    case .genesis, .joined, .rootMade, .roundSet, .boxKeySet, .snapshotTaken, .adopted: return true
    case .profileMade, .handedOver, .accountSet, .unitSet, .cardIssued, .joinAccepted, .termEnded, .released, .accepted,
      .acceptanceTakenBack, .exceptionGiven, .confirmed, .confirmationCancelled, .noteWritten, .noteAnswered:
      return concernsReceiver || isAbove(unit)
    case .claimOpened, .claimDecided, .claimAnswered: return concernsReceiver || concernsClaim(event)
    case .snapshotPart: return part(event).map { trust.isInside(receiver, $0) } ?? false
    case .amended: return concernsReceiver || amended(event).map { trust.isInside($0, receiver) } ?? false
    case .bundleRead: return concernsReceiver || reads(event).map { trust.isInside($0, receiver) } ?? false
    case .studentAdded, .studentEdited, .studentMarked, .studentRemoved, .studentRestored, .studentWithdrawn,
      .basicsEdited, .findingExplained, .releaseAsked, .imported, .importTakenBack, .otherSchoolSet, .otherCounted,
      .erased:
      return concernsReceiver
    case .sampleDrawn, .sampleFound: return false
    }
  }

  private func isAbove(_ unit: UnitCode) -> Bool { trust.isInside(receiver, unit) }

  private func content(_ event: RawEvent) -> EventContent? { event.stored(at: 0).body?.content }

  private func concernsClaim(_ event: RawEvent) -> Bool {
    guard case .claim(let claim)? = content(event) else { return isAbove(event.header.unit) }
    return trust.isInside(claim.asked.unit, receiver) || trust.isInside(claim.other.unit, receiver)
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
