import LECModel

/// What a file would change, child by child and field by field: read before the file is taken.
enum ForetoldLines {
  static func lines(_ r: BundleReport, names: (UnitCode) throws -> String) rethrows -> [Page.Line] {
    var lines = try disputed(r, names: names)
    let places = Set(r.children.map(\.unit)).union(r.disputed.map(\.unit))
    var place: UnitCode?
    var changed: [Page.Line] = []
    for (i, child) in r.children.enumerated() {
      // A file from above a centre brings the children of several: each is told under its own.
      if places.count > 1, place != child.unit {
        place = child.unit
        changed.append(Page.Line("place-\(i)", .text(try names(child.unit)), ink: .dim))
      }
      changed.append(Page.Line("child-\(i)", DifferencesScreen.words(child), ink: ink(child.kind)))
      for change in child.changes {
        changed.append(
          Page.Line("change-\(i)-\(change.field)", words(change)))
      }
    }
    if r.moreChildren > 0 {
      changed.append(
        Page.Line("more", .key("bundles.moreChildren", [.number("count", r.moreChildren)]), ink: .dim))
    }
    if !changed.isEmpty { changed[0].item.heading = "bundles.changes" }
    lines += changed
    return lines
  }

  /// The confirmations that are released for mending, each with who did so and why.
  static func released(_ r: BundleReport, names: (UnitCode) throws -> String) rethrows -> [Page.Line] {
    try r.released.enumerated().flatMap { i, one in
      let why = Words.key("bundles.releasedWhy", [.text("person", one.person), .text("reason", one.reason)])
      return [
        Page.Line(
          "released-\(i)",
          .key(
            "bundles.released",
            [.text("unit", try names(one.unit)), .key("dataset", TextKey("dataset.\(one.dataset.rawValue)"))]),
          ink: .warning),
        Page.Line("released-\(i)-why", why, action: .tell(why)),
      ]
    }
  }

  /// A field before and after, below the line that says whose it is.
  static func words(_ change: LogEntry.Change, kind: EventKind? = nil) -> Words {
    .key("page.change", [.words("change", FieldWords.change(change, kind: kind))])
  }

  private static func ink(_ kind: StudentDifference.Kind) -> Ink { kind == .removed ? .warning : .text }

  /// Both values of each field that two people would have changed at once.
  private static func disputed(_ r: BundleReport, names: (UnitCode) throws -> String) rethrows -> [Page.Line] {
    var lines: [Page.Line] = []
    for (i, one) in r.disputed.enumerated() {
      let head = ConflictWords.head(one.conflict)
      lines.append(
        Page.Line(
          "disputed-\(i)",
          one.conflict.child == nil
            ? .key("bundles.disputedOf", [.words("what", head), .text("unit", try names(one.unit))]) : head,
          ink: .warning))
      for (side, isOther) in [(one.conflict.inForce, false), (one.conflict.other, true)] {
        lines.append(
          Page.Line(
            "disputed-\(i)-\(isOther)",
            ConflictWords.side(side, of: one.conflict, isOther: isOther, isForetold: true)))
        lines.append(
          Page.Line("disputed-\(i)-\(isOther)-by", ConflictWords.by(side, of: one.conflict), ink: .dim))
      }
    }
    if !lines.isEmpty { lines[0].item.heading = "bundles.disputed" }
    return lines
  }
}
