import LECModel
import TestSupport

/// Moments of one school in round 2567/2 for the tests of rules: nothing stands against acting unless the test says so.
enum Situations {
  static let confirmedAt = Moment(iso: "2024-11-07T15:30") ?? Fixtures.now
  static let office = Contact(unit: "เทศบาลตำบลฝึกหัด", person: "กองการศึกษา", phone: "0000000001")

  static func school(
    policy: EditPolicy = .release, students: DatasetState.Name = .ready, basics: DatasetState.Name = .ready,
    above: Set<Level> = [], now: Moment = Fixtures.now, _ change: (inout Situation) -> Void = { _ in }
  ) -> Situation {
    var round = Fixtures.round
    round.policy = policy
    var situation = Situation(
      unit: Fixtures.school, round: round, now: now, hasProfile: true, ownUnit: true,
      states: [.students: state(.students, students), .basics: state(.basics, basics)], confirmedAbove: above,
      parent: office, people: 1, enteredByActor: [])
    change(&situation)
    return situation
  }

  /// The state of a dataset; `errors` stand against it where it is open.
  static func state(_ dataset: Dataset, _ name: DatasetState.Name, errors: Int = 0) -> DatasetState {
    var confirmed: ConfirmedBy?
    if name == .confirmed || name == .void {
      confirmed = ConfirmedBy(
        event: Fixtures.id(7),
        confirmation: Confirmation(
          round: Fixtures.round.key, dataset: dataset, unit: Fixtures.school.code, digest: .zero,
          counts: Counts(), register: 0, singleHanded: true), person: "มานี ใจฝึก", at: confirmedAt)
    }
    return DatasetState(
      dataset: dataset, name: name, digest: .zero, confirmed: confirmed, counts: Counts(), register: 0, errors: errors,
      unexplained: 0)
  }
}
