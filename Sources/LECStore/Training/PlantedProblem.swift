package import LECModel

/// What is wrong on purpose in a made-up institution. One table: what is planted by it is also what the trainer is told, so that the
/// list can't say anything else than what is there.
package enum PlantedProblem: String, CaseIterable, Sendable {
  case noNumber = "no-number"
  case wrongTitle = "wrong-title"
  case listedElsewhere = "listed-elsewhere"
  case doubledHere = "doubled-here"
  case doubledNextDoor = "doubled-next-door"
  case overAge = "over-age"
  case neverCame = "never-came"
  case noRooms = "no-rooms"
  case noBasics = "no-basics"

  /// What the files of lessons have always had: their texts name children and count them.
  package static let ofLessons: [PlantedProblem] = [.noNumber, .doubledHere, .listedElsewhere, .wrongTitle, .noRooms]

  /// So many children there must be for problems to be planted among them.
  package static let fewestChildren = 20

  /// The check that finds it; nil where only the office above can, which sees both lists.
  package func check(in unit: UnitKind) -> Check? {
    switch self {
    case .noNumber: .numberMissing
    case .wrongTitle: .titleSex
    case .listedElsewhere: .elsewhereUnsettled
    case .doubledHere: .numberDoubled
    case .doubledNextDoor: nil
    case .overAge: unit.isCentre ? .ageCentre : .ageGrade
    case .neverCame: .absent
    case .noRooms, .noBasics: .basicsMissing
    }
  }

  package func rule(in unit: UnitKind) -> Rule { check(in: unit)?.rule ?? .pu09 }

  /// Which child of so many it is planted on; nil where it is about the institution.
  package func place(among count: Int) -> Int? {
    switch self {
    case .noNumber: 2
    case .overAge: 3
    case .neverCame: 6
    case .doubledNextDoor: 7
    case .wrongTitle: count - 3
    case .listedElsewhere: count - 2
    case .doubledHere: count - 1
    case .noRooms, .noBasics: nil
    }
  }

  /// Whether it can be met in this set at all.
  func fits(_ set: TrainingSet) -> Bool {
    switch self {
    case .noRooms, .noBasics: true
    case .listedElsewhere: set.unit.kind != .school
    case .overAge: set.unit.kind != .college
    case .doubledNextDoor: set.guest != nil
    case .noNumber, .wrongTitle, .doubledHere, .neverCame: true
    }
  }

  func plant(in children: inout [Student], of set: TrainingSet) {
    guard let at = place(among: children.count) else { return }
    switch self {
    case .noNumber:
      children[at][.number] = ""
      children[at][.nationality] = Nationality.stateless.code
      children[at][.numberStep] = NumberStep.papers.rawValue
    case .wrongTitle:
      let isBoy = children[at].sex == .male, isGrown = Title(rawValue: children[at][.title])?.isForChild == false
      children[at][.title] = (isBoy ? (isGrown ? Title.miss : .girl) : isGrown ? .mr : .boy).rawValue
    case .listedElsewhere: children[at][.elsewhere] = TrainingSet.formerCentre
    case .doubledHere: children[at][.number] = children[0][.number]
    case .doubledNextDoor:
      guard var child = set.guest?.child else { return }
      child[.grade] = Grade.c4.rawValue
      for field in [StudentField.room, .schoolNumber] { child[field] = children[at][field] }
      children[at] = child
    case .overAge: children[at][.birth] = children[at].birth?.adding(days: -1826).iso ?? ""
    case .neverCame: children[at][.mark] = MarkValue(round: set.round.key, mark: .absent).text
    case .noRooms, .noBasics: break
    }
  }
}

/// One planted problem and where it is: a line of the trainer's list.
package struct PlantedRow: Sendable {
  package var unit: Unit
  package var problem: PlantedProblem
  /// Nil where it is about the institution.
  package var child: Student?
  /// The institution that has the same child.
  package var other: Unit?
}
