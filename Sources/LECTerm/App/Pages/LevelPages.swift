import LECModel
import LECStore

/// Makes the pages of the levels' work from the store; each family has a file of its own.
struct LevelPages {
  let store: Store

  func own() throws -> Unit {
    guard let own = try store.ownUnit() else { throw Refusal(.notYourUnit, .au04) }
    return own
  }

  func known(_ code: UnitCode) throws -> Unit {
    guard let unit = try store.unit(code) else { throw Refusal(.noSuchUnit, .au02, detail: code.text) }
    return unit
  }

  /// Whether the table of rights lets this file's unit do that about a unit.
  func may(_ kind: EventKind, _ unit: Unit) throws -> Bool {
    let own = try own()
    let relation = try store.relation(to: unit.code)
    return Rights.right(of: Role(own.kind), to: kind, on: relation) == .allowed
  }

  /// Who confirmed and when, as short as a line allows.
  static func state(_ state: DatasetState) -> (words: Words, ink: Ink) {
    let name = Words.key(TextKey("datasetState.\(state.name.rawValue)"), [])
    switch state.name {
    case .confirmed:
      let by: [TextValue] = [
        .words("at", state.confirmed.map { Dates.moment($0.at) } ?? .none),
        .text("person", state.confirmed?.person ?? ""),
      ]
      return (.key(state.isAccepted ? "levels.accepted" : "home.confirmed", by), .ok)
    case .void: return (name, .error)
    case .released: return (name, .warning)
    case .ready: return (name, .warning)
    case .open:
      guard state.below > 0 else { return (name, .dim) }
      return (
        .key("levels.below", [.number("done", state.belowConfirmed), .number("all", state.below)]), .warning
      )
    case .nothing: return (name, .dim)
    }
  }

  /// One sign a dataset, for a line of a board.
  static func sign(_ state: DatasetState) -> String {
    switch state.name {
    case .confirmed: state.isAccepted ? "✓✓" : "✓"
    case .void: "!"
    case .released: "↺"
    case .ready: "…"
    case .open: state.below > 0 ? "\(state.belowConfirmed)/\(state.below)" : "·"
    case .nothing: "-"
    }
  }
}
