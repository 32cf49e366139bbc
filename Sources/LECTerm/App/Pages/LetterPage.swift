import LECModel
import LECStore

/// The page of files: what came, read with one key, and whom a file can be made for.
extension LevelPages {
  func bundles(_ letters: [LetterBox.Found], mailbox: String?) throws -> Page {
    var page = Page(title: "bundles.title")
    let alike = Self.alike(letters)
    let new = letters.filter { $0.state == .new }
    if new.count > 1 {
      page.lines.append(
        Page.Line("all", "bundles.readAll", figure: .number(new.count), ink: .ok, action: .perform(.readAll, [])))
    }
    for letter in new { page.lines.append(try line(letter, alike)) }
    if !new.isEmpty { page.lines[0].item.heading = "bundles.found" }
    var heading: Words = "bundles.make"
    for one in try store.partners() where one.canSend {
      page.lines.append(
        Page.Line(
          "to-\(one.unit.code.text)", .key("bundles.to", [.words("unit", SentWords.name(one))]),
          figure: SentWords.figure(one), ink: SentWords.ink(one) == .dim ? .text : .warning, heading: heading,
          action: .open(SentWords.destination(one))))
      heading = .none
    }
    page.lines += [
      Page.Line(
        "paste", "bundles.paste", heading: new.isEmpty ? "bundles.found" : "bundles.otherWays",
        action: .open(.pasteBundle)),
      Page.Line(
        "read", "bundles.other", action: .perform(.previewBundle, [.text(label: "bundles.path", text: "")])),
      Page.Line(
        "mailbox", "bundles.mailbox", figure: mailbox.map { .text($0) } ?? "bundles.noMailbox",
        action: .perform(.setMailbox, [.optional(label: "bundles.mailbox.path", text: mailbox ?? "")])),
    ]
    // What was refused stands first: somebody has to ask for it again.
    let old = letters.filter(\.isBad) + letters.filter { $0.state != .new && !$0.isBad }
    for (i, letter) in old.prefix(100).enumerated() {
      var line = try line(letter, alike)
      line.item.ink = letter.isBad ? .warning : .dim
      if i == 0 { line.item.heading = "bundles.old" }
      page.lines.append(line)
    }
    return page
  }

  /// Units of which files of several machines lie there: each machine numbers its own.
  private static func alike(_ letters: [LetterBox.Found]) -> Set<UnitCode> {
    var machines: [UnitCode: Set<ChainID>] = [:]
    for header in letters.compactMap(\.header) { machines[header.from, default: []].insert(header.chain) }
    return Set(machines.filter { $0.value.count > 1 }.keys)
  }

  /// One letter: from whom or, where this unit made it, for whom; which number, of what day; and of which machine where that tells
  /// it from others. Its place in the list changes, and the bar stays on it: it is known by where it lies.
  private func line(_ letter: LetterBox.Found, _ alike: Set<UnitCode>) throws -> Page.Line {
    var state = Words.key(TextKey("bundles.state.\(letter.state)"), [])
    let id = "letter-" + letter.path, action = PageAction.open(.page(.incoming(letter.path)))
    guard let header = letter.header, letter.state != .refused else {
      return Page.Line(id, .text(letter.name), figure: state, action: action)
    }
    let receiver = Words.key("bundles.to", [.words("unit", try LetterWords.receiver(header, in: store))])
    let isMade = letter.state == .madeHere || letter.state == .madeByOther
    if letter.state == .forOthers { state = receiver }
    let words = Words.key(
      alike.contains(header.from) ? "bundles.letterOf" : "bundles.letter",
      [
        .words("unit", isMade ? receiver : try LetterWords.sender(header, in: store)),
        .number("number", Int(header.number)), .words("day", Dates.day(header.created)),
        .text("machine", header.chain.short),
      ])
    return Page.Line(id, words, figure: state, action: action)
  }
}
