import LECModel
import LECStore

/// The exercise of a lesson on a file that is kept: what is to be done, how far it has come, which hints were read. All of it stands
/// in the file itself, so that a trainer can read it there.
@MainActor final class LessonExercise {
  let lesson: Lesson
  let exercise: Lesson.Exercise
  let store: Store
  let path: String

  private static let nameKey = "lesson-name", begunKey = "lesson-begun", sentKey = "lesson-sent"
  private static let hintsKey = "lesson-hints", learnerKey = "lesson-learner", languageKey = "lesson-language"

  /// Goes on with the exercise in that folder, or begins it.
  init(_ lesson: Lesson, folder: String, learner: String, _ code: Language.Code) throws {
    guard let exercise = lesson.exercise else {
      throw UsageError("cli.lesson-no-exercise", [.text("name", lesson.name)])
    }
    self.lesson = lesson
    self.exercise = exercise
    let place = folder + "/" + lesson.name
    guard FileCare.makeFolders(place) else { throw StoreError.cannotOpen(path: place) }
    let unit = lesson.setting.seat?.unit ?? lesson.setting.kind.map { TrainingSet($0).unit.code }
    path = place + "/" + (unit ?? TrainingSet(.school).unit.code).text + ".db"
    if !FileCare.exists(path) {
      let room = try LessonRoom(lesson, folder: place)
      let new = try room.store(unit ?? room.first)
      if let user = lesson.setting.seat?.user, user.text == (unit ?? room.first).text {
        try LessonWorker(store: new).settleIn()
      }
      try new.set(Setting.trainingClock, to: room.clock.now.iso)
      try new.set(Self.nameKey, to: lesson.name)
      try new.set(Self.languageKey, to: code.rawValue)
      try new.set(Self.learnerKey, to: learner)
      try new.set(Self.begunKey, to: String(try new.eventCount()))
      try new.set(Self.sentKey, to: String(try new.filesMade()))
      room.leave()
    }
    store = try FileDoor.open(path, now: nil)
  }

  /// Who has logged in already when it begins; nil at the door.
  func session() throws -> Session? {
    let seat = lesson.setting.seat
    if let seat, seat.user == nil { return nil }
    let user = try seat?.user ?? store.users().first ?? UserName("")
    return try store.logIn(user, password: TrainingSet.password)
  }

  /// What happened in the file of an exercise since it began.
  private static func trace(_ store: Store) throws -> LessonTrace {
    let begun = try store.setting(begunKey).flatMap { Int64($0) } ?? 0
    let sent = try store.setting(sentKey).flatMap { Int($0) } ?? 0
    return LessonTrace(
      events: try store.events(after: begun, limit: 1_000_000), sent: try store.filesMade() - sent)
  }

  /// For each goal, whether it is met.
  func met() throws -> [Bool] {
    let trace = try Self.trace(store)
    return exercise.goals.map { $0.isMet(by: trace) }
  }

  /// How many of the hints were read.
  var hintsRead: Int {
    get { (try? store.setting(Self.hintsKey)).flatMap { $0.flatMap { Int($0) } } ?? 0 }
    // What can't be kept is only a count of hints.
    set { try? store.set(Self.hintsKey, to: String(min(newValue, exercise.hints.count))) }
  }

  /// The result as it stands in a file; nil where the file is of no exercise, or of one that is not here.
  static func result(in path: String, shelf: LessonShelf) throws -> LessonResult? {
    let store = try FileDoor.open(path, now: nil)
    defer { store.close() }
    guard store.isTraining, let name = try store.setting(nameKey) else { return nil }
    let code = try store.setting(languageKey).flatMap { Language.Code(rawValue: $0) } ?? .thai
    guard let lesson = try? shelf.lesson(name, code), let exercise = lesson.exercise else { return nil }
    let trace = try trace(store)
    let times = trace.events.map(\.header.time)
    return LessonResult(
      learner: try store.setting(learnerKey) ?? "", lesson: name, title: exercise.title,
      met: exercise.goals.count { $0.isMet(by: trace) }, goals: exercise.goals.count,
      hints: try store.setting(hintsKey).flatMap { Int($0) } ?? 0, acts: trace.events.count,
      minutes: Int((times.max().map { $0 - (times.min() ?? $0) } ?? 0) / 60_000), path: path)
  }
}

/// What one learner has done in one exercise.
struct LessonResult: Equatable, Sendable {
  var learner: String
  var lesson: String
  var title: String
  var met: Int
  var goals: Int
  var hints: Int
  var acts: Int
  var minutes: Int
  var path: String

  var isDone: Bool { met == goals }
}
