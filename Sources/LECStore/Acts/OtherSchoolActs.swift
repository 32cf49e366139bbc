package import LECModel

/// Schools of other affiliations: adding, dissolving, counting (OA-01 to OA-06).
extension Store {
  @discardableResult
  package func addOtherSchool(_ school: OtherSchool, by user: UserName) throws -> RecordID {
    try require(.editOthers, user)
    guard let own = try ownUnit(), let round = try currentRound() else { throw Refusal(.notYourUnit, .au04) }
    if try otherSchools(of: own.code, round: round.key).contains(where: { $0.school.code == school.code }) {
      throw Refusal(.codeTaken, .oa06, detail: school.code)
    }
    return try transaction(author: user, unit: own.code) { writer in
      RecordID(try writer.add(.otherSchoolSet, EventBody(.otherSchool(school))))
    }
  }

  /// Renames, moves to another affiliation, or dissolves a school; OA-02. a dissolved one has zero in every grade, entered.
  package func editOtherSchool(_ record: RecordID, _ school: OtherSchool, by user: UserName) throws {
    try require(.editOthers, user)
    guard let own = try ownUnit(), let round = try currentRound() else { throw Refusal(.notYourUnit, .au04) }
    try transaction(author: user, unit: own.code) { writer in
      try writer.add(.otherSchoolSet, EventBody(.otherSchool(school)), record: record)
      if school.isDissolved {
        let zeros = OtherSchoolRow.grades.map { OtherCounting.Cell(grade: $0, total: 0) }
        try writer.add(
          .otherCounted, EventBody(.otherCounts(OtherCounting(round: round.key, cells: zeros))), record: record)
      }
    }
  }

  /// Writes counts of one school; grades that are not named stay as they are.
  package func countOther(_ record: RecordID, _ cells: [OtherCounting.Cell], by user: UserName) throws {
    try require(.editOthers, user)
    guard let own = try ownUnit(), let round = try currentRound() else { throw Refusal(.notYourUnit, .au04) }
    guard let row = try otherSchools(of: own.code, round: round.key).first(where: { $0.record == record }) else {
      throw Refusal(.noSuchRecord, .oa03, detail: record.short)
    }
    for cell in cells {
      if let problem = OtherCountRules.problem(with: cell, in: row.school) {
        throw Refusal(.badValue, problem, dataset: .others, detail: cell.grade.rawValue)
      }
    }
    let changed = cells.filter { !row.cells.contains($0) }
    guard !changed.isEmpty else { return }
    try transaction(author: user, unit: own.code) { writer in
      try writer.add(
        .otherCounted, EventBody(.otherCounts(OtherCounting(round: round.key, cells: changed))), record: record)
    }
  }
}
