package import LECModel
import LECStore

extension TreeFiles {
  /// The first authority and everything below it have confirmed their children, and it knows of all of them.
  package func confirmAll() throws {
    let code = UnitCode("05990101")
    for unit in ["3099000001", "3099000002", "3099000003"] {
      let store = try store(unit), user = UserName(unit)
      if try store.logInNeedsProfile(user) {
        _ = try store.makeProfile(
          user, currentPassword: TrainingSet.firstPassword, first: "คน", last: "ทดสอบ", position: "ครู",
          phone: "0000000008", newPassword: TrainingSet.password)
      }
      try Readiness.makeReady(store, by: user)
      let confirming = unit == "3099000001" ? UserName("3099000001-2") : user
      _ = try store.confirm(.students, password: TrainingSet.password, by: confirming)
      try tree.send(from: UnitCode(unit), to: code)
    }
    _ = try store(code).confirm(.students, password: TrainingSet.password, by: UserName(code.text))
  }

  /// The province, which knows of those confirmations, hangs a unit elsewhere and tells the first authority.
  package func move(_ unit: UnitCode, to parent: UnitCode) throws {
    let authority = UnitCode("05990101"), province = UnitCode("99")
    try tree.send(from: authority, to: province)
    try store(province).editUnit(unit, by: UserName("99")) { $0.parent = parent }
    try tree.send(from: province, to: authority)
  }

  /// An institution of the second authority.
  package func elsewhere() throws -> Unit {
    let store = try store("99")
    guard let other = try store.unit(UnitCode("06990102")),
      let found = try store.children(of: other).first(where: \.kind.isInstitution)
    else { throw Refusal(.noSuchUnit, .au02) }
    return found
  }
}
