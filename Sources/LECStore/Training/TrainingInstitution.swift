import LECModel

/// One institution among many that are made up: its chain with its children, two in three of them confirmed.
struct TrainingInstitution {
  let unit: Unit
  let children: Int
  let seed: UInt64
  let round: Round
  let number: Int
  let world: World

  private var isConfirmed: Bool { number % 3 != 2 }
  /// In one local authority of ten, a centre still lists a child that the school next door has taken in.
  private var isDoubled: Bool { number % 500 == 1 }

  private func neighboursFirst(_ admitted: CalendarDate) -> Student {
    var people = TrainingPeople(seed: seed, place: number - 1)
    var child = people.child(grade: .k2, room: "1", academicYear: 2567, admitted: admitted)
    child[.grade] = Grade.c4.rawValue
    return child
  }

  mutating func make(under authority: inout ChainMaker) -> ChainMaker {
    var chain = ChainMaker(unit: unit.code, training: true, lamport: authority.lamport, world: world)
    authority.install(unit, as: &chain)
    chain.lamport = max(chain.lamport, authority.lamport)
    let teacher = TrainingPlaces.teacher(number, seed: seed)
    chain.appoint(
      UserName(unit.code.text), first: teacher.first, last: teacher.last, position: teacher.position,
      phone: teacher.phone)
    var people = TrainingPeople(seed: seed, place: number)
    let grades: [Grade] = unit.kind == .school ? [.k2, .k3, .p1, .p2, .p3, .p4, .p5, .p6] : [.c2, .c3, .c4]
    let admitted = CalendarDate(iso: "2024-05-16") ?? TrainingSet.clock.date
    var leaves: [Hash32] = []
    var counts = Counts()
    for i in 0..<children {
      var child = people.child(
        grade: grades[i * grades.count / max(1, children)], room: "1", academicYear: 2567, admitted: admitted)
      if isDoubled, i == children - 1 { child = neighboursFirst(admitted) }
      child[.mark] = MarkValue(round: round.key, mark: .present).text
      let changes = StudentField.allCases.compactMap { child[$0].isEmpty ? nil : FieldChange($0, child[$0]) }
      let id = chain.add(.studentAdded, .changes(Store.withState(changes)))
      child[.state] = StudentState.enrolled.rawValue
      counts.add(grade: child.grade, sex: Sex(rawValue: child[.sex]))
      if let row = RowDigest.student(RecordID(id), child), let salt = chain.events.last?.salt {
        leaves.append(Sodium.hash(row, key: salt))
      }
    }
    if isConfirmed {
      let digest = Sodium.hash(
        RowDigest.dataset(.students, unit: unit.code, round: round.key, leaves: leaves))
      chain.add(
        .confirmed,
        .confirmation(
          Confirmation(
            round: round.key, dataset: .students, unit: unit.code, digest: digest, counts: counts, register: 0,
            singleHanded: true)))
    }
    return chain
  }
}
