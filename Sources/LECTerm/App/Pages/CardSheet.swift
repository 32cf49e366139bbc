import LECModel
import LECStore

/// Cards as they are handed out: on the screen, and as a sheet of text with codes that a telephone can read, for the printer.
enum CardSheet {
  static func page(_ cards: [NewCard], folder: String) throws -> Page {
    var page = Page(title: "cards.made.title")
    var sheet: [String] = []
    for card in cards {
      let path = folder + "/" + card.starter.name
      try BundleFiles.write(card.starter.bytes, to: path)
      page.lines.append(
        Page.Line(
          card.unit.code.text, .text("\(card.unit.name)  \(card.user.text)"), figure: .text(card.code.shown), ink: .ok))
      sheet += [card.unit.name, card.user.text, card.code.shown] + QRPicture.lines(card.code.text) + ["", ""]
    }
    if let first = cards.first {
      let name = "cards-" + first.starter.name.dropLast(4) + ".txt"
      try BundleFiles.write(Array(sheet.joined(separator: "\n").utf8), to: folder + "/" + name)
      page.remarks = [
        .key("cards.made.where", [.text("path", Places.full(folder)), .text("sheet", name)]), "cards.made.two-ways",
      ]
    }
    return page
  }
}
