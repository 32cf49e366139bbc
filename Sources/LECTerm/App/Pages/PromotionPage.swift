import LECModel
import LECStore

/// What moving to the next academic year would do, grade by grade, and the line that does it.
extension LevelPages {
  func promotion() throws -> Page {
    var page = Page(title: "promotion.title", empty: "promotion.none")
    guard let plan = try store.promotionPlan() else { return page }
    page.remarks = [
      .key(
        "promotion.what",
        [.figures("from", String(plan.lastYear)), .figures("to", String(plan.year))])
    ]
    page.lines.append(
      Page.Line("do", "promotion.do", ink: .ok, action: .perform(.promote, [.question("promotion.sure")])))
    for (i, line) in plan.lines.enumerated() {
      let words = PromotionWords.line(line)
      page.lines.append(
        Page.Line("line-\(i)", words.words, figure: words.figure, ink: line.fate == .finishes ? .warning : .text))
    }
    return page
  }
}

/// A line of the plan in words.
enum PromotionWords {
  static func line(_ line: PromotionLine) -> (words: Words, figure: Words) {
    let grade = Words.key(TextKey("grade.\(line.grade?.rawValue ?? "none")"), [])
    let words: Words
    switch line.fate {
    case .up(let next):
      words = .key(
        "promotion.up", [.words("from", grade), .key("to", TextKey("grade.\(next.rawValue)"))])
    case .finishes: words = .key("promotion.finishes", [.words("from", grade)])
    case .stays: words = .key("promotion.stays", [.words("from", grade)])
    }
    return (words, .number(line.count))
  }
}
