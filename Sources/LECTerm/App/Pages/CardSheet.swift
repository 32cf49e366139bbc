import LECModel
import LECStore

/// Cards as they are handed out: on the screen, and as a sheet for the printer with codes that a telephone can read.
enum CardSheet {
  /// Writes the starter files and the sheet into the folder, and tells of them.
  static func page(
    _ cards: [NewCard], of store: Store, folder: String, paper: Document, _ words: ReportWords
  ) throws -> Page {
    var page = Page(title: "cards.made.title")
    for card in cards {
      try BundleFiles.put(card.starter, to: folder + "/" + card.starter.name, of: store, forOthers: false)
      page.lines.append(
        Page.Line(
          card.unit.code.text, .text("\(card.unit.name)  \(card.user.text)"), figure: .text(card.code.shown), ink: .ok))
    }
    if let first = cards.first {
      let stem = "cards-" + first.starter.name.dropLast(4)
      var name = stem + ".pdf"
      do {
        try write(cards, paper, as: .pdf, to: folder + "/" + name, words)
      } catch is PaperProblem {
        // The cards are issued and can't be had again: where no PDF can be made, text is.
        name = stem + ".txt"
        try write(cards, paper, as: .txt, to: folder + "/" + name, words)
      }
      page.remarks = [
        .key("cards.made.where", [.text("path", Places.full(folder)), .text("sheet", name)]), "cards.made.two-ways",
      ]
    }
    return page
  }

  /// The sheet alone. As text it has the codes in blocks, which any printer prints; lists have what they say.
  static func write(
    _ cards: [NewCard], _ paper: Document, as format: PaperFormat, to path: String, _ words: ReportWords
  ) throws {
    guard format == .txt else { return try PaperFiles.write(paper, as: format, to: path, words, mark: true) }
    let top = paper.stripe.isEmpty ? [] : [paper.stripe, ""]
    let sheet =
      top
      + cards.flatMap {
        [$0.unit.name, $0.user.text, $0.code.shown] + QRPicture.lines($0.code.text) + ["", ""]
      }
    try BundleFiles.write(Array(sheet.joined(separator: "\n").utf8), to: path)
  }
}
