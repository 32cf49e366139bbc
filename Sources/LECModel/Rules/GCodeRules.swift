/// Rules GC: what stands in the field of the citizen number may only become better evidence.
package enum GCodeRules {
  /// GC-10. Once the 13-digit number is there, it stays: it may be corrected, and never becomes a G-code, an old code or nothing.
  /// Letters: S20a ANN 4-6.
  package static func numberNeverGoesBack(from old: String, to new: String) -> Ruling {
    guard old != new, case .success(let was) = IdentityNumber.read(old, yearBE: nil),
      case .success(let becomes) = IdentityNumber.read(new, yearBE: nil), was.stage != becomes.stage
    else { return .allowed }
    if was.stage.mayBecome(becomes.stage) { return .allowed }
    return .refused(Refusal(.identityBack, .gc10, level: .institution, detail: old))
  }
}
