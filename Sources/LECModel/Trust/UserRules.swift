/// Which accounts a unit can have: its own code, or its code with a mark behind it, so that no unit can take another's name (AU-04).
package enum UserRules {
  package static func mayHold(_ user: UserName, _ unit: UnitCode) -> Bool {
    user.text == unit.text || (user.text.hasPrefix(unit.text + "-") && user.text.utf8.count <= unit.text.utf8.count + 9)
  }
}

extension Role {
  /// The role of a unit's accounts.
  package init(_ kind: UnitKind) {
    switch kind {
    case .school, .college, .centre: self = .institution
    case .authority: self = .authority
    case .district: self = .district
    case .province: self = .province
    case .department: self = .department
    }
  }
}

extension UnitKind {
  package var isInstitution: Bool { level == .institution }

  /// Where a unit of this kind can hang.
  package func mayHang(under parent: UnitKind?) -> Bool {
    switch self {
    case .school, .college, .centre: parent == .authority
    case .authority, .district: parent == .province
    case .province: parent == .department
    case .department: parent == nil
    }
  }
}
