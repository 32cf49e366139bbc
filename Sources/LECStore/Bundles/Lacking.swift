import LECModel

/// Where the first of what a file had to leave out stands in the log: the next delta begins there, or whoever reads deltas alone would
/// never get it.
struct Lacking {
  let log: EventLog
  private(set) var first = Int64.max

  init(log: EventLog) { self.log = log }

  mutating func note(_ events: [RawEvent]) throws {
    for event in events { first = try min(first, log.number(of: event.id) ?? .max) }
  }
}
