/// Every field of an institution's basic information. The numbers are written into events and never change.
package enum BasicsField: UInt8, CaseIterable, Sendable {
  case head = 1, phone, address, village, road, subdistrict, district, province, postcode
  case founded, kindergartenYears, lowestGrade, highestGrade, rooms
  case teachers, carers, support
  case building, kitchen, water, electricity, internet

  /// The stable English name that scripts, language files and columns use.
  package var name: String { String(describing: self) }

  package static func named(_ name: String) -> BasicsField? { allCases.first { $0.name == name } }

  /// Whether an institution of this kind has the field at all.
  package func belongs(to kind: UnitKind) -> Bool {
    switch self {
    case .carers: kind == .centre
    case .kindergartenYears: kind == .school
    case .head, .phone, .address, .village, .road, .subdistrict, .district, .province, .postcode, .founded,
      .lowestGrade,
      .highestGrade, .rooms, .teachers, .support, .building, .kitchen, .water, .electricity, .internet:
      true
    }
  }

  /// The fields without which the basic information is not complete (PU-06).
  package func isRequired(for kind: UnitKind) -> Bool {
    guard belongs(to: kind) else { return false }
    switch self {
    case .head, .phone, .address, .subdistrict, .district, .province, .rooms, .lowestGrade, .highestGrade: return true
    case .carers: return kind == .centre
    case .teachers: return kind != .centre
    case .village, .road, .postcode, .founded, .kindergartenYears, .support, .building, .kitchen, .water, .electricity,
      .internet:
      return false
    }
  }
}
