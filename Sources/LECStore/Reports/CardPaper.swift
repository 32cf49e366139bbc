package import LECModel

extension Document {
  /// Cards as they are handed out: a list to sign for them, then each card with its code. Only who issues them can make it, for the
  /// secret of a card is kept nowhere.
  package static func cards(_ cards: [NewCard], from unit: Unit?, made: Moment, _ words: ReportWords) -> Document {
    var paper = Document(title: words("cards"), made: made)
    if cards.contains(where: { $0.starter.header.training }) { paper.stripe = words("training") }
    if let unit { paper.facts.append(unit.name + "  " + words.digits(unit.code.text)) }
    paper.facts.append(words("made", words.day(made.date)))
    var grid = Grid(
      "",
      [
        Column(words("no"), 4, .figure), Column(words("code"), 13, .code), Column(words("unit"), 36),
        Column(words("user"), 14, .code), Column(words("cardCode"), 26, .code).at(1, 40, indent: 5),
        Column(words("received"), 22).onSheets,
      ])
    for (i, card) in cards.enumerated() {
      grid.row([
        .figure(i + 1), .code(card.unit.code.text), .text(card.unit.name), .code(card.user.text),
        // A card is typed in the letters and digits in which it is shown.
        .text(card.code.shown), .empty,
      ])
    }
    paper.parts.append(.grid(grid))
    paper.line(words("cardsApart"))
    for card in cards {
      let lines = [card.unit.name, words("user") + "  " + card.user.text, words("cardCode") + "  " + card.code.shown]
      // Room for scissors.
      paper.line()
      paper.parts.append(.code(card.code.text, caption: lines.joined(separator: "\n")))
    }
    return paper
  }
}
