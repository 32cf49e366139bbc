import LECModel
import LECStore

/// The throw-away files of one lesson, made as the lesson wants them, in a folder that is taken away with them.
@MainActor final class LessonRoom {
  let folder: String
  private var passing: ThrowAwayFolder?
  let clock: LessonClock
  /// The institution that the lesson is about; in a tree the first.
  let first: UnitCode
  private var stores: [UnitCode: Store] = [:]

  /// Makes the files and does the work that is done already: in a folder that is thrown away, or in a given one.
  init(_ lesson: Lesson, folder given: String? = nil) throws {
    passing = try given == nil ? ThrowAwayFolder(in: Places.passing) : nil
    folder = given ?? passing?.path ?? ""
    let setting = lesson.setting
    clock = LessonClock(TrainingSet.clock)
    let world = clock.world(device: "lesson")
    if let kind = setting.kind {
      let set = TrainingSet(kind, policy: setting.policy, children: setting.children)
      first = set.unit.code
      stores[first] = try set.make(at: folder + "/" + first.text + ".db", world: world)
    } else {
      let sets = TrainingTree.sets(setting.policy, seed: 1, children: setting.children ?? 6)
      first = sets[0].1.unit.code
      let tree = TrainingTree(
        folder: folder, round: TrainingSet(.school, policy: setting.policy).round, world: world)
      try tree.make(sets)
      stores = tree.stores
    }
    for done in setting.done { try prepare(done, file: lesson.name) }
    if let moment = setting.clock { clock.move(to: moment) }
  }

  private func prepare(_ done: Lesson.Done, file: String) throws {
    let unit = done.unit ?? first
    let worker = LessonWorker(store: try store(unit))
    try worker.bring(to: done.far)
    guard done.far >= .sent, let parent = try store(unit).ownUnit()?.parent else { return }
    let made = try store(unit).makeBundle(for: parent, by: worker.user)
    if done.far == .sent {
      try BundleFiles.write(made.bytes, to: folder + "/" + made.name)
    } else if let above = stores[parent] {
      _ = try above.read(bundle: made.bytes, name: made.name)
      try above.settleFigures()
    } else {
      throw LessonFault(file: file, line: done.line, what: .setting, word: parent.text)
    }
  }

  func path(_ unit: UnitCode) -> String { folder + "/" + unit.text + ".db" }

  func store(_ unit: UnitCode) throws -> Store {
    guard let store = stores[unit] else { throw StoreError.notFound(path: path(unit)) }
    return store
  }

  /// Closes the files and leaves them where they are.
  func leave() {
    for store in stores.values { store.close() }
    stores = [:]
  }

  /// Closes the files and takes them away.
  func close() {
    leave()
    if passing == nil { FileCare.removeFolder(folder) }
    passing = nil
  }
}
