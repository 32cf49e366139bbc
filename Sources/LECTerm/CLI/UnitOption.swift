import LECModel
import LECStore

/// `--unit`: the own unit, or one below it that this file knows. Another's code is refused.
@MainActor enum UnitOption {
  /// Looks at that unit from here on.
  static func check(_ call: inout Call) throws {
    guard let code = call.arguments["unit"] else { return }
    let store = try call.file()
    guard let own = try store.ownUnit(), own.code.text != code else { return }
    guard try store.isBelow(UnitCode(code)) else {
      throw Refusal(.notYourUnit, .au04, level: .authority, lifter: try store.parentContact())
    }
    store.focus = UnitCode(code)
  }

  /// The unit that must be named.
  static func required(_ call: Call) throws -> UnitCode { UnitCode(try call.arguments.required("unit")) }
}

/// Verbs whose first word says what to do.
@MainActor enum SubVerb {
  static func of(_ call: Call, _ choices: [String]) throws -> String {
    guard let word = call.arguments.free.first, choices.contains(word) else {
      throw UsageError("cli.what", [.text("choices", choices.joined(separator: ", "))])
    }
    return word
  }
}
