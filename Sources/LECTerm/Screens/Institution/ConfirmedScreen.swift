import LECModel

/// CF-03, PU-11, PU-12. After confirming: the counts as the reports show them, beside those that were confirmed; and what to do if
/// they are zero or differ.
struct ConfirmedScreen: Screen {
  private let dataset: Dataset
  private var now: ConfirmState?
  private var page = TextPage()
  private var dialog: Dialog?
  private var reason = ""

  init(_ dataset: Dataset) { self.dataset = dataset }

  var commands: [Command] {
    if dialog != nil { return Dialog.commands }
    return TextPage.commands + [.bar(.unconfirm), .bar(.check), .bar(.history, name: "home.menu.differences")]
  }
  var isTyping: Bool { dialog?.isTyping ?? false }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened, .answer(.changed): return [.ask(.confirming(.state(dataset)))]
    case .answer(.confirming(.state(let now))):
      self.now = now
      page = TextPage(Self.lines(now))
      return []
    case .answer(.confirming(.cancelled)): return [.back, .say("confirm.cancelled", [])]
    default: break
    }
    if dialog != nil { return handleDialog(input) }
    switch input {
    case .command(.back): return [.back]
    case .command(.check): return [.open(.check)]
    case .command(.history): return [.open(.differences(dataset))]
    case .command(.unconfirm):
      reason = ""
      dialog = .input("confirm.cancel", "confirm.cancel.why", label: "student.reason")
      return []
    default:
      _ = page.handle(input)
      return []
    }
  }

  /// First the reason, then the password.
  private mutating func handleDialog(_ input: Input) -> [Step] {
    switch dialog?.handle(input) {
    case .some(.pressed(_, _, let text)):
      if reason.isEmpty {
        reason = TextForm.clean(text)
        if reason.isEmpty {
          dialog?.error = "form.required"
        } else {
          dialog = .input("confirm.cancel", "confirm.cancel.password", label: "login.password", isSecret: true)
        }
        return []
      }
      dialog = nil
      return [.ask(.confirming(.cancel(dataset, reason: reason, password: text)))]
    case .some(.cancelled): dialog = nil
    case .some(.open), .none: break
    }
    return []
  }

  static func lines(_ now: ConfirmState) -> [TextPage.Line] {
    guard let confirmed = now.state.confirmed else { return [.init("datasetState.open", ink: .warning)] }
    var lines: [TextPage.Line] = [
      .init(
        .key(
          "confirm.by",
          [
            .key("state", TextKey("datasetState.\(now.state.name.rawValue)")), .text("person", confirmed.person),
            .words("at", Dates.moment(confirmed.at)),
          ]), ink: now.state.name == .confirmed ? .confirmed : .void)
    ]
    if confirmed.confirmation.singleHanded { lines.append(.init("confirm.single", ink: .warning)) }
    let isBelow = isChangedBelow(now)
    if let cause = now.cause { lines.append(.init(VoidWords.of(cause), ink: .warning)) }
    if isBelow { lines.append(.init("confirm.changedBelow", ink: .warning)) }
    if now.state.dataset == .students {
      let was = confirmed.confirmation.counts.all.total, shown = now.reported.all.total
      let isSame = confirmed.confirmation.counts == now.reported && shown > 0
      lines += [.blank, .init("confirm.reported", ink: .heading)] + CountLines.lines(now.reported)
      lines.append(.init("confirm.confirmedTotal", figure: .number(was)))
      if !isBelow { lines.append(.init(isSame ? "confirm.same" : "confirm.differs", ink: isSame ? .ok : .error)) }
    }
    lines += [
      .blank, .init("confirm.digest", ink: .dim, figure: .text(ConfirmLines.digest(confirmed.confirmation.digest))),
    ]
    return lines
  }

  /// Units below changed, came or went: their sum may differ, and nothing is wrong with what was signed. There is nothing to take
  /// back.
  private static func isChangedBelow(_ now: ConfirmState) -> Bool {
    guard now.isFromBelow, now.state.name == .void, now.state.hasRightFigures else { return false }
    return now.state.dataset != .students || now.reported.all.total > 0
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "confirm.after", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) {
      page.draw(on: &$0, in: look)
    }
    dialog?.draw(on: &canvas, in: look)
  }
}
