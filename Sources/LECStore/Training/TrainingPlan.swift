package import LECModel

/// What a made-up province consists of: its local authorities with their institutions, what is planted where, and who is late.
package struct TrainingPlan: Sendable {
  package struct Office: Sendable {
    package var unit: Unit
    package var person: Founding.NewProfile
    package var sets: [TrainingSet]

    package var isConfirmed: Bool { !sets.isEmpty && sets.allSatisfy { $0.progress == .confirmed } }
  }

  package var offices: [Office]
  package var seed: UInt64

  package static let department = FoundingLadder.department
  package static let province = FoundingLadder.province
  package static let district = Unit(
    code: UnitCode("9901"), kind: .district, name: "อำเภอเมืองฝึกหัด", parent: province.code, province: "ฝึกหัด")

  /// A local authority at work, one that is late and waits for a centre of which nothing was heard, and one that is done.
  package static func tiny(_ policy: EditPolicy, seed: UInt64, children: Int? = nil) -> TrainingPlan {
    var offices = TrainingTree.sets(policy, seed: seed, children: children).reduce(into: [Office]()) { offices, entry in
      if let at = offices.firstIndex(where: { $0.unit.code == entry.0 }) {
        offices[at].sets.append(entry.1)
      } else {
        offices.append(
          Office(unit: TrainingTree.authorities[offices.count], person: person(offices.count), sets: [entry.1]))
      }
    }
    for i in offices[1].sets.indices where i > 0 { offices[1].sets[i].progress = .silent }
    let unit = authority("04990103", "เทศบาลเมืองสมมุติ")
    let done = [
      ("3099000006", UnitKind.school, "โรงเรียนเทศบาลสมมุติวิทยา"), ("3099000007", .centre, "ศูนย์พัฒนาเด็กเล็กบ้านสมมุติ"),
    ]
    let sets = done.enumerated().map { i, row in
      let unit = Unit(
        code: UnitCode(row.0), kind: row.1, name: row.2, parent: unit.code, district: "เมืองฝึกหัด", province: "ฝึกหัด")
      return set(unit, place: i + 1, policy, seed, children, .confirmed)
    }
    offices.append(Office(unit: unit, person: person(2), sets: sets))
    var plan = TrainingPlan(offices: offices, seed: seed)
    plan.plant()
    return plan
  }

  /// Ten local authorities with three institutions each: some done, some at work, some late.
  package static func district(_ policy: EditPolicy, seed: UInt64, children: Int? = nil) -> TrainingPlan {
    let offices = (0..<10).map { number in
      let unit = authority(TrainingPlaces.authorityCode(number, district: "9901"), TrainingPlaces.authority(number))
      let progress: TrainingSet.Progress = [.confirmed, .begun, .begun, .confirmed, .silent][number % 5]
      let sets = (0..<3).map { i in
        let institution = TrainingPlaces.institution(i, of: unit)
        let progress = progress == .silent && i == 0 ? .begun : progress
        return set(institution, place: number * 3 + i, policy, seed, children ?? 30, progress)
      }
      return Office(unit: unit, person: person(number), sets: sets)
    }
    var plan = TrainingPlan(offices: offices, seed: seed)
    plan.plant()
    return plan
  }

  static func authority(_ code: String, _ name: String) -> Unit {
    var unit = Unit(
      code: UnitCode(code), kind: .authority, name: name, parent: province.code, district: "เมืองฝึกหัด",
      province: "ฝึกหัด")
    unit.office = district.code
    return unit
  }

  private static func set(
    _ unit: Unit, place: Int, _ policy: EditPolicy, _ seed: UInt64, _ children: Int?, _ progress: TrainingSet.Progress
  ) -> TrainingSet {
    var set = TrainingSet(unit.kind == .school ? .school : .centre, policy: policy, seed: seed, children: children)
    set.own = TrainingSet.Own(unit: unit, person: TrainingPlaces.teacher(place, seed: seed), place: place)
    set.progress = progress
    return set
  }

  /// In real life problems are where nobody has confirmed yet. A centre beside a school at work still lists one of its children.
  private mutating func plant() {
    var number = 0
    for o in offices.indices {
      let school = offices[o].sets.first { $0.kind == .school }
      for s in offices[o].sets.indices {
        number += 1
        offices[o].sets[s].gcode = number
        guard offices[o].sets[s].progress != .confirmed else {
          offices[o].sets[s].problems = []
          continue
        }
        let isNew = offices[o].sets[s].kind == .newCentre
        offices[o].sets[s].problems = PlantedProblem.allCases.filter { $0 != (isNew ? .noRooms : .noBasics) }
        // What nobody has sent can be on no second list.
        guard s == 1, offices[o].sets[s].progress == .begun, let school, let child = school.students().dropFirst().first
        else { continue }
        offices[o].sets[s].guest = TrainingSet.Guest(child: child, unit: school.unit)
      }
    }
  }

  private static func person(_ number: Int) -> Founding.NewProfile {
    let names = [("กานดา", "นักวิชาการศึกษา"), ("บุญมี", "ผู้อำนวยการกองการศึกษา"), ("เพ็ญศรี", "นักวิชาการศึกษา")]
    let (first, position) = names[number % names.count]
    return Founding.NewProfile(first: first, last: "ฝึกหัด", position: position, phone: "0000000010")
  }

  /// The round that all of it is about.
  package func round(_ policy: EditPolicy) -> Round {
    var round = TrainingSet(.school, policy: policy).round
    round.policy = policy
    return round
  }

  /// What is planted, institution by institution.
  package var planted: [PlantedRow] { offices.flatMap { $0.sets.flatMap { $0.planted() } } }

  /// Everybody who can log in, institutions first.
  package var accounts: [(unit: Unit, account: Founding.NewAccount)] {
    let people = offices.flatMap { office in
      office.sets.flatMap { set in set.accounts.map { (unit: set.unit, account: $0) } }
    }
    return people
      + (offices.map(\.unit) + [Self.district, Self.province, Self.department]).map { unit in
        (
          unit: unit,
          account: Founding.NewAccount(
            account: Account(user: UserName(unit.code.text), unit: unit.code, role: Role(unit.kind)),
            password: TrainingSet.password,
            profile: Founding.NewProfile(first: "", last: "", position: "", phone: ""))
        )
      }
  }
}
