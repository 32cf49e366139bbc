/// How a child came to this institution.
package enum EntryKind: String, CaseIterable, Sendable {
  case new, movedIn = "moved-in", promoted
}

/// Which paper about the child's identity somebody has seen.
package enum Paper: String, CaseIterable, Sendable {
  case birthCertificate = "birth-certificate", houseRegister = "house-register", idCard = "id-card", passport, none
}

/// How far the way to a number has come, for a child who has none (GC-01 to GC-10).
package enum NumberStep: String, CaseIterable, Sendable {
  case papers, registrar, gcodeAsked = "gcode-asked"
}
