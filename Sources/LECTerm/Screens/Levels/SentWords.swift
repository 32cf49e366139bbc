import LECModel

/// What became of a file that was made: sent, or read where it went.
enum SentWords {
  /// How things stand with a unit, in the same words wherever it is said: first of all what it was not sent.
  static func figure(_ one: PartnerEntry) -> Words {
    guard one.canSend else { return "partners.noMachine" }
    let values: [TextValue] = [.number("count", one.unsent), .words("size", ByteWords.size(one.bytes))]
    guard let made = one.lastOut else {
      // What this machine wrote is little beside the whole that another machine of its unit gets at first.
      let key: TextKey = one.isOwn ? "partners.firstFile" : "home.neverSent"
      return one.unsent > 0 ? .key(key, values) : "bundles.never"
    }
    if one.unsent > 0 { return .key("home.unsent", values) }
    if one.owesReceipt { return "partners.owesReceipt" }
    // A file made since then brought nothing that was not read there before.
    if let received = made.received ?? (one.hasAll ? one.receipt?.received : nil) {
      return .key("home.received", [.words("at", Dates.moment(received))])
    }
    return .key("home.made", [.words("at", Dates.moment(made.at))])
  }

  /// What it is called: a unit by its name, a further machine of the own unit as that.
  static func name(_ one: PartnerEntry) -> Words { one.isOwn ? otherMachine : .text(one.unit.name) }

  static let otherMachine: Words = "partners.otherMachine"
  static let thisMachine: Words = "partners.thisMachine"

  static func ink(_ one: PartnerEntry) -> Ink {
    one.canSend && (one.unsent > 0 || one.owesReceipt) ? .warning : .dim
  }

  /// The line of the home screen; none where nobody is above.
  static func item(_ label: Words, _ home: HomeState) -> Menu.Item? {
    guard home.unit.parent != nil else { return nil }
    let above = home.office.above
    return Menu.Item(
      "send", label: label, figure: above.map(figure) ?? "partners.noMachine", ink: above.map(ink) ?? .dim)
  }

  /// Where that line leads.
  static func destination(_ home: HomeState) -> Destination? {
    home.office.above.map(destination) ?? home.unit.parent.map { .page(.send($0, isDelta: false)) }
  }

  /// Where a file for it is made. Where nothing but a receipt is to be told, a small file tells it.
  static func destination(_ one: PartnerEntry) -> Destination {
    .page(.send(one.unit.code, isDelta: one.changes == 0 && one.receipt != nil))
  }

  /// Which entries have to come before the rest can count: whose they are, and which files of the sender were not read.
  static func missing(_ piece: MissingPiece, of unit: String, from sender: Words) -> Words {
    let count = TextValue.number("count", Int(piece.to - piece.from + 1))
    guard let files = piece.files else { return .key("bundles.missing", [.text("unit", unit), count]) }
    let first = TextValue.number("first", Int(files.lowerBound))
    if files.count == 1 { return .key("bundles.missingFile", [.words("unit", sender), first, count]) }
    return .key(
      "bundles.missingFiles", [.words("unit", sender), first, .number("last", Int(files.upperBound)), count])
  }
}
