/// An order to erase what is known of children for good. It names the event that took each of them out, by the header of which every
/// file can see, after the bodies are gone too, that nobody was erased who stood on a list.
///
/// The order counts for the tables at once, wherever it comes to: the child is on no screen any more. What lies on the disk is erased
/// where a person carries it out, never silently by reading a file.
package struct Erasure: Equatable, Sendable {
  package enum Reason: String, CaseIterable, Sendable {
    /// Kept as long as it had to be.
    case retention
    /// The family asked for it.
    case request
    /// It should never have been entered.
    case mistake
  }

  package struct Child: Equatable, Sendable {
    package var record: RecordID
    package var removal: EventID
    /// The hash of the row as it was, by which what was confirmed can still be checked; nil for an entry that never counted.
    package var leaf: Hash32?

    package init(record: RecordID, removal: EventID, leaf: Hash32?) {
      self.record = record
      self.removal = removal
      self.leaf = leaf
    }
  }

  /// How many one order names: as an event has its limits, more are several orders.
  package static let most = 500

  package var reason: Reason
  package var children: [Child]

  package init(reason: Reason, children: [Child]) {
    self.reason = reason
    self.children = children
  }
}

extension Erasure {
  func write(to out: inout CanonicalWriter) {
    out.map(2)
    out.pair(1, text: reason.rawValue)
    out.unsigned(2)
    out.array(children.count)
    for child in children {
      out.array(3)
      out.hash(child.record.event.hash)
      out.hash(child.removal.hash)
      if let leaf = child.leaf { out.hash(leaf) } else { out.null() }
    }
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let reason = m[1]?.text.flatMap(Reason.init), let items = m[2]?.items,
      (1...Self.most).contains(items.count)
    else { return nil }
    var children: [Child] = []
    for item in items {
      guard let f = item.items, f.count == 3, let record = f[0].hash, let removal = f[1].hash,
        f[2] == .null || f[2].hash != nil
      else { return nil }
      children.append(Child(record: RecordID(EventID(record)), removal: EventID(removal), leaf: f[2].hash))
    }
    self.init(reason: reason, children: children)
  }
}
