import LECModel
import LECStore

/// What a trainer asks of the desk. Every deed is refused on a real file, whatever screen it came from.
extension Desk {
  /// The set that the open file belongs to.
  func room() throws -> TrainerRoom {
    let current = try file()
    let training = try TrainingFolder(of: current)
    return TrainerRoom(training: training) { [path, openFile] asked in
      if Places.full(asked) == Places.full(path) { return (current, false) }
      return (try openFile(asked, current.now()), true)
    }
  }

  func page(_ place: TrainerPlace) throws -> Page {
    let store = try file()
    let room = try room()
    try room.marks.setFirst(clock: store.now())
    let pages = TrainerPages(room: room, store: store)
    switch place {
    case .home: return try pages.home(here: seat, last: lastSeat)
    case .clock: return try pages.clock()
    case .marks: return pages.marks()
    case .send(let isDelta): return try pages.send(isDelta: isDelta)
    case .way: return try pages.way()
    case .letter(let name): return try pages.letter(name)
    }
  }

  func perform(_ deed: TrainerDeed, _ answer: String) throws -> Answer {
    let store = try file()
    let room = try room()
    switch deed {
    case .sit(let seat): return .level(.seated(try sit(seat), "trainer.seated"))
    case .setClock(let moment): return .level(.done(try movedClock(to: moment), nil))
    case .typeClock:
      guard let moment = TrainerTimes.read(answer, today: store.now().date) else {
        throw Refusal(.badDate, .op04, detail: answer)
      }
      return .level(.done(try movedClock(to: moment), nil))
    case .send(let unit, let isDelta):
      let user = try session?.user ?? store.users().first ?? UserName("")
      let made = try room.send(from: store, to: unit, isDelta: isDelta, by: user)
      return .level(.go(.page(.trainer(.letter(made.name)))))
    case .deliver(let name, let fate):
      return .level(.done(.none, try TrainerPages(room: room, store: store).journey(room.deliver(name, fate))))
    case .mark:
      try room.marks.mark(answer, clock: store.now())
      return .level(.done(.key("trainer.marked", [.text("name", answer)]), nil))
    case .reset(let name): return .level(.seated(try reset(room, to: name), "trainer.wasReset"))
    }
  }

  private var seat: TrainerSeat? { session.map { TrainerSeat(path: path, user: $0.user) } }

  private func sit(_ seat: TrainerSeat) throws -> Session {
    guard try room().training.has(seat.path) else { throw Refusal(.trainingOnly, .op04) }
    if self.seat != seat { lastSeat = self.seat }
    if Places.full(seat.path) != Places.full(path) { try open(seat.path, now: file().now()) }
    let session = try file().enterTraining(seat.user)
    if self.session?.user != seat.user { try file().forgetSteps() }
    self.session = session
    try file().focus = nil
    return session
  }

  /// All files of the set tell the same time.
  func moveClock(to moment: Moment) throws {
    let room = try room()
    for file in room.training.files { try room.with(file) { try $0.moveTrainingClock(to: moment) } }
  }

  private func movedClock(to moment: Moment) throws -> Words {
    try moveClock(to: moment)
    return .key("trainer.clock.moved", [.words("time", Dates.moment(moment))])
  }

  /// Closes the file, sets all of the set back, and goes on where the person sat, if that place is still there.
  private func reset(_ room: TrainerRoom, to name: String) throws -> Session? {
    let now = try file().now()
    let user = session?.user
    store?.close()
    store = nil
    let result = Result { try room.marks.reset(to: name, from: now) }
    if !FileCare.exists(path), let first = room.training.files.first { path = first }
    try open(path, now: try? result.get())
    lastSeat = nil
    session = try user.flatMap { user in
      try file().trainingPeople().contains { $0.user == user } ? try file().enterTraining(user) : nil
    }
    _ = try result.get()
    return session
  }
}
