/// What kind of unit this is; schools, colleges and child centres are institutions (SC-10, SC-11).
package enum UnitKind: String, CaseIterable, Sendable {
  case school, college, centre, authority, district, province, department

  package var level: Level? {
    switch self {
    case .school, .college, .centre: .institution
    case .authority: .authority
    case .province: .province
    case .department: .department
    case .district: nil
    }
  }

  /// The grades an institution of this kind can have; none for offices.
  package var grades: [Grade] {
    switch self {
    case .school: Grade.ofSchools
    case .college: Grade.ofColleges
    case .centre: Grade.ofCentres
    case .authority, .district, .province, .department: []
    }
  }

  /// Child centres speak of children, schools and colleges of students.
  package var isCentre: Bool { self == .centre }
  /// CF-10, SC-13. The department freezes the reference date, and the district looks on.
  package var confirms: Bool { self != .department && self != .district }
}

/// A person to ring: the one who can lift a lock or answer for a unit.
package struct Contact: Equatable, Sendable {
  package var unit: String
  package var person: String
  package var phone: String

  package init(unit: String, person: String, phone: String) {
    self.unit = unit
    self.person = person
    self.phone = phone
  }
}

/// A node of the tree: code, kind, name, where it hangs, and whom to ring there.
package struct Unit: Equatable, Sendable {
  package var code: UnitCode
  package var kind: UnitKind
  package var name: String
  package var parent: UnitCode?
  package var district: String
  package var province: String
  package var contact: Contact?
  /// The day from which the unit no longer exists; it keeps its history and counts for nothing from then on.
  package var closed: CalendarDate?
  /// The district office whose view a local authority belongs to.
  package var office: UnitCode?
  /// An institution whose local authority enters for it.
  package var hasNoComputer = false
  /// Where the children and institutions went when the unit was closed: the other half of a merger.
  package var successor: UnitCode?

  package var isOpen: Bool { closed == nil }

  package init(
    code: UnitCode, kind: UnitKind, name: String, parent: UnitCode? = nil, district: String = "",
    province: String = "", contact: Contact? = nil
  ) {
    self.code = code
    self.kind = kind
    self.name = name
    self.parent = parent
    self.district = district
    self.province = province
    self.contact = contact
  }
}
