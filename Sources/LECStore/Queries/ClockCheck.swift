package import LECModel

extension Store {
  /// The day of the last entry that was made here, where it lies ahead of the clock: the clock was set back, or had been ahead. Files
  /// would bear days that come before what they hold. The clock of a training file is the trainer's.
  package func clockBehind() throws -> CalendarDate? {
    guard !isTraining, let chain = try ownChain(), let head = try log.head(of: chain),
      let last = try log.number(of: head.id).flatMap({ try log.event($0) })?.header.time.date
    else { return nil }
    return last > world.now().date.adding(days: 1) ? last : nil
  }
}
