import LECModel

/// Why a confirmation does not hold, in words.
enum VoidWords {
  static func of(_ cause: VoidCause) -> Words {
    .key(
      cause.changes == 0 ? "cli.voidFigures" : "cli.void",
      [
        .number("count", cause.changes), .text("unit", cause.unit.name), .text("person", cause.person),
        .words("at", Dates.moment(cause.since)),
      ])
  }
}
