import LECModel

/// CF-01. Shows exactly what will be confirmed, or every obstacle with who can lift it; asks the password.
struct ConfirmScreen: Screen {
  private let dataset: Dataset
  private var now: ConfirmState?
  private var page = TextPage()
  private var dialog: Dialog?

  init(_ dataset: Dataset) { self.dataset = dataset }

  var commands: [Command] {
    if dialog != nil { return Dialog.commands }
    var commands = TextPage.commands + [Command.bar(.check)]
    if now?.refusal == nil { commands.append(.bar(.confirm)) }
    if now?.state.confirmed != nil { commands.append(.bar(.choose, name: "confirm.see")) }
    if now?.refusal?.code == .confirmedLocked || canAsk { commands.append(.bar(.edit, name: "confirm.askRelease")) }
    return commands
  }
  var isTyping: Bool { dialog?.isTyping ?? false }

  private var canAsk: Bool { now?.round.policy == .release && now?.state.name == .confirmed }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened, .answer(.changed): return [.ask(.confirming(.state(dataset)))]
    case .answer(.confirming(.state(let now))):
      self.now = now
      page = TextPage(ConfirmLines.lines(now))
      return []
    case .answer(.confirming(.confirmed)): return [.back, .open(.confirmed(dataset)), .say("confirm.done", [])]
    default: break
    }
    if dialog != nil { return handleDialog(input) }
    switch input {
    case .command(.back): return [.back]
    case .command(.check): return [.open(.check)]
    case .command(.choose) where now?.state.confirmed != nil: return [.open(.confirmed(dataset))]
    case .command(.edit) where canAsk: return [.open(.askRelease(dataset))]
    case .command(.confirm) where now?.refusal == nil && now != nil:
      dialog = .input(
        "confirm.title", .key("confirm.ask", [.key("dataset", TextKey("dataset.\(dataset.rawValue)"))]),
        label: "login.password", isSecret: true)
      return []
    default:
      _ = page.handle(input)
      return []
    }
  }

  private mutating func handleDialog(_ input: Input) -> [Step] {
    switch dialog?.handle(input) {
    case .some(.pressed(_, _, let password)):
      dialog = nil
      return [.ask(.confirming(.confirm(dataset, password: password)))]
    case .some(.cancelled): dialog = nil
    case .some(.open), .none: break
    }
    return []
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    let title = Words.key("home.step.confirm", [.key("dataset", TextKey("dataset.\(dataset.rawValue)"))])
    Chrome(title: title, commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) {
      page.draw(on: &$0, in: look)
    }
    dialog?.draw(on: &canvas, in: look)
  }
}

/// What a person sees before confirming: state, obstacles, counts, register, what changed, the digest.
enum ConfirmLines {
  static func lines(_ now: ConfirmState) -> [TextPage.Line] {
    // Before the first confirmation what follows tells all.
    var lines = now.state.confirmed == nil && now.state.name != .released ? [] : [stateLine(now)]
    if let released = now.state.released { lines.append(.init(Self.released(released), ink: .warning)) }
    if now.state.isUnmended { lines.append(.init("confirm.unmended", ink: .warning)) }
    if let refusal = now.refusal {
      let objection = Explain.refusal(refusal)
      lines.append(.init(.key(objection.reason, objection.values), ink: .error))
      lines.append(.init(.key("refusal.rule", [.text("rule", refusal.rule.rawValue)]), ink: .dim))
      lines += now.obstacles.map { obstacle in
        .init(
          .key(
            "confirm.obstacle",
            [.key("what", TextKey("check.\(obstacle.check.rawValue)")), .number("count", obstacle.count)]),
          ink: obstacle.check.severity == .error ? .error : .warning, figure: .text(obstacle.check.rule.rawValue))
      }
    } else {
      lines.append(.init("confirm.can", ink: .ok))
    }
    // Where data stay open nothing is due, and nobody waits for a second pair of eyes.
    let isOpen = now.round.policy == .open
    if !isOpen, now.refusal?.code != .deadlinePassed, let due = now.round.due(.institution) {
      lines.append(.init(.key("confirm.due", [.words("date", Dates.moment(due))])))
    }
    if !isOpen, now.isSingleHanded { lines.append(.init("confirm.single", ink: .warning)) }
    if let changed = now.changed, !now.state.isUnmended {
      lines.append(.init(.key("confirm.changed", [.number("count", changed)])))
    }
    if let request = now.request {
      lines.append(.init(.key("release.asked", [.text("words", request)]), ink: .warning))
    }
    lines.append(.blank)
    if now.state.dataset == .students {
      lines += CountLines.lines(now.state.counts)
      lines.append(.init("confirm.register", figure: .number(now.state.register)))
    }
    lines.append(.init("confirm.digest", ink: .dim, figure: digest(of: now)))
    return lines
  }

  static func released(_ by: ReleasedBy) -> Words {
    .key(
      "confirm.released",
      [.text("person", by.person), .words("at", Dates.moment(by.at)), .text("reason", by.reason)])
  }

  /// While not all below stand, a level above has nothing to make a digest of.
  private static func digest(of now: ConfirmState) -> Words {
    now.isFromBelow && now.state.belowConfirmed < now.state.below
      ? "confirm.digestLater" : .text(digest(now.state.digest))
  }

  private static func stateLine(_ now: ConfirmState) -> TextPage.Line {
    let at = now.state.confirmed.map { Dates.moment($0.at) } ?? .none
    let by = now.state.confirmed?.person ?? ""
    let name = Words.key(TextKey("datasetState.\(now.state.name.rawValue)"), [])
    let ink: Ink = now.state.name == .confirmed ? .confirmed : now.state.name == .void ? .void : .heading
    guard now.state.confirmed != nil else { return .init(name, ink: ink) }
    return .init(.key("confirm.by", [.words("state", name), .text("person", by), .words("at", at)]), ink: ink)
  }

  /// The first sixteen digits in groups: enough to compare by eye or over the telephone.
  static func digest(_ hash: Hash32) -> String {
    let hex = Array(hash.hex.prefix(16))
    return stride(from: 0, to: 16, by: 4).map { String(hex[$0..<$0 + 4]) }.joined(separator: " ")
  }
}

/// Counts by grade and sex as lines.
enum CountLines {
  static func lines(_ counts: Counts) -> [TextPage.Line] {
    func line(_ name: Words, _ pair: Counts.Pair, _ ink: Ink = .text) -> TextPage.Line {
      .init(
        name, ink: ink,
        figure: .key(
          "counts.line",
          [.number("male", pair.male), .number("female", pair.female), .number("total", pair.total)]))
    }
    var lines = counts.grades.map { line(RosterRow.words(of: $0), counts.byGrade[$0] ?? Counts.Pair()) }
    if counts.withoutGrade.total > 0 { lines.append(line("grade.none", counts.withoutGrade, .error)) }
    return lines + [line("counts.all", counts.all, .heading)]
  }
}
