import LECModel
import LECStore

/// Brings a unit as far as a lesson takes for granted.
struct LessonWorker {
  let worker: TrainingWorker
  var user: UserName { worker.user }

  init(store: Store) { worker = TrainingWorker(store: store) }

  func bring(to far: Lesson.Done.Far) throws {
    guard let unit = try worker.store.ownUnit() else { return }
    if unit.kind.isInstitution {
      try worker.settleIn()
      if far >= .mended { try worker.makeReady() } else { try worker.markAll() }
    } else if unit.kind == .authority {
      try worker.makeReady()
    }
    if far >= .confirmed { try worker.confirm() }
  }

  func settleIn() throws { try worker.settleIn() }
}
