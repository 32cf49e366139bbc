import LECModel
import LECStore

/// Notes, claims, random checks, rounds and the snapshot.
extension LevelPages {
  func notes(_ code: UnitCode) throws -> Page {
    let unit = try known(code), own = try own()
    var page = Page(title: "notes.title", remarks: [.text(unit.name)], empty: "notes.none")
    for note in try store.notes(about: code) {
      let isMine = own.code == code
      page.lines.append(
        Page.Line(
          RecordID(note.id).short, .text(note.words),
          figure: .key("notes.from", [.text("unit", note.from), .words("at", Dates.moment(note.at))]),
          ink: note.answers.isEmpty ? .warning : .text,
          action: isMine
            ? .perform(.answerNote(note.id), [.text(label: "notes.answer", text: "")]) : .nothing))
      for (i, answer) in note.answers.enumerated() {
        page.lines.append(
          Page.Line(
            "\(RecordID(note.id).short)-\(i)", .text("  " + answer.words),
            figure: .key("notes.from", [.text("unit", answer.person), .words("at", Dates.moment(answer.at))]),
            ink: .dim))
      }
    }
    if try may(.noteWritten, unit) {
      page.lines.append(
        Page.Line(
          "write", "unitPage.note",
          action: .perform(.note(code), [.text(label: "unitPage.noteLabel", text: "")])))
    }
    return page
  }

  func claims() throws -> Page {
    let own = try own()
    var page = Page(title: "claims.title", empty: "claims.none")
    if Rights.right(of: Role(own.kind), to: .claimOpened, on: .own) == .allowed {
      let pairs = try store.doublePairs()
      page.lines.append(
        Page.Line(
          "doubles", "claims.find", figure: .number(pairs.count), ink: pairs.isEmpty ? .dim : .warning,
          action: .open(.page(.doubles))))
    }
    for entry in try store.claims() {
      page.lines.append(
        Page.Line(
          RecordID(entry.id).short,
          .key(
            "claims.line",
            [
              .number("number", Int(entry.claim.number)), .text("asked", try name(entry.claim.asked.unit)),
              .text("other", try name(entry.claim.other.unit)),
            ]), figure: .key(TextKey("claimState.\(entry.state.rawValue)"), []),
          ink: entry.state == .decided ? .dim : entry.state == .overdue ? .error : .warning,
          action: .open(.page(.claim(entry.id)))))
    }
    return page
  }

  func name(_ code: UnitCode) throws -> String { try store.unit(code)?.name ?? code.text }

  func doubles() throws -> Page {
    var page = Page(title: "claims.find", empty: "claims.noPairs")
    let pairs = try store.doublePairs()
    if pairs.contains(where: { $0.evidence != .nearNameAndBirth }) {
      page.lines.append(
        Page.Line("open", "claims.open", ink: .ok, action: .perform(.openClaims, [.question("claims.open.why")])))
    }
    for (i, pair) in pairs.prefix(500).enumerated() {
      let child = try store.student(pair.first)?.student.fullName ?? pair.first.short
      page.lines.append(
        Page.Line(
          "pair-\(i)",
          .text("\(child)  \(try name(pair.firstUnit)) / \(try name(pair.secondUnit))"),
          figure: .key(TextKey("evidence.\(pair.evidence.rawValue)"), []),
          ink: pair.evidence == .nearNameAndBirth ? .text : .warning,
          action: .perform(.openClaim(pair), [.question("claims.openOne.why")])))
    }
    return page
  }

  func claim(_ id: EventID) throws -> Page {
    let own = try own()
    guard let entry = try store.claims().first(where: { $0.id == id }) else {
      throw Refusal(.noSuchRecord, .pu09, detail: RecordID(id).short)
    }
    var page = Page(title: "claims.page")
    page.remarks = [
      .key(
        "claims.evidence",
        [
          .number("number", Int(entry.claim.number)),
          .key("evidence", TextKey("evidence.\(entry.claim.evidence.rawValue)")),
          .figures("due", entry.claim.due.iso),
        ]),
      .key(
        "claims.asked", [.text("unit", try name(entry.claim.asked.unit)), .text("child", entry.askedName)]),
      .key(
        "claims.other", [.text("unit", try name(entry.claim.other.unit)), .text("child", entry.otherName)]),
    ]
    for answer in entry.answers {
      page.remarks.append(
        .key(
          "claims.answered",
          [
            .text("unit", try name(answer.unit)),
            .key("answer", TextKey("claimAnswer.\(answer.answer.answer.rawValue)")),
            .text("words", answer.answer.words),
          ]))
    }
    if let decision = entry.decision {
      page.remarks.append(
        .key(
          "claims.decided",
          [.key("outcome", TextKey("claimOutcome.\(decision.outcome.rawValue)")), .text("words", decision.words)]))
      return page
    }
    let words = Prompt.optional(label: "claims.words", text: "")
    if entry.opener == own.code {
      for outcome in ClaimDecision.Outcome.allCases {
        page.lines.append(
          Page.Line(
            outcome.rawValue,
            .key("claims.decide", [.key("outcome", TextKey("claimOutcome.\(outcome.rawValue)"))]),
            action: .perform(.decideClaim(id, outcome), [words])))
      }
    }
    if [entry.claim.asked.unit, entry.claim.other.unit].contains(own.code) {
      for answer in ClaimAnswer.Answer.allCases {
        page.lines.append(
          Page.Line(
            answer.rawValue, .key("claims.answer", [.key("answer", TextKey("claimAnswer.\(answer.rawValue)"))]),
            action: .perform(.answerClaim(id, answer), [words])))
      }
    }
    return page
  }

  func samples() throws -> Page {
    var page = Page(title: "samples.title", empty: "samples.none")
    if try own().kind == .province {
      page.lines.append(
        Page.Line(
          "draw", "samples.draw",
          action: .perform(
            .drawSample,
            [.text(label: "samples.institutions", text: "3"), .text(label: "samples.children", text: "10")])))
    }
    for sample in try store.samples() {
      page.lines.append(
        Page.Line(
          RecordID(sample.id).short, .key("samples.line", [.text("seed", sample.draw.seed)]),
          figure: .key(
            "samples.figures",
            [
              .number("done", sample.checked), .number("all", sample.lines.count), .number("absent", sample.absent),
            ]), action: .open(.page(.sample(sample.id)))))
    }
    return page
  }

  /// The sheet of one random check: Enter on a child goes through what was found.
  func sample(_ id: EventID) throws -> Page {
    guard let sample = try store.samples().first(where: { $0.id == id }) else {
      throw Refusal(.noSuchRecord, .rp02, detail: RecordID(id).short)
    }
    var page = Page(title: "samples.title", remarks: [.key("samples.again", [.text("seed", sample.draw.seed)])])
    var before: UnitCode?
    for line in sample.lines {
      let next: SampleResult.Found =
        switch line.result?.found {
        case nil, .unknown?: .present
        case .present?: .absent
        case .absent?: .unknown
        }
      page.lines.append(
        Page.Line(
          line.record.short, .text("\(line.name)  \(line.number)"),
          figure: line.result.map { .key(TextKey("found.\($0.found.rawValue)"), []) } ?? "samples.notYet",
          ink: line.result?.found == .absent ? .error : line.result == nil ? .warning : .ok,
          heading: before == line.unit.code ? .none : .text(line.unit.name),
          action: .perform(.found(id, line.record, next), [])))
      before = line.unit.code
    }
    return page
  }

  func rounds(examples: [String]) throws -> Page {
    var page = Page(title: "rounds.title")
    for (i, round) in try store.rounds().enumerated() {
      page.lines.append(
        Page.Line(
          round.key.text, .key("rounds.line", [.figures("round", round.key.text)]),
          figure: .key(TextKey("policy.\(round.policy.rawValue)"), []), ink: i == 0 ? .ok : .dim,
          heading: i == 0 ? "rounds.known" : .none))
      guard i == 0 else { continue }
      page.lines += RoundLines.days(round)
    }
    guard try own().kind == .department else { return page }
    // What stands is replaced as a whole, deadlines and all, at every unit that hears of it.
    let why: [Prompt] = try store.currentRound().map { [.question(RoundLines.words("rounds.open.why", $0))] } ?? []
    page.lines.append(
      Page.Line(
        "file", "rounds.file", heading: "rounds.open",
        action: .perform(.addRound, [.text(label: "rounds.path", text: "")] + why + [.password])))
    for name in examples {
      page.lines.append(
        Page.Line(
          "example-\(name)", .key("rounds.example", [.figures("name", name)]),
          action: .perform(.addRound, [.text(label: "rounds.path", text: name)] + why + [.password])))
    }
    return page
  }

  func snapshot() throws -> Page {
    var page = Page(title: "snapshot.title")
    guard let round = try store.currentRound() else { throw Refusal(.noRound, .op04, level: .department) }
    guard let snapshot = try store.snapshot(of: round.key) else {
      page.remarks = [.key("snapshot.notYet", [.words("date", Dates.day(round.reference))])]
      if try own().kind == .department {
        page.remarks += try store.snapshotReadiness().map(SnapshotWords.remarks) ?? []
        page.lines = [
          Page.Line(
            "take", "snapshot.take", ink: .warning,
            action: .perform(.takeSnapshot, [.question("snapshot.take.why"), .password]))
        ]
      }
      return page
    }
    page.remarks = [
      .key(
        "snapshot.root",
        [.words("date", Dates.day(snapshot.reference)), .text("root", String(snapshot.root.hex.prefix(32)))])
    ]
    for part in snapshot.parts {
      page.lines.append(
        Page.Line(
          part.province.text, .text(try name(part.province)),
          figure: SnapshotWords.total(try store.frozenTotals(of: part.province, round: round.key), part),
          action: .open(.page(.unit(part.province)))))
    }
    for one in try store.amendments(round: round.key) {
      page.lines.append(
        Page.Line(
          "amend-\(one.number)",
          SnapshotWords.amendment(one, try name(one.row.unit)),
          figure: .number(Int(one.row.total)), ink: .dim, action: .open(.page(.unit(one.row.unit)))))
    }
    return page
  }

  /// The list of schools of other affiliations: adding and dissolving; the figures are entered in the grid.
  func others() throws -> Page {
    let own = try own()
    guard let round = try store.currentRound() else { throw Refusal(.noRound, .op04, level: .department) }
    var page = Page(title: "others.manage")
    for row in try store.otherSchools(of: own.code, round: round.key) {
      page.lines.append(
        Page.Line(
          row.record.short, .text("\(row.school.name)  \(row.school.code)"),
          figure: .text(row.school.affiliation), ink: row.school.isDissolved ? .dim : .text,
          action: row.school.isDissolved
            ? .nothing : .perform(.dissolveOther(row.record), [.question("others.dissolve")])))
    }
    page.lines.append(
      Page.Line(
        "add", "others.add",
        action: .perform(
          .addOther,
          [
            .text(label: "others.code", text: ""), .text(label: "others.name", text: ""),
            .text(label: "others.affiliation", text: "OBEC"),
          ])))
    return page
  }
}
