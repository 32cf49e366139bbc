/// What stands in the citizen-ID field: nothing yet, a citizen number, a G-code, or a school's own code from before 2561.
package enum IdentityNumber: Hashable, Sendable {
  case none
  case citizen(CitizenNumber)
  case gcode(GCode)
  case legacy(String)

  /// Reads what was typed or imported. `yearBE` is the current Buddhist year, and bounds the year of a G-code.
  package static func read(_ text: String, yearBE: Int?) -> Result<IdentityNumber, IdentityProblem> {
    let bytes = IdentityText.squeezed(text)
    guard let first = bytes.first else { return .success(.none) }
    switch first {
    case 0x47: return code(bytes, yearBE: yearBE)
    case 0x50: return LegacyCode.read(squeezed: bytes).map { .success(.legacy($0)) } ?? .failure(.unreadable)
    default:
      guard bytes.contains(where: IdentityText.isDigit) else { return .failure(.unreadable) }
      return CitizenNumber.read(squeezed: bytes).map { .citizen($0) }
    }
  }

  /// A code with G: the ministry's if it looks like one, so that a slip in it is told and not taken for an old code.
  private static func code(_ bytes: [UInt8], yearBE: Int?) -> Result<IdentityNumber, IdentityProblem> {
    let year = bytes.count >= 3 ? IdentityText.number(bytes[1..<3]) : nil
    let isSchoolYear = year.map { (40..<UInt64(GCode.firstYear)).contains($0) } ?? false
    let hasItsLength = bytes.count == 13 && bytes.dropFirst().allSatisfy(IdentityText.isDigit)
    if let year, year >= UInt64(GCode.firstYear) || hasItsLength && !isSchoolYear {
      return GCode.read(squeezed: bytes, yearBE: yearBE).map { .gcode($0) }
    }
    return LegacyCode.read(squeezed: bytes).map { .success(.legacy($0)) } ?? .failure(.gcodeForm)
  }

  /// The form that is stored and compared; empty for none.
  package var text: String {
    switch self {
    case .none: ""
    case .citizen(let number): number.text
    case .gcode(let code): code.text
    case .legacy(let code): code
    }
  }

  /// The form for people and paper: citizen numbers in groups.
  package var grouped: String {
    switch self {
    case .citizen(let number): number.grouped
    case .none, .gcode, .legacy: text
    }
  }

  package var stage: IdentityStage {
    switch self {
    case .none: .noID
    case .legacy: .legacy
    case .gcode: .gcode
    case .citizen: .thaiID
    }
  }
}
