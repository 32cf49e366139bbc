import LECModel
import LECStore

/// `--unit`: this file holds one institution, and another's code is refused.
@MainActor enum UnitOption {
  static func check(_ call: inout Call) throws {
    guard let code = call.arguments["unit"] else { return }
    if try call.file().ownUnit()?.code.text != code {
      throw Refusal(.notYourUnit, .au04, level: .authority, lifter: try call.file().parentContact())
    }
  }
}
