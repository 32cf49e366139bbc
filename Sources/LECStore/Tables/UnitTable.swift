import LECModel

/// The units this file knows, the own one among them.
struct UnitTable {
  let connection: Connection

  private static let put = """
    INSERT INTO unit (code, n, kind, name, parent, district, province, contact_unit, contact_person, contact_phone,
      closed, office, no_computer, successor, find, lamport, tie, first)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?16)
    ON CONFLICT (code) DO UPDATE SET kind = ?3, name = ?4, parent = ?5, district = ?6, province = ?7,
      contact_unit = ?8, contact_person = ?9, contact_phone = ?10, closed = ?11, office = ?12, no_computer = ?13,
      successor = ?14, find = ?15, lamport = ?16, tie = ?17
    WHERE ?18 OR (?16, ?17) > (lamport, tie)
    """
  private static let earlier = """
    UPDATE unit SET n = ?2, first = ?3
    WHERE code = ?1 AND (?3, ?4) < (first, (SELECT id FROM event WHERE event.n = unit.n))
    """
  private static let columns =
    "code, kind, name, parent, district, province, contact_unit, contact_person, contact_phone, n, closed, office, "
    + "no_computer, successor"
  static let byCode = "SELECT \(columns) FROM unit WHERE code = ?1"
  static let all = "SELECT \(columns) FROM unit ORDER BY code"
  static let below = "SELECT \(columns) FROM unit WHERE parent = ?1 ORDER BY code"
  static let inView = "SELECT \(columns) FROM unit WHERE office = ?1 ORDER BY code"
  static let found = "SELECT \(columns) FROM unit WHERE instr(find, ?1) > 0 ORDER BY code LIMIT ?2"

  static let settingInForce = "SELECT tie FROM unit WHERE code = ?1"

  /// `isInForce` says that this is known to be how things stand; else the later setting wins.
  func write(_ unit: Unit, n: Int64, lamport: Int64, tie: EventID, isInForce: Bool = false) throws(SQLiteError) {
    try connection.run(
      Self.put, .text(unit.code.text), .integer(n), .text(unit.kind.rawValue), .text(unit.name),
      .text(unit.parent?.text ?? ""), .text(unit.district), .text(unit.province), .text(unit.contact?.unit ?? ""),
      .text(unit.contact?.person ?? ""), .text(unit.contact?.phone ?? ""), .text(unit.closed?.iso ?? ""),
      .text(unit.office?.text ?? ""), .integer(unit.hasNoComputer ? 1 : 0), .text(unit.successor?.text ?? ""),
      .text(TextForm.fold(unit.name) + " " + unit.code.text), .integer(lamport), .blob(tie.hash.bytes),
      .integer(isInForce ? 1 : 0))
    if isInForce { return }
    try connection.run(
      Self.earlier, .text(unit.code.text), .integer(n), .integer(lamport), .blob(tie.hash.bytes))
  }

  /// What whoever sets the unit anew has seen.
  func heads(_ code: UnitCode) throws(SQLiteError) -> [EventID] {
    try connection.all(Self.settingInForce, [.text(code.text)]) { EventID($0.hash(0)) }
  }

  func unit(_ code: UnitCode) throws(SQLiteError) -> Unit? {
    try connection.one(Self.byCode, [.text(code.text)], row: Self.read) ?? nil
  }

  /// The event that made the unit: the record that its basic information belongs to.
  func record(of code: UnitCode) throws(SQLiteError) -> Int64? {
    try connection.one(Self.byCode, [.text(code.text)]) { $0.integer(9) }
  }

  func units() throws(SQLiteError) -> [Unit] { try connection.all(Self.all, row: Self.read).compactMap { $0 } }

  /// The units directly below; a district's are the authorities in its view.
  func children(of unit: Unit) throws(SQLiteError) -> [Unit] {
    let sql = unit.kind == .district ? Self.inView : Self.below
    return try connection.all(sql, [.text(unit.code.text)], row: Self.read).compactMap { $0 }
  }

  func search(_ text: String, limit: Int) throws(SQLiteError) -> [Unit] {
    try connection.all(Self.found, [.text(TextForm.fold(text)), .integer(Int64(limit))], row: Self.read).compactMap {
      $0
    }
  }

  private static func read(_ s: Statement) -> Unit? {
    guard let kind = UnitKind(rawValue: s.text(1)) else { return nil }
    let parent = s.text(3), office = s.text(6), phone = s.text(8)
    var unit = Unit(
      code: UnitCode(s.text(0)), kind: kind, name: s.text(2), parent: parent.isEmpty ? nil : UnitCode(parent),
      district: s.text(4), province: s.text(5),
      contact: office.isEmpty && phone.isEmpty ? nil : Contact(unit: office, person: s.text(7), phone: phone))
    unit.closed = CalendarDate(iso: s.text(10))
    unit.office = s.text(11).isEmpty ? nil : UnitCode(s.text(11))
    unit.hasNoComputer = s.integer(12) != 0
    unit.successor = s.text(13).isEmpty ? nil : UnitCode(s.text(13))
    return unit
  }
}
