import LECModel

/// The units this file knows, the own one among them.
struct UnitTable {
  let connection: Connection

  private static let put = """
    INSERT INTO unit (code, n, kind, name, parent, district, province, contact_unit, contact_person, contact_phone)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    ON CONFLICT (code) DO UPDATE SET kind = ?3, name = ?4, parent = ?5, district = ?6, province = ?7,
      contact_unit = ?8, contact_person = ?9, contact_phone = ?10
    """
  private static let columns =
    "code, kind, name, parent, district, province, contact_unit, contact_person, contact_phone, n"
  static let byCode = "SELECT \(columns) FROM unit WHERE code = ?1"
  static let all = "SELECT \(columns) FROM unit ORDER BY code"

  func write(_ unit: Unit, n: Int64) throws(SQLiteError) {
    try connection.run(
      Self.put, .text(unit.code.text), .integer(n), .text(unit.kind.rawValue), .text(unit.name),
      .text(unit.parent?.text ?? ""), .text(unit.district), .text(unit.province), .text(unit.contact?.unit ?? ""),
      .text(unit.contact?.person ?? ""), .text(unit.contact?.phone ?? ""))
  }

  func unit(_ code: UnitCode) throws(SQLiteError) -> Unit? {
    try connection.one(Self.byCode, [.text(code.text)], row: Self.read) ?? nil
  }

  /// The event that made the unit: the record that its basic information belongs to.
  func record(of code: UnitCode) throws(SQLiteError) -> Int64? {
    try connection.one(Self.byCode, [.text(code.text)]) { $0.integer(9) }
  }

  func units() throws(SQLiteError) -> [Unit] { try connection.all(Self.all, row: Self.read).compactMap { $0 } }

  private static func read(_ s: Statement) -> Unit? {
    guard let kind = UnitKind(rawValue: s.text(1)) else { return nil }
    let parent = s.text(3), office = s.text(6), phone = s.text(8)
    return Unit(
      code: UnitCode(s.text(0)), kind: kind, name: s.text(2), parent: parent.isEmpty ? nil : UnitCode(parent),
      district: s.text(4), province: s.text(5),
      contact: office.isEmpty && phone.isEmpty ? nil : Contact(unit: office, person: s.text(7), phone: phone))
  }
}
