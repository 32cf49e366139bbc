import LECModel
import LECStore

/// Opens a file with the clock that belongs to it.
enum FileDoor {
  /// `now` moves the clock of a training file; on a real one it is refused. Without it a training file stands at its own time, and
  /// never before its last event.
  static func open(_ path: String, now: Moment?) throws -> Store {
    let live = World.live()
    FileCare.sweep(beside: path)
    var plain = try Store.open(path, world: live)
    guard plain.isTraining else {
      if now != nil { throw Refusal(.trainingOnly, .op04) }
      return plain
    }
    if let marks = try? TrainingMarks(TrainingFolder(of: plain)), marks.isUnfinished {
      plain.close()
      try marks.finishReset()
      plain = try Store.open(path, world: live)
    }
    let start = try now ?? plain.trainingClock()
    plain.close()
    var world = live.starting(at: start)
    world.passwordCost = TrainingSet.passwordCost
    return try Store.open(path, world: world)
  }
}

/// What the program was started with.
struct RunOptions: Sendable {
  var file: String
  var language: Language.Code?
  var isPlain = false
  var hasMouse = true
  /// A script asked: what goes wrong is told as JSON too.
  var wantsJSON = false
  var now: Moment?

  init(file: String) { self.file = file }
}
