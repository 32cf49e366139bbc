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
          action: .perform(.settle(all, takingOther: false), [.question(ConflictWords.all(all))])))
    }
    // Enter must not lie on what settles all of them, nor on a value of the next when one is settled.
    let names = all.map { "\($0.record?.short ?? "basics")-\($0.field)" }
    page.start = names.first.map { "child-" + $0 }
    for (i, (one, name)) in zip(all, names).enumerated() {
      let next = i + 1 < names.count ? names[i + 1] : names[max(0, i - 1)]
      page.lines.append(
        Page.Line(
          "child-" + name, ConflictWords.head(one), ink: .warning,
          action: .open(
            one.record.map { .student($0, field: nil) } ?? .basics(field: BasicsField(rawValue: one.field)))))
      for takesOther in [false, true] {
        let side = takesOther ? one.other : one.inForce
        var line = Page.Line(
          (takesOther ? "other-" : "keep-") + name,
          ConflictWords.side(side, of: one, isOther: takesOther),
          action: .perform(.settle([one], takingOther: takesOther), []))
        line.outcome = "child-" + next
        page.lines.append(line)
        // The second row of the value, and Enter does the same there.
        var by = Page.Line(line.item.id + "-by", ConflictWords.by(side, of: one), ink: .dim, action: line.action)
        by.outcome = line.outcome
        page.lines.append(by)
      }
    }
    return page
  }
}

enum ConflictWords {
  /// Whom it is about, told apart from others of the same name, and which field or what else happened.
  static func head(_ conflict: ConflictEntry) -> Words {
    guard let child = conflict.child else {
      return .key("conflict.child", [.words("child", "basics.title"), .words("field", name(conflict))])
    }
    let number = RosterRow.number(child)
    let who = Words.key(
      number.isEmpty ? "conflict.who" : "conflict.whoNumber",
      [.text("child", child.fullName), .words("class", RosterRow.classWords(child)), .figures("number", number)])
    let isOut = [conflict.inForce.kind, conflict.other.kind].map { $0 == .studentRemoved }
    let key: TextKey =
      isOut == [true, true]
      ? "conflict.removedTwice" : isOut.contains(true) ? "conflict.removed" : "conflict.child"
    return .key(key, [.words("child", who), .words("field", name(conflict))])
  }

  static func name(_ conflict: ConflictEntry) -> Words {
    FieldWords.name(conflict.field, kind: conflict.record == nil ? .basicsEdited : nil)
  }

  /// One of the two values. Before a file is taken neither counts yet.
  static func side(
    _ side: ConflictEntry.Side, of conflict: ConflictEntry, isOther: Bool, isForetold: Bool = false
  ) -> Words {
    let key: TextKey = isOther ? "conflict.other" : isForetold ? "conflict.wouldCount" : "conflict.inForce"
    let words = value(side, of: conflict)
    return .key(
      key,
      [
        .words(
          "value", isOther && conflict.otherBringsBack ? .key("conflict.bringsBack", [.words("value", words)]) : words)
      ])
  }

  /// Who wrote it and when, and on which machine where the same person sat at both: a row of its own, for a long value leaves no room.
  static func by(_ side: ConflictEntry.Side, of conflict: ConflictEntry) -> Words {
    .key(
      conflict.inForce.person == conflict.other.person ? "conflict.byOn" : "conflict.by",
      [.text("person", side.person), .words("at", Dates.moment(side.at)), .text("device", side.device)])
  }

  /// What one side wrote; where it took the child out beside an edit of the other, that.
  private static func value(_ side: ConflictEntry.Side, of conflict: ConflictEntry) -> Words {
    if side.kind == .studentRemoved, conflict.inForce.kind != conflict.other.kind { return "event.studentRemoved" }
    return FieldWords.value(conflict.field, side.value, kind: conflict.record == nil ? .basicsEdited : side.kind)
  }

  /// Undo brings back the value that counted, and not the question.
  static func undone(_ conflict: ConflictEntry) -> Words {
    if conflict.inForce.kind == .studentRemoved, conflict.other.kind != .studentRemoved { return "conflict.undone.out" }
    return .key(
      "conflict.undone", [.words("field", name(conflict)), .words("value", value(conflict.inForce, of: conflict))])
  }

  /// What happens when all values that count now are kept.
  static func all(_ conflicts: [ConflictEntry]) -> Words {
    let out = Set(conflicts.filter(\.staysOut).map(\.record)).count
    let children = Set(conflicts.compactMap(\.record)).count
    return .key(
      "conflict.keepAll.sure",
      [
        .words("fields", .key("conflict.fields", [.number("count", conflicts.count)])),
        .words("children", children == 0 ? "basics.title" : .key("conflict.children", [.number("count", children)])),
        .words("out", out == 0 ? .none : .key("conflict.stayOut", [.number("count", out)])),
      ])
  }
}
