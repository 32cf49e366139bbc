import LECModel

/// The trainer's pages.
enum TrainerPlace: Sendable, Hashable {
  case home, clock, marks
  case send(isDelta: Bool)
  /// The files on their way, and one of them by name.
  case way
  case letter(String)
}

/// What a trainer does.
enum TrainerDeed: Sendable, Equatable {
  case sit(TrainerSeat)
  case setClock(Moment)
  case typeClock
  case send(UnitCode, isDelta: Bool)
  case deliver(String, TrainerFate)
  case mark
  case reset(String)
}

/// Somebody of one file of the set.
struct TrainerSeat: Sendable, Hashable {
  var path: String
  var user: UserName
}

/// What can become of a file on its way.
enum TrainerFate: String, Sendable, CaseIterable {
  /// It comes and is read.
  case arrives
  /// It comes and lies there unread.
  case box
  case twice, damaged, lost, late
}
