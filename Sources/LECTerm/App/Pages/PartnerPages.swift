import LECModel
import LECStore

/// A row for each unit that files go to and come from: nothing that waits on either side stays unseen.
extension LevelPages {
  func partners() throws -> Page {
    var page = Page(title: "partners.title", empty: "partners.none")
    let today = store.now().date
    for one in try store.partners() {
      let code = one.unit.code.text
      page.lines.append(
        Page.Line(
          code, SentWords.name(one), figure: SentWords.figure(one), ink: SentWords.ink(one) == .dim ? .text : .warning,
          action: one.canSend ? .open(SentWords.destination(one)) : .nothing))
      func add(_ name: String, _ words: Words, _ ink: Ink = .dim, _ action: PageAction = .nothing) {
        page.lines.append(Page.Line("\(code)-\(name)", words, ink: ink, action: action))
      }
      if let out = one.lastOut {
        add("out", Self.sent("partners.out", out, today))
        if out.received == nil, let receipt = one.receipt {
          add("receipt", Self.sent("partners.receipt", receipt, today))
        } else if let received = out.received {
          add("received", .key("partners.received", [.words("at", Dates.moment(received))]), .ok)
        } else {
          add("none", "partners.noReceipt")
        }
      }
      if let last = one.lastIn {
        add("in", Self.sent("partners.in", last, today))
        if one.owesReceipt {
          add(
            "due", .key("partners.receiptDue", [.number("number", Int(last.number))]), .warning,
            .open(SentWords.destination(one)))
        }
      }
      if one.pending > 0 {
        let oldest = one.oldestPending.map { today.dayNumber - $0.date.dayNumber } ?? 0
        add(
          "pending",
          .key("partners.pending", [.number("count", one.pending), .words("ago", Dates.ago(max(0, oldest)))]),
          .warning, .open(.page(.pending)))
      }
      for (i, piece) in one.missing.enumerated() {
        let name = try store.unit(piece.unit)?.name ?? piece.unit.text
        add(
          "missing-\(i)",
          .key("pending.why", [.words("reason", SentWords.missing(piece, of: name, from: SentWords.name(one)))]), .error
        )
      }
    }
    return page
  }

  private static func sent(_ key: TextKey, _ mark: FileMark, _ today: CalendarDate) -> Words {
    .key(
      key,
      [
        .number("number", Int(mark.number)), .words("at", Dates.moment(mark.at)),
        .words("ago", Dates.ago(max(0, today.dayNumber - mark.at.date.dayNumber))),
      ])
  }
}
