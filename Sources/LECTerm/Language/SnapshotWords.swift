import LECModel

/// The head count of the reference date in words: on its page, and on the command line.
enum SnapshotWords {
  /// A province's children, and beside them those of schools of other affiliations, which no roster lists.
  static func total(_ totals: FrozenTotals?, _ part: Snapshot.Part) -> Words {
    guard let totals else { return .number(Int(part.total)) }
    return totals.others == 0
      ? .number(totals.listed)
      : .key("snapshot.total", [.number("count", totals.listed), .number("others", totals.others)])
  }

  static func amendment(_ one: Amendment, _ unit: String) -> Words {
    .key(
      "snapshot.amendment",
      [.number("number", Int(one.number)), .text("unit", unit), .text("reason", one.reason)])
  }

  /// What speaks for waiting: it is done once in a round.
  static func remarks(_ readiness: SnapshotReadiness) -> [Words] {
    var out: [Words] = []
    if readiness.daysAhead > 0 {
      out.append(
        .key(
          "snapshot.early",
          [.words("date", Dates.day(readiness.reference)), .number("count", readiness.daysAhead)]))
    }
    if readiness.open > 0 {
      out.append(.key("snapshot.open", [.number("open", readiness.open), .number("count", readiness.institutions)]))
    }
    return out
  }
}
