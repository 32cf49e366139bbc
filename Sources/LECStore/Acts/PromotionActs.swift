package import LECModel

/// Moving to the next academic year: everybody goes up, who is in the last grade has finished, and the file as it was is kept.
extension Store {
  static let lastMarkedYear = """
    SELECT max(CAST(substr(mark, 1, 4) AS INTEGER)) FROM student WHERE unit = ?1 AND state = 'enrolled' AND mark <> ''
    """

  private static func mark(_ year: Int) -> Hash32 { Sodium.hash(Array("academic year \(year)".utf8)) }

  /// What moving to the year of the round would do; nil when nothing is left to move. `last` is the highest grade, if it is another
  /// than the highest on the roster.
  package func promotionPlan(last: Grade? = nil) throws -> PromotionPlan? {
    guard let unit = try subject(), unit.kind.isInstitution, let round = try currentRound() else { return nil }
    let marked = try connection.one(Self.lastMarkedYear, [.text(unit.code.text)]) { $0.isNull(0) ? nil : $0.integer(0) }
    guard let known = marked ?? nil, known > 0, known < round.key.year else { return nil }
    let mark = Self.mark(round.key.year)
    guard try !imports().contains(where: { $0.fileHash == mark && !$0.isTakenBack }) else { return nil }
    let children = try enrolledChildren()
    let highest = last ?? children.compactMap(\.student.grade).max { $0.rank < $1.rank }
    let groups = Dictionary(grouping: children) { $0.student.grade }
    let lines = groups.map { grade, rows in
      PromotionLine(grade: grade, fate: Promotion.of(grade, last: highest), count: rows.count)
    }.sorted { ($0.grade?.rank ?? 99) < ($1.grade?.rank ?? 99) }
    return PromotionPlan(year: round.key.year, lastYear: Int(known), last: highest, lines: lines)
  }

  /// The same, or why there is nothing to move: there is another way on from each.
  package func requirePromotion(last: Grade? = nil) throws -> PromotionPlan {
    guard let unit = try subject(), unit.kind.isInstitution else {
      throw Refusal(.notYourTask, .op04, level: .institution)
    }
    guard let round = try currentRound() else { throw Refusal(.noRound, .op04, level: .department) }
    guard let plan = try promotionPlan(last: last) else {
      throw Refusal(.nothingToPromote, .op04, level: .institution, detail: "\(unit.name), \(round.key.text)")
    }
    return plan
  }

  private func enrolledChildren() throws -> [StudentRow] {
    try roster(RosterFilter(), .first, limit: .max)
  }

  /// Does it in one step that can be taken back; returns where the file of the old year was kept, which can only be read.
  @discardableResult
  package func promoteYear(last: Grade? = nil, repeating: Set<RecordID> = [], by user: UserName) throws -> String {
    try require(.importRoster, user)
    let plan = try requirePromotion(last: last)
    guard let unit = try subject() else { throw Refusal(.notYourUnit, .au04) }
    let archive = try keepYear(plan.lastYear)
    let rows = try enrolledChildren().filter { !repeating.contains($0.id) }
    let moves = rows.compactMap { row -> (StudentRow, [FieldChange])? in
      switch Promotion.of(row.student.grade, last: plan.last) {
      case .up(let grade): (row, [FieldChange(.grade, grade.rawValue)])
      case .finishes:
        (row, [FieldChange(.state, StudentState.graduated.rawValue), FieldChange(.left, world.now().date.iso)])
      case .stays: nil
      }
    }
    try transaction(author: user, unit: unit.code) { writer in
      let step = writer.nextSequence
      let mark = ImportMark(
        file: String(plan.year), fileHash: Self.mark(plan.year), added: 0, changed: Int64(moves.count))
      try writer.add(.imported, EventBody(.importMark(mark)))
      for (row, changes) in moves {
        try writer.add(
          .studentEdited, EventBody(.changes(changes), step: step), record: row.id, base: row.heads)
      }
    }
    undoStack = []
    redoStack = []
    forgetFigures()
    return archive
  }

  /// A copy beside the file, closed for writing: the year as it was.
  private func keepYear(_ year: Int) throws -> String {
    let base = path.hasSuffix(".db") ? String(path.dropLast(3)) : path
    var target = "\(base)-\(year).db"
    var number = 2
    while FileCare.exists(target) {
      target = "\(base)-\(year)-\(number).db"
      number += 1
    }
    try backup(to: target)
    let copy = try Connection(path: target, create: false, readOnly: false)
    defer { copy.close() }
    try SettingTable(connection: copy).set(Setting.closedYear, String(year))
    copy.checkpoint(truncate: true)
    return target
  }

  /// The year that this file was closed with; nil for one that is worked in.
  package func closedYear() throws -> String? { try setting(Setting.closedYear) }
}
