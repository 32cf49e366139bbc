import LECModel
import LECStore

/// What a trainer does with a set from the command line: marks and ways back, the clock, files that travel.
@MainActor struct DemoWork {
  private static let tasks = ["mark", "reset", "clock", "send", "deliver"]
  private let task: String
  private let room: TrainerRoom

  init(_ call: inout Call) throws {
    task = try SubVerb.of(call, Self.tasks)
    let folder = try call.arguments.required("dir")
    FileCare.sweep(in: folder)
    let training = try TrainingFolder(at: folder)
    room = TrainerRoom(training: training) { (try FileDoor.open($0, now: nil), true) }
  }

  func run(_ call: inout Call) throws -> ExitStatus {
    let word = call.arguments.free.dropFirst().first
    switch task {
    case "mark": try mark(word, &call)
    case "reset": try reset(word ?? TrainingMarks.asMade, &call)
    case "clock": try clock(word, &call)
    case "send": try send(&call)
    default: try deliver(word, &call)
    }
    return .done
  }

  /// Where the clock of the set stands: as its files tell, which go together.
  private func now() throws -> Moment {
    try room.training.files.map { try room.with($0) { $0.now() } }.max() ?? TrainingSet.clock
  }

  private func mark(_ name: String?, _ call: inout Call) throws {
    if let name { try room.marks.mark(TextForm.clean(name), clock: now()) }
    let marks = room.marks.all
    guard !call.wantsJSON else {
      let list = marks.map { JSON.object([("name", .text($0.name)), ("clock", .text($0.clock.iso))]) }
      return call.say(JSON.object([("marks", .list(list))]).written)
    }
    for mark in marks { call.say(mark.name + "  " + Dates.moment(mark.clock).said(in: call.language)) }
  }

  private func reset(_ name: String, _ call: inout Call) throws {
    let clock = try room.marks.reset(to: name, from: now())
    if call.wantsJSON {
      call.say(JSON.object([("mark", .text(name)), ("clock", .text(clock.iso))]).written)
    } else {
      call.say(.key("trainer.wasReset", []))
    }
  }

  private func clock(_ word: String?, _ call: inout Call) throws {
    let times = try room.training.files.first.map { path in
      try room.with(path) { TrainerTimes(try $0.currentRound(), .institution) }
    }
    let known = ["before": times?.before, "last": times?.lastEvening, "after": times?.afterMidnight]
    guard let word, let moment = known[word] ?? Moment(iso: word) else {
      throw UsageError.choice("clock", word ?? "", ["before", "last", "after", "2024-11-11T23:55"])
    }
    for path in room.training.files { try room.with(path) { try $0.moveTrainingClock(to: moment) } }
    if call.wantsJSON {
      call.say(JSON.object([("clock", .text(moment.iso))]).written)
    } else {
      call.say(.key("trainer.clock.moved", [.words("time", Dates.moment(moment))]))
    }
  }

  private func fate(_ call: Call) throws -> TrainerFate {
    let text = call.arguments["fate"] ?? TrainerFate.arrives.rawValue
    guard let fate = TrainerFate(rawValue: text) else {
      throw UsageError.choice("--fate", text, TrainerFate.allCases.map(\.rawValue))
    }
    return fate
  }

  private func send(_ call: inout Call) throws {
    let fate = try fate(call)
    let from = UnitCode(try call.arguments.required("from")), to = UnitCode(try call.arguments.required("to"))
    let isDelta = call.arguments.has("delta")
    _ = try room.training.file(of: to)
    let made = try room.with(room.training.file(of: from)) { store in
      try room.send(from: store, to: to, isDelta: isDelta, by: store.users().first ?? UserName(""))
    }
    try tell(room.deliver(made.name, fate), &call)
  }

  private func deliver(_ name: String?, _ call: inout Call) throws {
    guard let name else {
      guard !call.wantsJSON else {
        return call.say(JSON.object([("way", .list(room.way.map { .text($0.name) }))]).written)
      }
      for letter in room.way { call.say(letter.name) }
      return
    }
    try tell(room.deliver(name, fate(call)), &call)
  }

  private func tell(_ journey: TrainerJourney, _ call: inout Call) throws {
    guard call.wantsJSON else {
      for words in journey.words { call.say(words) }
      return
    }
    let readings = journey.readings.map { reading -> JSON in
      switch reading {
      case .brought(let r):
        .object([
          ("new", .number(r.new)), ("known", .number(r.known)), ("waiting", .number(r.waiting)),
          ("held", .number(r.held)), ("refused", .number(r.refused)), ("error", .null),
        ])
      case .refused(let objection):
        .object([
          (
            "error",
            .object([
              ("code", .text(objection.code)),
              ("message", .text(call.language.text(objection.reason, objection.values))),
            ])
          )
        ])
      }
    }
    call.say(
      JSON.object([
        ("name", .text(journey.name)), ("from", .text(journey.header.from.text)),
        ("to", .text(journey.header.to.first?.text ?? "")), ("bytes", .number(journey.bytes)),
        ("events", .number(Int(journey.header.events))), ("kind", .text(journey.header.kind.rawValue)),
        ("fate", .text(journey.fate.rawValue)), ("readings", .list(readings)),
        ("unchanged", .flag(journey.isUnchanged)),
      ]).written)
  }
}
