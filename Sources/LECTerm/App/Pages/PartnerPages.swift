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
      if one.releases > 0 {
        add(
          "releases", .key("partners.releases", [.number("count", one.releases)]), .warning,
          .open(SentWords.destination(one)))
      }
      for mark in Self.marks(one, today) { add(mark.name, mark.words, mark.ink) }
      if let last = one.lastIn {
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
      if one.forked > 0 { add("forked", .key("partners.forked", [.number("count", one.forked)]), .error) }
      if one.putBack > 0 { add("putBack", "partners.putBack") }
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

  /// The last file out and what is known of it there, and the last one in.
  static func marks(_ one: PartnerEntry, _ today: CalendarDate) -> [(name: String, words: Words, ink: Ink)] {
    var marks: [(name: String, words: Words, ink: Ink)] = []
    if let out = one.lastOut {
      marks.append(("out", sent("partners.out", out, today), .dim))
      if let received = out.received {
        marks.append(("received", .key("partners.received", [.words("at", Dates.moment(received))]), .ok))
      } else if one.isUnderWay, let receipt = one.receipt {
        marks.append(("receipt", sent("partners.underWay", receipt, today), .dim))
      } else if let receipt = one.receipt {
        marks.append(("receipt", sent("partners.receipt", receipt, today), .dim))
      } else {
        marks.append(("none", "partners.noReceipt", .dim))
      }
    }
    if let last = one.lastIn { marks.append(("in", sent("partners.in", last, today), .dim)) }
    return marks
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
