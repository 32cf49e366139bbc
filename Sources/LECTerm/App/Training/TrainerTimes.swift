import LECModel

/// The times at which a round is worth looking at, from its own dates.
struct TrainerTimes {
  var before: Moment?
  var lastEvening: Moment?
  var afterMidnight: Moment?

  /// As the dates are for a level.
  init(_ round: Round?, _ level: Level?) {
    before = round?.opens.flatMap { Moment(($0 - 1).date, hour: 9) }
    let due = round.flatMap { round in
      round.due(level ?? .institution) ?? round.deadlines.map(\.due).max()
    }
    guard let day = due.map({ ($0 - 1).date }) else { return }
    lastEvening = Moment(day, hour: 23, minute: 55)
    afterMidnight = Moment(day.adding(days: 1), hour: 0, minute: 5)
  }

  /// What was typed: a Thai or an international day, and a time.
  static func read(_ text: String, today: CalendarDate) -> Moment? {
    if let moment = Moment(iso: text) { return moment }
    let words = text.split(separator: " ")
    guard let time = words.last?.split(separator: ":"), time.count == 2, let hour = Int(time[0]),
      let minute = Int(time[1]),
      case .success(let day) = BuddhistDate.read(
        words.dropLast().joined(separator: " "), today: today.adding(days: 3650))
    else { return nil }
    return Moment(day, hour: hour, minute: minute)
  }
}
