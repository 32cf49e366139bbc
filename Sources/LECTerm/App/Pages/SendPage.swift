import LECModel
import LECStore

/// How a file can go to another unit.
extension LevelPages {
  func send(_ code: UnitCode, isDelta: Bool, places: [LetterBox.Place]) throws -> Page {
    guard let unit = try store.unit(code) else { throw Refusal(.noSuchUnit, .au13, detail: code.text) }
    var page = Page(title: "send.title")
    let waiting = try store.partner(code)
    page.remarks = [.key("bundles.to", [.words("unit", waiting.map(SentWords.name) ?? .text(unit.name))])]
    let hasAll = waiting?.hasAll ?? false
    // Packed once to know how large it would be: said for the codes, and for the file where that is to hold only what is new.
    let new = hasAll ? nil : try store.fileSize(for: code, isDelta: true)
    if hasAll { page.remarks.append(nothing(waiting)) }
    // What would hold nothing is not offered to be made.
    for (i, place) in places.enumerated() where !(hasAll && isDelta) {
      page.lines.append(
        Page.Line(
          "place-\(i)", .key(TextKey("send.\(place.kind.rawValue)"), [.text("name", place.name)]),
          figure: .key("send.free", [.words("size", ByteWords.size(place.free))]),
          heading: i == 0 ? "send.places" : .none,
          action: .perform(.sendTo(code, place.path, isDelta: isDelta), [])))
    }
    if !(hasAll && isDelta) {
      page.lines.append(
        Page.Line(
          "text", "send.text", heading: "send.ways", action: .perform(.sendText(code, isDelta: isDelta), [])))
    }
    if !hasAll {
      // A whole file would be many codes: what is new, as soon as the receiver has told what it has.
      page.lines.append(
        Page.Line("codes", "send.codes", figure: codes(waiting, size: new), action: .perform(.sendCodes(code), [])))
    }
    if let waiting, waiting.receipt != nil {
      page.lines.append(
        Page.Line(
          "what", isDelta ? "send.delta" : "send.whole",
          figure: content(
            waiting, isDelta: isDelta, size: isDelta ? new : try store.fileSize(for: code, isDelta: false)),
          heading: "send.content", action: .turn(.send(code, isDelta: !isDelta))))
    }
    return page
  }

  /// Why there is nothing to send; and where the last file told only what was read here, what to do if it was lost.
  private func nothing(_ partner: PartnerEntry?) -> Words {
    guard let partner, partner.isUnderWay, let made = partner.lastOut else { return "send.nothing" }
    return .key("send.underWay", [.number("number", Int(made.number)), .words("at", Dates.moment(made.at))])
  }

  private func codes(_ partner: PartnerEntry?, size: Int?) -> Words {
    let isWhole = partner?.receipt == nil
    guard let size, let count = QRPicture.count(ofFile: size, room: CodesScreen.room(in: .smallest)) else {
      return isWhole ? "send.many" : "send.new"
    }
    return .key(isWhole ? "send.codes.whole" : "send.codes.new", [.number("count", count)])
  }

  /// What such a file would hold, and how large it would be.
  private func content(_ waiting: PartnerEntry, isDelta: Bool, size: Int?) -> Words {
    let size = size.map(ByteWords.size)
    if isDelta, waiting.hasAll { return .none }
    guard isDelta else { return size.map { .key("send.all", [.words("size", $0)]) } ?? .none }
    return .key(
      waiting.changes == 0 ? "send.receipt" : "send.since",
      [.number("count", waiting.changes), .words("size", size ?? ByteWords.size(waiting.bytes))])
  }
}

/// What is said when a file was made.
enum SentPage {
  static func page(
    _ made: MadeBundle, to unit: Words, path: String, size: Int, said: Words, names: (UnitCode) throws -> String
  ) throws -> Page {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var page = Page(title: "send.done")
    page.remarks = [said]
    page.lines = [
      Page.Line("to", .key("bundles.to", [.words("unit", unit)]), ink: .ok),
      // In two lines: a name is read to its end, for that is what is looked for on the stick.
      Page.Line("name", .text(name)),
      Page.Line("path", .text("    " + path.dropLast(name.count)), ink: .dim),
      Page.Line("number", "send.number", figure: .number(Int(made.header.number))),
      Page.Line("count", "send.entries", figure: .number(Int(made.header.events))),
      Page.Line("size", "send.size", figure: ByteWords.size(size)),
    ]
    for unit in made.leftOut {
      page.lines.append(
        Page.Line("left-out-\(unit.text)", .key("send.leftOut", [.text("unit", try names(unit))]), ink: .error))
    }
    return page
  }
}
