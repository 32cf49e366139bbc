import LECModel

/// Along a chain the counter grows. An event that doesn't keep to that never counts unless it says who is who, and is no reason to refuse
/// the file that brings it: whoever got it in two pieces from two sides has no hand in it, and could pass on nothing any more.
struct Counters {
  private let log: EventLog
  /// The events of the file that stand at or below the one before them in the file.
  private var outrun: Set<EventID> = []
  /// Where each piece of the file begins, and what it goes on from.
  private let firsts: Set<EventID>
  private var before: [EventID: Int64] = [:]
  /// Whether something counted so far that doesn't from now on.
  private(set) var hasUndone = false

  init(of runs: [ChainRun], _ log: EventLog) {
    self.log = log
    firsts = Set(runs.compactMap(\.events.first?.id))
    let wanted = Set(runs.compactMap(\.events.first?.header.previous))
    for run in runs {
      for (one, next) in zip(run.events, run.events.dropFirst()) where next.header.lamport <= one.header.lamport {
        outrun.insert(next.id)
      }
      for event in run.events where wanted.contains(event.id) { before[event.id] = event.header.lamport }
    }
  }

  /// Looks at an event that was stored just now, and at those behind it that came earlier.
  mutating func check(_ event: RawEvent, _ n: Int64) throws {
    let table = OutrunTable(connection: log.connection)
    if firsts.contains(event.id) { try log.noteBranch(before: event) }
    if try isOutrun(event) { try table.add(n) }
    for late in try log.outrun(by: event) {
      try table.add(late)
      if try !PendingTable(connection: log.connection).has(late) { hasUndone = true }
    }
  }

  private func isOutrun(_ event: RawEvent) throws -> Bool {
    if Planted.anyCounter.isOn { return false }
    guard firsts.contains(event.id), event.header.sequence > 0 else { return outrun.contains(event.id) }
    let previous = event.header.previous
    let known = try before[previous] ?? log.number(of: previous).flatMap { try log.event($0)?.header.lamport }
    return known.map { $0 >= event.header.lamport } ?? false
  }
}
