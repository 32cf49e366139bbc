import LECModel

/// Why a confirmation does not hold, in words.
enum VoidWords {
  static func of(_ cause: VoidCause) -> Words {
    let key: TextKey =
      switch cause.kind {
      case .changed: "cli.void"
      case .figures: "cli.voidFigures"
      case .added: "cli.voidAdded"
      case .takenAway: "cli.voidTakenAway"
      case .gone: "cli.voidGone"
      }
    return .key(
      key,
      [
        .number("count", cause.changes), .text("unit", cause.unit.name), .text("above", cause.above?.name ?? ""),
        .text("person", cause.person), .words("at", Dates.moment(cause.since)),
      ])
  }
}
