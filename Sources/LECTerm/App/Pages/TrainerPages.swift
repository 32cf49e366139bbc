import LECModel
import LECStore

/// What stands on the trainer's pages.
@MainActor struct TrainerPages {
  let room: TrainerRoom
  let store: Store

  /// Who can be sat down as, and below it what can be done with the whole set.
  func home(here: TrainerSeat?, last: TrainerSeat?) throws -> Page {
    var page = Page(title: "trainer.title")
    let places = try room.places()
    let own = try store.ownUnit()
    for place in places {
      for person in place.people {
        let seat = TrainerSeat(path: place.path, user: person.user)
        page.lines.append(line(place, person, seat, isHere: seat == here))
        // The role before this one: two keys go back and forth. Else the office above, or at the door whoever sits here.
        let isNext = last.map { $0 == seat } ?? (place.unit.code == (here == nil ? own?.code : own?.parent))
        if isNext, page.start == nil { page.start = page.lines.last?.item.id }
      }
    }
    if !page.lines.isEmpty { page.lines[0].item.heading = "trainer.sit" }
    page.lines += [
      Page.Line("send", "trainer.send", heading: "trainer.tools", action: open(.send(isDelta: false))),
      Page.Line("clock", "trainer.clock", figure: Dates.moment(store.now()), action: open(.clock)),
      Page.Line("marks", "trainer.marks", figure: .number(room.marks.all.count), action: open(.marks)),
    ]
    let way = room.way.count
    if way > 0 {
      page.lines.append(Page.Line("way", "trainer.way", figure: .number(way), ink: .warning, action: open(.way)))
    }
    return page
  }

  private func open(_ place: TrainerPlace) -> PageAction { .open(.page(.trainer(place))) }

  private func line(_ place: TrainerRoom.Place, _ person: Session, _ seat: TrainerSeat, isHere: Bool) -> Page.Line {
    let name: Words = person.profile.map { .text($0.fullName) } ?? "trainer.nobody"
    let level = Words.key(TextKey("unitKind.\(place.unit.kind.rawValue)"), [])
    let figure: Words =
      isHere ? "trainer.here" : place.letters == 0 ? level : .key("trainer.letters", [.number("count", place.letters)])
    return Page.Line(
      "sit-\(person.user.text)", .key("trainer.seat", [.text("unit", place.unit.name), .words("person", name)]),
      figure: figure, ink: isHere ? .dim : place.letters > 0 ? .warning : .text,
      action: .perform(.trainer(.sit(seat)), []))
  }

  // MARK: Clock

  func clock() throws -> Page {
    var page = Page(title: "trainer.clock")
    let level = try store.ownUnit()?.kind.level
    let times = TrainerTimes(try store.currentRound(), level)
    page.remarks = [.key("trainer.clock.now", [.words("time", Dates.moment(store.now()))])]
    let choices: [(String, Moment?)] = [
      ("before", times.before), ("evening", times.lastEvening), ("after", times.afterMidnight),
      ("made", TrainingSet.clock),
    ]
    for (name, moment) in choices {
      guard let moment else { continue }
      page.lines.append(
        Page.Line(
          name, .key(TextKey("trainer.clock.\(name)"), []), figure: Dates.moment(moment),
          action: .perform(.trainer(.setClock(moment)), [])))
    }
    page.lines.append(
      Page.Line(
        "type", "trainer.clock.type",
        action: .perform(.trainer(.typeClock), [.optional(label: "trainer.clock.label", text: "")])))
    return page
  }

  // MARK: Marks

  func marks() -> Page {
    var page = Page(title: "trainer.marks")
    page.remarks = ["trainer.marks.why"]
    page.lines = [
      Page.Line(
        "mark", "trainer.mark", action: .perform(.trainer(.mark), [.optional(label: "trainer.mark.label", text: "")]))
    ]
    for (i, mark) in room.marks.all.enumerated() {
      page.lines.append(
        Page.Line(
          "reset-\(mark.name)", Self.name(of: mark.name), figure: Dates.moment(mark.clock),
          heading: i == 0 ? "trainer.reset" : .none, action: .perform(.trainer(.reset(mark.name)), [])))
    }
    return page
  }

  static func name(of mark: String) -> Words {
    switch mark {
    case TrainingMarks.asMade: "trainer.mark.asMade"
    case TrainingMarks.beforeReset: "trainer.mark.beforeReset"
    default: .text(mark)
    }
  }

  // MARK: Files

  func send(isDelta: Bool) throws -> Page {
    var page = Page(title: "trainer.send", empty: "trainer.send.none")
    let own = try store.ownUnit()?.name ?? ""
    page.remarks = [.key("trainer.send.from", [.text("unit", own)])]
    for unit in try room.receivers(of: store) {
      page.lines.append(
        Page.Line(
          "to-\(unit.code.text)", .text(unit.name),
          heading: page.lines.isEmpty ? "trainer.send.to" : .none,
          action: .perform(.trainer(.send(unit.code, isDelta: isDelta)), [])))
    }
    if !page.lines.isEmpty {
      page.lines.append(
        Page.Line(
          "what", isDelta ? "send.delta" : "send.whole", heading: "send.content",
          action: .turn(.trainer(.send(isDelta: !isDelta)))))
    }
    return page
  }

  /// The files that were kept back.
  func way() throws -> Page {
    var page = Page(title: "trainer.way", empty: "trainer.way.none")
    for (name, header) in room.way {
      let to = try header.to.first.map { try self.name(of: $0) } ?? ""
      page.lines.append(
        Page.Line(
          "letter-\(name)",
          .key(
            "trainer.letter",
            [.text("from", try self.name(of: header.from)), .text("to", to), .number("number", Int(header.number))]),
          figure: Dates.day(header.created), action: open(.letter(name))))
    }
    return page
  }

  private func name(of unit: UnitCode) throws -> String {
    if let known = try store.unit(unit) { return known.name }
    return try room.with(room.training.file(of: unit)) { try $0.ownUnit()?.name ?? unit.text }
  }

  /// A file that was made: what shall become of it?
  func letter(_ name: String) throws -> Page {
    guard let letter = room.way.first(where: { $0.name == name }) else { return try way() }
    let header = letter.header
    var page = Page(title: "trainer.way")
    let to = try header.to.first.map { try self.name(of: $0) } ?? ""
    page.remarks = [
      .key("trainer.way.picture", [.text("from", try self.name(of: header.from)), .text("to", to)]),
      TrainerJourney.made(name, header, FileCare.size(BundleFiles.join(room.training.way, name))),
    ]
    for (i, fate) in TrainerFate.allCases.enumerated() {
      page.lines.append(
        Page.Line(
          fate.rawValue, .key(TextKey("trainer.fate.\(fate.rawValue)"), []),
          heading: i == 0 ? "trainer.fate" : .none, action: .perform(.trainer(.deliver(name, fate)), [])))
    }
    return page
  }

  /// What became of it, step by step.
  func journey(_ journey: TrainerJourney) throws -> Page {
    var page = Page(title: "trainer.journey")
    page.remarks = [journey.picture, journey.made, journey.happened]
    for (i, reading) in journey.readings.enumerated() {
      let heading = Words.key(
        i == 0 ? "trainer.reads" : "trainer.readsAgain", [.text("unit", journey.to)])
      var lines = self.lines(reading, i)
      lines[0].item.heading = heading
      page.lines += lines
    }
    if let receiver = journey.header.to.first, journey.fate != .lost, journey.fate != .late,
      let path = try? room.training.file(of: receiver),
      let person = try room.with(path, { try $0.trainingPeople().first })
    {
      page.lines.append(
        Page.Line(
          "sit", .key("trainer.goThere", [.text("unit", journey.to)]), heading: "trainer.next",
          action: .perform(.trainer(.sit(TrainerSeat(path: path, user: person.user))), [])))
    }
    page.start = "sit"
    return page
  }

  private func lines(_ reading: TrainerJourney.Reading, _ number: Int) -> [Page.Line] {
    switch reading {
    case .refused(let objection):
      return [
        Page.Line("refused-\(number)", .key(objection.reason, objection.values), ink: .error),
        Page.Line("same-\(number)", "trainer.unchanged", ink: .ok),
      ]
    case .brought(let report):
      var lines = ReportPage.page(report, from: .none, isFull: true, names: { $0.text }, isDone: true).lines
      if report.isSetBack { lines.append(Page.Line("set-back", "bundles.setBackFull", ink: .warning)) }
      // The trainer's pages lead to no page of the file: it is not the receiver's that is open.
      for i in lines.indices {
        lines[i].action = .nothing
        lines[i].item = Menu.Item(
          "\(number)-\(lines[i].item.id)", label: lines[i].item.label, figure: lines[i].item.figure,
          ink: lines[i].item.ink)
      }
      if report.new + report.waiting + report.held + report.refused == 0 {
        lines.append(Page.Line("none-\(number)", "trainer.nothingNew", ink: .ok))
      }
      return lines
    }
  }
}
