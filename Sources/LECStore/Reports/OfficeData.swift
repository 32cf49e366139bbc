import LECModel

/// One local authority of a report with everything that the forms tell about it. All figures are those that the boards keep, so
/// that a province of sixty thousand children is told without reading one of them.
struct AuthorityData {
  var unit: Unit
  var standing: UnitStanding
  var institutions: [UnitStanding]

  /// The kind as the first two digits of the code tell it, whatever is wrong with the others. No digits stand for the special ones.
  var kind: AuthorityKind { AuthorityKind(digits: unit.code.text.prefix(2)) ?? .special }
}

extension Store {
  /// The local authorities in the view of an office, by district; an authority's own is itself.
  func authorities(under unit: Unit) throws -> [Unit] {
    switch unit.kind {
    case .authority: return [unit]
    case .district, .province:
      return try children(of: unit).filter { $0.kind == .authority && $0.isOpen }
        .sorted { (Self.district($0), $0.code) < (Self.district($1), $1.code) }
    case .department:
      return try children(of: unit).filter { $0.kind == .province && $0.isOpen }.flatMap { try authorities(under: $0) }
    case .school, .college, .centre: return []
    }
  }

  /// The digits of the district in the code of a local authority.
  private static func district(_ unit: Unit) -> String { String(unit.code.text.dropFirst(2).prefix(4)) }

  /// The same with their standings and those of their institutions.
  func authorityData(under unit: Unit, _ round: Round) throws -> [AuthorityData] {
    // Works out at once the figures that are missing, for all below.
    _ = try board(of: unit)
    return try reading {
      try authorities(under: unit).map {
        AuthorityData(unit: $0, standing: try standing(of: $0, round: round), institutions: try board(of: $0))
      }
    }
  }

  /// The unit and round that an office's report is about.
  func reportScope() throws -> (unit: Unit, round: Round) {
    guard let unit = try subject() else { throw Refusal(.notYourUnit, .au04) }
    guard let round = try currentRound() else { throw Refusal(.noRound, .op04, level: .department) }
    return (unit, round)
  }

  static let basicsOfAll = "SELECT unit, value FROM basics WHERE field = ?1 AND value <> ''"

  /// One field of the basic information of every institution in the file.
  func basics(_ field: BasicsField) throws -> [UnitCode: String] {
    let rows = try connection.all(Self.basicsOfAll, [.integer(Int64(field.rawValue))]) {
      (UnitCode($0.text(0)), $0.text(1))
    }
    return Dictionary(rows) { _, last in last }
  }

  static let peopleInOffice = """
    SELECT account.unit, first, last, position, phone FROM profile JOIN account USING (user) WHERE \(ProfileTable.isInOffice)
    ORDER BY account.user = account.unit, lamport, tie
    """

  /// Whom to ring at each unit, all in one question.
  func peopleInOffice() throws -> [UnitCode: ReportPerson] {
    let rows = try connection.all(Self.peopleInOffice, []) {
      let name = $0.text(2).isEmpty ? $0.text(1) : $0.text(1) + " " + $0.text(2)
      return (UnitCode($0.text(0)), ReportPerson(name: name, position: $0.text(3), phone: $0.text(4)))
    }
    return Dictionary(rows) { _, last in last }
  }
}

/// The person of a unit, as a list to ring from names one.
struct ReportPerson: Equatable {
  var name: String
  var position: String
  var phone: String
}

extension Counts {
  /// The children of some groups of grades together.
  func of(_ groups: GradeGroup...) -> Pair {
    var sum = Pair()
    for grade in grades where groups.contains(grade.group) { sum += byGrade[grade] ?? Pair() }
    return sum
  }
}

extension Counts.Pair {
  static func += (sum: inout Self, more: Self) {
    sum.male += more.male
    sum.female += more.female
    sum.unknown += more.unknown
  }
}
