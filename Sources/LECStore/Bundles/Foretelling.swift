import LECModel

/// What a file would change, child by child. It is asked for in a preview, while what the file brings lies in the tables.
extension Store {
  /// Nobody reads on after so many; sums by kind tell of the rest.
  private static let mostChildren = 200
  private static let mostDisputed = 50

  func foretold(_ intake: Intake) throws -> BundleReport {
    var report = intake.report
    // What waited and counts with this file changes as much as what it brings.
    let events = try intake.arrived + intake.freed.compactMap { try log.event($0) }
    let new = Set(events.map(\.n))
    var children: [RecordID] = [], seen: Set<RecordID> = [], units: [UnitCode] = []
    for event in events {
      let kind = event.header.kind
      if kind?.changesStudent ?? false || kind == .basicsEdited, !units.contains(event.header.unit) {
        units.append(event.header.unit)
      }
      guard kind?.changesStudent ?? false, let child = event.header.child(event.id), seen.insert(child).inserted else {
        continue
      }
      children.append(child)
    }
    for child in children.prefix(Self.mostChildren) {
      guard let change = try change(of: child, by: { new.contains($0.n) }) else { continue }
      if let difference = try difference(change), difference.kind != .changed || !difference.changes.isEmpty {
        report.children.append(difference)
      }
    }
    report.moreChildren = max(0, children.count - Self.mostChildren)
    guard report.conflicts > 0 else { return report }
    let ids = Set(events.map(\.id))
    for unit in units where report.disputed.count < Self.mostDisputed {
      let all = try conflicts(of: unit).filter { ids.contains($0.inForce.event) || ids.contains($0.other.event) }
      report.disputed += all.prefix(Self.mostDisputed - report.disputed.count).map { .init(unit: unit, conflict: $0) }
    }
    return report
  }
}
