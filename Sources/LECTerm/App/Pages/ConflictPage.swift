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
      let head = ConflictWords.head(one)
      page.lines.append(
        Page.Line(
          "child-\(i)", head, ink: .warning,
          action: .open(
            one.record.map { .student($0, field: nil) } ?? .basics(field: BasicsField(rawValue: one.field)))))
      page.lines.append(
        Page.Line(
          "keep-\(i)", ConflictWords.side("conflict.inForce", one.inForce, of: one),
          action: .perform(.settle([one], takingOther: false), [])))
      page.lines.append(
        Page.Line(
          "other-\(i)", ConflictWords.side("conflict.other", one.other, of: one),
          action: .perform(.settle([one], takingOther: true), [])))
    }
    return page
  }
}

enum ConflictWords {
  /// Whom it is about, and which field.
  static func head(_ conflict: ConflictEntry) -> Words {
    let who: Words = conflict.record == nil ? "basics.title" : .text(conflict.child)
    return .key("conflict.child", [.words("child", who), .words("field", name(conflict))])
  }

  static func name(_ conflict: ConflictEntry) -> Words {
    FieldWords.name(conflict.field, kind: conflict.record == nil ? .basicsEdited : nil)
  }

  /// A value with who wrote it, when and where.
  static func side(_ key: TextKey, _ side: ConflictEntry.Side, of conflict: ConflictEntry) -> Words {
    let isRemoval = side.kind == .studentRemoved
    let value = FieldWords.value(conflict.field, side.value, kind: side.kind)
    return .key(
      key,
      [
        .words("value", isRemoval ? .key("event.studentRemoved", []) : value),
        .text("person", side.person), .words("at", Dates.moment(side.at)), .text("device", side.device),
      ])
  }
}
