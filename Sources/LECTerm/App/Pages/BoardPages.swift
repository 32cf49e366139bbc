import LECModel
import LECStore

extension LevelPages {
  /// The units below one, each with its state, its figures and whom to ring.
  func board(_ code: UnitCode, search: String) throws -> Page {
    let unit = try known(code)
    var page = Page(title: "board.title")
    // The sum tells of all of them, whatever is looked for.
    let all = try store.board(of: unit)
    let lines = all.filter {
      search.isEmpty || $0.unit.name.contains(search) || $0.unit.code.text.contains(search)
    }
    page.remarks = [
      .key(
        "board.sum",
        [
          .text("unit", unit.name), .number("count", all.count),
          .number("done", all.count { $0.isComplete }),
          .number("children", all.reduce(0) { $0 + $1.counts.all.total }),
        ]), "board.legend",
    ]
    if !search.isEmpty {
      page.remarks.append(
        .key(
          lines.isEmpty ? "board.foundNone" : "board.found",
          [.text("search", search), .number("found", lines.count), .number("count", all.count)]))
    }
    page.lines = lines.map { line($0) }
    return page
  }

  private func line(_ one: UnitStanding) -> Page.Line {
    let signs = one.datasets.map { Self.sign($0) }.joined(separator: "  ")
    let isVoid = one.datasets.contains { $0.name == .void }
    return Page.Line(
      one.unit.code.text, .text(one.unit.name),
      figure: .key(
        "board.line",
        [.text("signs", signs), .number("children", one.counts.all.total), .number("problems", one.problems)]),
      ink: one.isComplete ? .ok : isVoid ? .error : .text, action: .open(.page(.unit(one.unit.code))))
  }

  /// Everything about one unit, and everything that can be done about it from here.
  func unit(_ code: UnitCode) throws -> Page {
    let unit = try known(code)
    guard let round = try store.currentRound() else { throw Refusal(.noRound, .op04, level: .department) }
    let standing = try store.standing(of: unit, round: round)
    var page = Page(title: "unitPage.title")
    page.remarks = try remarks(unit, standing, round)
    for state in standing.datasets {
      let (words, ink) = Self.state(state)
      page.lines.append(
        Page.Line(
          "state-\(state.dataset.rawValue)", .key(TextKey("dataset.\(state.dataset.rawValue)"), []), figure: words,
          ink: ink, action: unit.kind.isInstitution ? .look(code, .confirmed(state.dataset)) : .nothing))
    }
    page.lines += try looks(unit, standing)
    page.lines += try deeds(unit, standing, round)
    return page
  }

  private func remarks(_ unit: Unit, _ one: UnitStanding, _ round: Round) throws -> [Words] {
    let all = one.counts.all
    var out: [Words] = [
      .key(
        "unitPage.name",
        [
          .text("unit", unit.name), .text("code", unit.code.text),
          .key("kind", TextKey("unitKind.\(unit.kind.rawValue)")),
        ]),
      .key(
        "unitPage.counts",
        [
          .number("count", all.total), .number("male", all.male), .number("female", all.female),
          .number("confirmed", one.confirmedTotal ?? 0), .number("register", one.register),
        ]),
    ]
    if let contact = try store.contact(of: unit) {
      out.append(.key("unitPage.contact", [.text("person", contact.person), .figures("phone", contact.phone)]))
    }
    if let file = try store.lastFile(from: unit.code) {
      out.append(.key("unitPage.file", [.number("number", Int(file.number)), .words("at", Dates.moment(file.at))]))
    } else if unit.parent == (try own()).code {
      out.append("unitPage.noFile")
    }
    if unit.hasNoComputer { out.append("unitPage.noComputer") }
    if let closed = unit.closed { out.append(.key("unitPage.closed", [.words("date", Dates.day(closed))])) }
    for state in one.datasets {
      guard let cause = try store.voidCause(of: state, unit) else { continue }
      out.append(VoidWords.of(cause))
    }
    if let frozen = try store.frozen(unit.code, round: round.key).first(where: { $0.dataset == .students }) {
      out.append(.key("cli.frozen", [.number("count", Int(frozen.total))]))
    }
    return out
  }

  private func looks(_ unit: Unit, _ one: UnitStanding) throws -> [Page.Line] {
    var out: [Page.Line] = []
    if unit.kind.isInstitution {
      out = [
        Page.Line(
          "roster", "unitPage.roster", figure: .number(one.counts.all.total), heading: "unitPage.look",
          action: .look(unit.code, .roster(RosterFilter()))),
        Page.Line("check", "unitPage.problems", figure: .number(one.problems), action: .look(unit.code, .check)),
        Page.Line("register", "unitPage.register", figure: .number(one.register), action: .look(unit.code, .register)),
        Page.Line("basics", "unitPage.basics", action: .look(unit.code, .basics(field: nil))),
        Page.Line("differences", "unitPage.differences", action: .look(unit.code, .differences(.students))),
      ]
      if unit.hasNoComputer, unit.parent == (try own()).code {
        out.append(Page.Line("roll", "unitPage.rollCall", action: .look(unit.code, .rollCall)))
        out.append(Page.Line("enter", "unitPage.enter", action: .look(unit.code, .newStudent)))
        for dataset in [Dataset.students, .basics] {
          out.append(
            Page.Line(
              "confirm-\(dataset.rawValue)",
              .key("home.step.confirm", [.key("dataset", TextKey("dataset.\(dataset.rawValue)"))]),
              action: .look(unit.code, .confirm(dataset))))
        }
      }
    } else {
      out.append(
        Page.Line(
          "board", "unitPage.board", figure: .number(try store.children(of: unit).count), heading: "unitPage.look",
          action: .open(.page(.board(unit.code)))))
    }
    out.append(
      Page.Line(
        "notes", "unitPage.notes", figure: .number(try store.notes(about: unit.code).count),
        action: .open(.page(.notes(unit.code)))))
    return out
  }

  private func deeds(_ unit: Unit, _ one: UnitStanding, _ round: Round) throws -> [Page.Line] {
    var out: [Page.Line] = []
    let reason = Prompt.text(label: "unitPage.reason", text: "")
    func add(_ id: String, _ label: Words, _ deed: LevelDeed, _ prompts: [Prompt], outcome: String? = nil) {
      var line = Page.Line(
        id, label, heading: out.isEmpty ? "unitPage.deeds" : .none, action: .perform(deed, prompts))
      line.outcome = outcome
      out.append(line)
    }
    if try may(.released, unit), round.policy != .open {
      for state in one.datasets where state.confirmed != nil {
        let name: [TextValue] = [.key("dataset", TextKey("dataset.\(state.dataset.rawValue)"))]
        let id = state.dataset.rawValue, told = "state-\(state.dataset.rawValue)"
        if state.name == .confirmed, !state.isAccepted {
          add(
            "accept-\(id)", .key("unitPage.accept", name), .accept(unit.code, state.dataset), [.password],
            outcome: told)
        }
        if state.isAccepted {
          add(
            "back-\(id)", .key("unitPage.takeBack", name), .takeBack(unit.code, state.dataset),
            [.optional(label: "unitPage.reason", text: ""), .password],
            outcome: told)
        }
        add(
          "release-\(id)", .key("unitPage.release", name), .release(unit.code, state.dataset), [reason, .password],
          outcome: told)
      }
      let day = Prompt.text(label: "unitPage.until", text: "")
      add("exempt", "unitPage.exempt", .exempt(unit.code), [day, reason, .password])
    }
    if try may(.noteWritten, unit) {
      add("note", "unitPage.note", .note(unit.code), [.text(label: "unitPage.noteLabel", text: "")])
    }
    if try may(.cardIssued, unit), unit.isOpen {
      add("card", "unitPage.card", .issueCard(unit.code), [.password])
    }
    if try may(.termEnded, unit) {
      add("term", "unitPage.term", .endTerm(unit.code), [.question("unitPage.term.why"), reason, .password])
    }
    if try may(.unitSet, unit), unit.code != (try own()).code {
      add("rename", "unitPage.rename", .rename(unit.code), [.text(label: "unitPage.newName", text: unit.name)])
      // Only who stands above both offices moves a unit from one to the other.
      if unit.isOpen, unit.parent != (try own()).code {
        add(
          "move", "unitPage.move", .move(unit.code),
          [.question("unitPage.move.why"), .text(label: "unitPage.moveTo", text: "")])
      }
      if unit.kind.isInstitution {
        add(
          "computer", unit.hasNoComputer ? "unitPage.hasComputer" : "unitPage.setNoComputer",
          .setComputer(unit.code, unit.hasNoComputer), [.question("unitPage.computer.why")])
      }
      if unit.isOpen {
        let below = try store.children(of: unit).count(where: \.isOpen)
        add(
          "close", "unitPage.close", .close(unit.code),
          [
            // What hangs below has to go somewhere; whoever has nothing below has children of his own.
            below > 0
              ? .text(label: "unitPage.successorOfAll", text: "") : .optional(label: "unitPage.successor", text: ""),
            .question(
              below > 0
                ? .key("unitPage.close.why", [.number("count", below)])
                : .key("unitPage.close.alone", [.number("count", one.counts.all.total)])),
          ])
      }
    }
    if try may(.amended, try own()), try store.snapshot(of: round.key) != nil {
      add("amend", "unitPage.amend", .amend(unit.code), [reason, .password])
    }
    if try store.canSend(to: unit.code) {
      out.append(
        Page.Line("bundle", "unitPage.bundle", action: .open(.page(.send(unit.code, isDelta: false)))))
    }
    return out
  }

  /// Units by part of their name or code, everywhere in the tree.
  func search(_ text: String) throws -> Page {
    var page = Page(title: "units.title", remarks: text.isEmpty ? ["units.how"] : [])
    page.lines = try store.search(units: text).map { unit in
      Page.Line(
        unit.code.text, .text(unit.name),
        figure: .key(
          "units.line", [.text("code", unit.code.text), .key("kind", TextKey("unitKind.\(unit.kind.rawValue)"))]),
        ink: unit.isOpen ? .text : .dim, action: .open(.page(.unit(unit.code))))
    }
    return page
  }
}
