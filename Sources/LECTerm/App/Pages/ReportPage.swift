import LECModel
import LECStore

/// What a file brought, or would bring: one page, whose sums are those of the file.
enum ReportPage {
  static func page(
    _ r: BundleReport, from: Words, isFull: Bool, names: (UnitCode) throws -> String, isDone: Bool
  ) rethrows -> Page {
    var page = Page(title: isDone ? "bundles.read.title" : "bundles.preview.title")
    page.remarks = [
      .key("bundles.from", [.words("unit", from), .number("count", r.events), .number("number", Int(r.number))])
    ]
    let sums: [(String, Int, Ink)] = [
      ("new", r.new, .ok), ("known", r.known, .text), ("waiting", r.waiting, .warning), ("held", r.held, .warning),
      ("refused", r.refused, .error), ("conflicts", r.conflicts, .warning),
      ("freed", r.freed, .ok),
    ]
    for (name, count, ink) in sums where count > 0 || name == "new" {
      page.lines.append(
        Page.Line(
          name, Words.key(TextKey("bundles.sum.\(name)"), []), figure: .number(count), ink: count > 0 ? ink : .dim))
    }
    page.lines += try pending(r, names: names, isDone: isDone)
    for (i, piece) in r.missing.enumerated() {
      page.lines.append(
        Page.Line("missing-\(i)", SentWords.missing(piece, of: try names(piece.unit), from: from), ink: .error))
    }
    if r.isSetBack { page.remarks.append(setBack(isFull: isFull)) }
    page.remarks += days(r)
    for unit in r.joins {
      page.lines.append(
        Page.Line(
          "join-\(unit.text)", .key("bundles.joins", [.text("unit", try names(unit))]), ink: .warning,
          action: .open(.page(.cards))))
    }
    if let round = r.round {
      page.lines.append(Page.Line("round", RoundLines.words("rounds.opened", round)))
      page.lines += RoundLines.days(round)
    }
    page.lines += try ForetoldLines.released(r, names: names)
    page.lines += try ForetoldLines.lines(r, names: names)
    var kinds = r.kinds.sorted(by: { $0.key.rawValue < $1.key.rawValue }).map { kind, count in
      Page.Line(
        "k-\(kind.rawValue)", .key(TextKey("event.\(kind.name)"), []), figure: .number(count), ink: .dim)
    }
    // What only passes through here comes without its content, and nobody here can tell what it is.
    let rest = r.new - r.kinds.values.reduce(0, +)
    if rest > 0 { kinds.append(Page.Line("k-rest", "bundles.kinds.rest", figure: .number(rest), ink: .dim)) }
    if !kinds.isEmpty { kinds[0].item.heading = "bundles.kinds" }
    page.lines += kinds
    return page
  }

  /// Why entries of it do not count, unit by unit. A line holds no more than the beginning of some reasons: before the file is taken
  /// Enter says all of it, and after that leads to the entries themselves.
  private static func pending(
    _ r: BundleReport, names: (UnitCode) throws -> String, isDone: Bool
  ) rethrows -> [Page.Line] {
    let isMany = Set(r.pending.keys.map(\.unit)).count > 1
    var place: UnitCode?
    return try r.pendingInOrder.map { one, count in
      let reason = Words.key(TextKey("verdict.\(one.reasonName)"), [])
      var line = Page.Line(
        "p-\(one.unit.text)-\(one.reasonName)", reason, figure: .number(count), ink: .warning,
        action: isDone ? .open(.page(.pending)) : .tell(reason))
      if isMany, place != one.unit { line.item.heading = .text(one.unit.text.isEmpty ? "-" : try names(one.unit)) }
      place = one.unit
      return line
    }
  }

  /// What is to be said of the day on which it was made.
  static func days(_ r: BundleReport) -> [Words] {
    [("bundles.dayAhead", r.dayAhead), ("bundles.dayBeforeRound", r.dayBeforeRound)].compactMap { key, day in
      day.map { .key(TextKey(key), [.words("day", Dates.day($0))]) }
    }
  }

  /// What was lost is back with a full file; with less of it the rest is still to be asked for.
  static func setBack(isFull: Bool) -> Words { isFull ? "bundles.setBackFull" : "bundles.setBack" }

  /// One file among several in a line: what it brought, and what of it does not count.
  static func line(_ r: BundleReport, _ path: String, from: Words) -> Page.Line {
    let rest = r.waiting + r.held + r.refused
    return Page.Line(
      "read-" + path,
      .key("bundles.file", [.words("unit", from), .number("number", Int(r.number))]),
      figure: brought(r, rest: rest),
      ink: rest + r.conflicts + r.missing.count == 0 ? .ok : .warning,
      action: rest > 0 ? .open(.page(.pending)) : .nothing)
  }

  private static func brought(_ r: BundleReport, rest: Int) -> Words {
    if rest > 0 { return .key("bundles.broughtSome", [.number("count", r.new), .number("rest", rest)]) }
    if r.conflicts > 0 {
      return .key("bundles.broughtConflicts", [.number("count", r.new), .number("conflicts", r.conflicts)])
    }
    return .key("bundles.brought", [.number("count", r.new)])
  }
}
