import LECModel
import LECStore

/// Cards, machines, files on their way, and what waits.
extension LevelPages {
  /// Machines that joined and wait, and cards for the units below.
  func cards(_ search: String) throws -> Page {
    let own = try own()
    var page = Page(title: "cards.title")
    if let mine = try store.ownFingerprint() {
      page.remarks = [.key("cards.mine", [.figures("code", mine)])]
    }
    for join in try store.openJoins() {
      let question = Prompt.question(
        .key(join.isLate ? "cards.acceptLate" : "cards.accept", [.figures("code", join.fingerprint)]))
      page.lines.append(
        Page.Line(
          RecordID(join.join).short,
          .key(
            join.rivals > 0 ? "cards.rival" : "cards.join",
            [.text("unit", join.unit.name), .text("device", join.device)]),
          figure: .figures(join.fingerprint), ink: .warning,
          heading: page.lines.isEmpty ? "cards.waiting" : .none,
          action: .perform(.acceptJoin(join.join), [question, .password])))
      if join.isLate { page.lines.append(Page.Line(RecordID(join.join).short + "-late", "cards.late", ink: .dim)) }
    }
    page.lines.append(
      Page.Line(
        "own", "cards.own", heading: "cards.issue", action: .perform(.issueCard(own.code), [.password])))
    if !own.kind.isInstitution {
      page.lines.append(
        Page.Line(
          "recover", "cards.recover",
          action: .perform(.recoverKey, [.text(label: "cards.recoverLabel", text: "")])))
    }
    let below = try store.children(of: own).filter { $0.isOpen && (search.isEmpty || $0.name.contains(search)) }
    if !below.isEmpty, own.kind != .district {
      page.lines.append(Page.Line("all", "cards.all", action: .perform(.issueAll, [.password])))
    }
    for kind in Self.kinds(below: own.kind) {
      let name = Words.key("cards.add", [.key("kind", TextKey("unitKind.\(kind.rawValue)"))])
      page.lines.append(
        Page.Line(
          "add-\(kind.rawValue)", name,
          action: .perform(
            .addUnit(kind), [.text(label: "cards.code", text: ""), .text(label: "cards.name", text: "")])))
    }
    for (i, unit) in below.enumerated() {
      page.lines.append(
        Page.Line(
          unit.code.text, .text(unit.name), figure: .text(unit.code.text), heading: i == 0 ? "cards.units" : .none,
          action: .open(.page(.unit(unit.code)))))
    }
    return page
  }

  private static func kinds(below kind: UnitKind) -> [UnitKind] {
    switch kind {
    case .department: [.province]
    case .province: [.authority, .district]
    case .authority: [.school, .centre, .college]
    case .district, .school, .college, .centre: []
    }
  }

  /// Where nobody is known to have written it nothing stands in the place of a name.
  private static func pendingKey(_ entry: PendingEntry) -> TextKey {
    switch (entry.child.isEmpty, entry.person.isEmpty) {
    case (true, true): "pending.line.nobody"
    case (true, false): "pending.line"
    case (false, true): "pending.child.nobody"
    case (false, false): "pending.child"
    }
  }

  /// What waits, is held or was refused, each with what would free it.
  func pending() throws -> Page {
    var page = Page(title: "pending.title", empty: "pending.none")
    let entries = try store.pending(limit: 500)
    for unit in Set(entries.filter(\.isAdoptable).map(\.unit)).sorted() {
      let count = try store.adoptable(about: unit).count
      guard count > 1 else { continue }
      page.lines.append(
        Page.Line(
          "all-\(unit.text)",
          .key("pending.adoptAll", [.number("count", count), .text("unit", try name(unit))]), ink: .ok,
          action: .perform(.adoptAll(unit), [.question("pending.adoptAll.why")])))
    }
    for entry in entries {
      let event = entry.kind.map { TextKey("event.\($0.name)") } ?? "event.unknown"
      let line = Page.Line(
        RecordID(entry.id).short,
        .key(
          Self.pendingKey(entry),
          [
            .text("child", entry.child),
            .key("verdict", TextKey("verdictName.\(entry.verdict.name)")), .key("event", event),
            .text("unit", entry.unit.text.isEmpty ? entry.device : try name(entry.unit)), .text("person", entry.person),
          ]),
        figure: Dates.day(entry.at.date), ink: .warning,
        action: Self.way(entry))
      page.lines.append(line)
      // Nobody adopts what can't be read.
      if !entry.words.isEmpty {
        page.lines.append(
          Page.Line(RecordID(entry.id).short + "-words", .key("pending.words", [.text("words", entry.words)])))
      }
      for change in entry.changes {
        page.lines.append(
          Page.Line("\(RecordID(entry.id).short)-\(change.field)", ForetoldLines.words(change, kind: entry.kind)))
      }
      page.lines.append(
        Page.Line(
          RecordID(entry.id).short + "-why", .reason(entry), ink: .dim, action: .tell(.reason(entry))))
    }
    return page
  }
}

extension LevelPages {
  /// What can be done about an entry: adopt it, let its machine in, or read in full why not.
  fileprivate static func way(_ entry: PendingEntry) -> PageAction {
    if entry.isAdoptable { return .perform(.adopt(entry.id), [.question("pending.adopt")]) }
    if entry.verdict == .waiting(.joinNotAccepted) || entry.verdict == .held(.twoJoins) { return .open(.page(.cards)) }
    return .tell(.reason(entry))
  }
}

extension Words {
  /// Why an entry does not count, and what would free it.
  fileprivate static func reason(_ entry: PendingEntry) -> Words {
    entry.reasonName.map { .key("pending.why", [.key("reason", TextKey("verdict.\($0)"))]) } ?? .none
  }
}
