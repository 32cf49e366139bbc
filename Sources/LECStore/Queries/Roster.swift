package import LECModel

/// Where a window begins: a row and its key in the list's order.
struct RosterAnchor: Equatable, Sendable {
  package var n: Int64
  fileprivate var sort: [UInt8]
  fileprivate var rank: Int64
  fileprivate var room: [UInt8]
  fileprivate var number: String
}

extension Store {
  private static let base = """
    SELECT \(StudentTable.selected), grade_rank, sort FROM student JOIN event ON event.n = student.n
    """
  private static let condition = """
    student.unit = ?1 AND student.state = ?2 AND (?3 = '' OR instr(find, ?3) > 0) AND (?4 = '' OR instr(find, ?4) > 0)
    AND (?5 = '' OR (grade = ?5 AND room = ?6))
    AND (?7 = '' OR mark = ?7 OR (?7 = 'unchecked' AND substr(mark, 1, ?8) <> ?9))
    AND (?10 = 0 OR student.n IN (SELECT value FROM json_each(?11)))
    """
  /// The name index holds all that a search looks at; left to itself, SQLite takes another and fetches every row.
  static let countRoster = "SELECT count(*) FROM student INDEXED BY student_by_name WHERE \(condition)"

  static func windowSQL(_ order: RosterFilter.Order, _ direction: Direction) -> String {
    switch (order, direction) {
    case (.name, .start): "\(base) WHERE \(condition) ORDER BY sort, student.n LIMIT ?12"
    case (.name, .end): "\(base) WHERE \(condition) ORDER BY sort DESC, student.n DESC LIMIT ?12"
    case (.name, .after):
      "\(base) WHERE \(condition) AND (sort, student.n) > (?13, ?14) ORDER BY sort, student.n LIMIT ?12"
    case (.name, .before):
      "\(base) WHERE \(condition) AND (sort, student.n) < (?13, ?14) ORDER BY sort DESC, student.n DESC LIMIT ?12"
    case (.classRoom, .start): "\(base) WHERE \(condition) ORDER BY grade_rank, room_key, sort, student.n LIMIT ?12"
    case (.classRoom, .end):
      "\(base) WHERE \(condition) ORDER BY grade_rank DESC, room_key DESC, sort DESC, student.n DESC LIMIT ?12"
    case (.classRoom, .after):
      """
      \(base) WHERE \(condition) AND (grade_rank, room_key, sort, student.n) > (?15, ?16, ?13, ?14)
      ORDER BY grade_rank, room_key, sort, student.n LIMIT ?12
      """
    case (.classRoom, .before):
      """
      \(base) WHERE \(condition) AND (grade_rank, room_key, sort, student.n) < (?15, ?16, ?13, ?14)
      ORDER BY grade_rank DESC, room_key DESC, sort DESC, student.n DESC LIMIT ?12
      """
    case (.number, .start): "\(base) WHERE \(condition) ORDER BY number, student.n LIMIT ?12"
    case (.number, .end): "\(base) WHERE \(condition) ORDER BY number DESC, student.n DESC LIMIT ?12"
    case (.number, .after):
      "\(base) WHERE \(condition) AND (number, student.n) > (?17, ?14) ORDER BY number, student.n LIMIT ?12"
    case (.number, .before):
      """
      \(base) WHERE \(condition) AND (number, student.n) < (?17, ?14)
      ORDER BY number DESC, student.n DESC LIMIT ?12
      """
    }
  }

  enum Direction: CaseIterable { case start, end, after, before }

  private static let anchorOf = "SELECT sort, grade_rank, room_key, number FROM student WHERE n = ?1"

  /// Nil where no institution is looked at: then there are no children.
  private func filterValues(_ filter: RosterFilter) throws -> [Value]? {
    guard let unit = try subject() else { return nil }
    let round = try currentRound()?.key.text ?? ""
    let words = TextForm.fold(filter.search).split(separator: " ", maxSplits: 1).map(String.init)
    var numbers = "[]"
    if let problem = filter.problem {
      let found = try findings().filter {
        if case .check(let check) = problem { return $0.check == check }
        return $0.blocks
      }
      let rows = try Set(found.compactMap(\.record)).compactMap { try log.number(of: $0.event) }
      numbers = "[" + rows.map(String.init).joined(separator: ",") + "]"
    }
    let mark: String =
      switch filter.mark {
      case nil: ""
      case .unchecked?: "unchecked"
      case .some(let mark): round + " " + mark.rawValue
      }
    let prefix = round + " "
    return [
      .text(unit.code.text), .text(filter.states.rawValue), .text(words.first ?? ""),
      .text(words.count > 1 ? words[1] : ""), .text(filter.classRoom?.grade.rawValue ?? ""),
      .text(filter.classRoom?.room ?? ""), .text(mark), .integer(Int64(prefix.unicodeScalars.count)), .text(prefix),
      .integer(filter.problem == nil ? 0 : 1), .text(numbers),
    ]
  }

  /// How many children the list has.
  package func rosterCount(_ filter: RosterFilter) throws -> Int {
    guard let values = try filterValues(filter) else { return 0 }
    return Int(try connection.one(Self.countRoster, values) { $0.integer(0) } ?? 0)
  }

  /// Some rows of the list, in its order: never more than are asked for, wherever they lie.
  package func roster(_ filter: RosterFilter, _ place: RosterPlace, limit: Int) throws -> [StudentRow] {
    let direction: Direction
    var anchor: Int64?
    switch place {
    case .first: direction = .start
    case .last: direction = .end
    case .after(let n): (direction, anchor) = (.after, n)
    case .before(let n): (direction, anchor) = (.before, n)
    case .from(let n):
      guard let row = try StudentTable(connection: connection).row(n) else {
        return try roster(filter, .first, limit: limit)
      }
      let rest = try roster(filter, .after(n), limit: limit - 1)
      let isListed = try !roster(filter, .after(n), limit: 0).isEmpty || row.student.state == filter.states
      return isListed ? [row] + rest : rest
    }
    guard var values = try filterValues(filter) else { return [] }
    values.append(.integer(Int64(limit)))
    if let anchor {
      guard
        let key = try connection.one(
          Self.anchorOf, [.integer(anchor)],
          row: { RosterAnchor(n: anchor, sort: $0.blob(0), rank: $0.integer(1), room: $0.blob(2), number: $0.text(3)) })
      else { return [] }
      switch filter.order {
      case .name: values += [.blob(key.sort), .integer(key.n)]
      case .classRoom: values += [.blob(key.sort), .integer(key.n), .integer(key.rank), .blob(key.room)]
      case .number:
        values += [.blob(key.sort), .integer(key.n), .integer(key.rank), .blob(key.room), .text(key.number)]
      }
    }
    let rows = try connection.all(Self.windowSQL(filter.order, direction), values, row: StudentTable.read)
    return direction == .end || direction == .before ? rows.reversed() : rows
  }

  /// How many rows stand before this one.
  package func rosterOrdinal(_ filter: RosterFilter, of n: Int64) throws -> Int {
    guard
      let key = try connection.one(
        Self.anchorOf, [.integer(n)],
        row: { RosterAnchor(n: n, sort: $0.blob(0), rank: $0.integer(1), room: $0.blob(2), number: $0.text(3)) })
    else { return 0 }
    guard var values = try filterValues(filter) else { return 0 }
    values += [.integer(0), .blob(key.sort), .integer(key.n)]
    switch filter.order {
    case .name: break
    case .classRoom: values += [.integer(key.rank), .blob(key.room)]
    case .number: values += [.integer(key.rank), .blob(key.room), .text(key.number)]
    }
    return Int(try connection.one(Self.ordinalSQL(filter.order), values) { $0.integer(0) } ?? 0)
  }

  static func ordinalSQL(_ order: RosterFilter.Order) -> String {
    switch order {
    case .name: "\(countRoster) AND (sort, student.n) < (?13, ?14) AND ?12 = 0"
    case .classRoom: "\(countRoster) AND (grade_rank, room_key, sort, student.n) < (?15, ?16, ?13, ?14) AND ?12 = 0"
    case .number: "\(countRoster) AND (number, student.n) < (?17, ?14) AND ?12 = 0"
    }
  }

  /// One child by id.
  package func student(_ id: RecordID) throws -> StudentRow? {
    guard let n = try log.number(of: id.event) else { return nil }
    return try StudentTable(connection: connection).row(n)
  }

  /// One child by its place in the file.
  package func student(n: Int64) throws -> StudentRow? { try StudentTable(connection: connection).row(n) }

  private static let byPrefix = """
    SELECT \(StudentTable.selected) FROM event JOIN student ON student.n = event.n
    WHERE event.id >= ?1 AND event.id < ?2 LIMIT 2
    """
  private static let byCitizenNumber = """
    SELECT \(StudentTable.selected) FROM student JOIN event ON event.n = student.n WHERE number = ?1 LIMIT 3
    """

  /// The children that a script means by the beginning of an id (six hexadecimal digits or more) or by a whole number.
  package func students(named text: String) throws -> [StudentRow] {
    if case .success(let number) = IdentityNumber.read(text, yearBE: nil), number != .none {
      let found = try connection.all(Self.byCitizenNumber, [.text(number.text)], row: StudentTable.read)
      if !found.isEmpty { return found.filter { $0.student.state != .withdrawn } }
    }
    guard text.utf8.count >= 6, text.utf8.count <= 64,
      let low = Hex.bytes(text.utf8.count % 2 == 0 ? text : text + "0"),
      let high = Hex.bytes(text + String(repeating: "f", count: 64 - text.utf8.count))
    else { return [] }
    let bytes = low + [UInt8](repeating: 0, count: 32 - low.count)
    return try connection.all(Self.byPrefix, [.blob(bytes), .blob(high)], row: StudentTable.read)
  }
}
