import LECModel
import LECStore

extension Desk {
  func answer(_ request: RosterRequest) throws -> Answer? {
    let store = try file()
    switch request {
    case .window(let window, let filter): return .roster(.window(try answer(window, filter)))
    case .student(let id):
      guard let row = try store.student(id) else { throw Refusal(.noSuchRecord, .pu11, detail: id.short) }
      return .roster(.student(row, findings: try store.findings(of: id), facts: try facts()))
    case .formFacts: return .roster(.facts(try facts()))
    case .save(let id?, let changes, let seen):
      return .roster(.written(try store.editStudent(id, changes, seen: seen, by: user())))
    case .save(nil, let changes, _): return .roster(.written(try store.addStudent(changes, by: user())))
    case .mark(let selection, let mark): return .roster(.written(try store.mark(ids(selection), mark, by: user())))
    case .sheet(let marks): return .roster(.written(try store.mark(sheet: marks, by: user())))
    case .set(let selection, let changes):
      return .roster(.written(try store.set(changes, of: ids(selection), by: user())))
    case .promote(let selection): return .roster(.written(try store.promote(ids(selection), by: user())))
    case .remove(let ids, let reason, let left, let remark):
      return .roster(
        .written(try store.remove(ids, reason: reason, left: left, remark: TextForm.clean(remark), by: user())))
    case .restore(let selection): return .roster(.written(try store.restore(ids(selection), by: user())))
    case .classes: return .roster(.classes(try store.classes()))
    case .classRows(let classRoom):
      let rows = try store.roster(RosterFilter(classRoom: classRoom), .first, limit: 2000)
        .filter { classRoom != nil || $0.student.grade == nil }
      return .roster(.classRows(rows, round: try facts().round, today: try facts().today))
    case .history(let id, let field):
      let entries = try store.history(of: id).filter { entry in
        field.map { wanted in entry.changes.contains { $0.field == wanted } } ?? true
      }
      return .roster(.history(entries))
    case .names(let ids): return .roster(.names(try ids.compactMap { try store.student($0)?.student.fullName }))
    }
  }

  private func facts() throws -> FormFacts {
    let store = try file()
    guard let unit = try store.ownUnit(), let round = try store.currentRound() else { throw Refusal(.noRound, .op04) }
    return FormFacts(kind: unit.kind, today: store.now().date, round: round.key)
  }

  /// The children an act is about, by id.
  func ids(_ selection: RosterSelection) throws -> [RecordID] {
    switch selection {
    case .only(let ids): return ids
    case .allBut(let left, let filter, let search):
      var filter = filter
      filter.search = search
      return try file().roster(filter, .first, limit: .max >> 1).map(\.id).filter { !left.contains(RowID($0)) }
    }
  }

  private func answer(_ request: WindowRequest, _ filter: RosterFilter) throws -> WindowAnswer {
    let store = try file()
    var filter = filter
    filter.search = request.search
    if let sort = request.sort?.text { filter.order = RosterFilter.Order(rawValue: sort) ?? .name }
    let today = try facts().today, round = try facts().round
    let problems = try store.flagged()
    func rows(_ place: RosterPlace, _ count: Int) throws -> [ListRow] {
      try store.roster(filter, request.isReversed ? place.mirrored : place, limit: count)
        .map { RosterRow.row($0, round: round, today: today, hasProblem: problems.contains($0.id)) }
        .turned(request.isReversed)
    }
    let total = try rosterTotal(filter)
    var found: [ListRow] = []
    var start = 0
    switch request.place {
    case .first: found = try rows(.first, request.count)
    case .last: found = try rows(.last, request.count)
    case .after(let id): found = try number(id).map { try rows(.after($0), request.count) } ?? []
    case .before(let id): found = try number(id).map { try rows(.before($0), request.count) } ?? []
    case .around(let id, let ordinal):
      guard let n = try number(id), let row = try store.student(n: n), row.student.state == filter.states else {
        found = try rows(.first, request.count)
        break
      }
      let place = try store.rosterOrdinal(filter, of: n)
      let ordinalNow = request.isReversed ? total - 1 - place : place
      let above = min(ordinalNow, max(0, min(request.count - 1, ordinal % max(1, request.count))))
      found = try rows(.before(n), above) + rows(.from(n), request.count - above)
      start = max(0, ordinalNow - above)
    }
    return WindowAnswer(to: request, rows: found, total: total, start: start)
  }

  /// The total is asked for again only when the file or the filter has changed: counting a hundred thousand rows is not free.
  private func rosterTotal(_ filter: RosterFilter) throws -> Int {
    let store = try file()
    let version = try store.version()
    if let known = totals, known.version == version, known.filter == filter { return known.total }
    let total = try store.rosterCount(filter)
    totals = (version, filter, total)
    return total
  }

  private func number(_ row: RowID) throws -> Int64? {
    guard let id = RecordID(row) else { return nil }
    return try file().number(of: id)
  }
}

extension RosterPlace {
  /// The same place in the list turned round.
  fileprivate var mirrored: RosterPlace {
    switch self {
    case .first: .last
    case .last: .first
    case .after(let n): .before(n)
    case .before(let n): .after(n)
    case .from(let n): .from(n)
    }
  }
}

extension [ListRow] {
  fileprivate func turned(_ isTurned: Bool) -> [ListRow] { isTurned ? reversed() : self }
}

extension RowID {
  /// The row of a record.
  init(_ record: RecordID) { self.init(record.event.hash.hex) }
}

extension RecordID {
  /// The record of a row; nil for rows that are no records.
  init?(_ row: RowID) {
    guard let hash = Hex.bytes(row.text).flatMap({ Hash32($0) }) else { return nil }
    self.init(EventID(hash))
  }
}
