import LECModel
import LECStore

/// Fields that two people changed at once: a line for each value, and Enter on the right one settles it.
extension LevelPages {
  func conflicts() throws -> Page {
    var page = Page(title: "conflict.title", empty: "conflict.none")
    let all = try store.conflicts()
    guard !all.isEmpty else { return page }
    page.remarks = ["conflict.how"]
    if all.count > 1 {
      page.lines.append(
        Page.Line(
          "keep-all", "conflict.keepAll", figure: .number(all.count), ink: .ok,
          action: .perform(.settle(all, takingOther: false), [.question("conflict.keepAll")])))
    }
    for (i, one) in all.enumerated() {
      let field = FieldWords.name(one.field, kind: nil)
      page.lines.append(
        Page.Line(
          "child-\(i)", .key("conflict.child", [.text("child", one.child), .words("field", field)]), ink: .warning,
          action: .open(.student(one.record, field: nil))))
      page.lines.append(
        Page.Line(
          "keep-\(i)", ConflictWords.side("conflict.inForce", one.inForce, one.field),
          action: .perform(.settle([one], takingOther: false), [])))
      page.lines.append(
        Page.Line(
          "other-\(i)", ConflictWords.side("conflict.other", one.other, one.field),
          action: .perform(.settle([one], takingOther: true), [])))
    }
    return page
  }
}

enum ConflictWords {
  /// A value with who wrote it, when and where.
  static func side(_ key: TextKey, _ side: ConflictEntry.Side, _ field: UInt8) -> Words {
    let isRemoval = side.kind == .studentRemoved
    return .key(
      key,
      [
        .words("value", isRemoval ? .key("event.studentRemoved", []) : FieldWords.value(field, side.value, kind: nil)),
        .text("person", side.person), .words("at", Dates.moment(side.at)), .text("device", side.device),
      ])
  }
}
