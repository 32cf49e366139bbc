import LECModel

/// Pictures from the blocks of which letters are eight steps high or wide; a terminal without them shows # instead.
enum PictureText {
  private static let label = 28
  private static let room = 36
  private static let wide: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  private static let high: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  static let height = 8

  static func write(_ bars: Bars, to sheet: inout Sheet) {
    sheet.heading()
    if sheet.lines.last?.isEmpty == false { sheet.line() }
    sheet.line(bars.title)
    for bar in bars.bars {
      sheet.block()
      let blocks = Self.bar(bar.value, of: bars.most, room, isPale: bar.isPale)
      sheet.row([(bar.label, label), (blocks, room), (bar.said, -12)])
    }
  }

  static func bar(_ value: Int, of most: Int, _ room: Int, isPale: Bool) -> String {
    let eighths = max(0, min(room * 8, value * room * 8 / max(1, most)))
    // Anything at all is seen: an empty place means nothing was done.
    let shown = value > 0 ? max(eighths, 1) : 0
    if isPale { return String(repeating: "░", count: (shown + 7) / 8) }
    let end = shown % 8 == 0 ? "" : String(wide[shown % 8])
    return String(repeating: "█", count: shown / 8) + end
  }

  /// Days from left to right, two columns each where there is room; the line of the deadline stands after its day.
  static func write(_ steps: Steps, _ words: ReportWords, to sheet: inout Sheet) {
    guard let first = steps.days.first, let last = steps.days.last else { return }
    sheet.heading()
    if sheet.lines.last?.isEmpty == false { sheet.line() }
    sheet.line(steps.title)
    let margin = 8
    let each = steps.days.count <= (Sheet.paper - margin) / 2 - 1 ? 2 : 1
    let days = Array(steps.days.suffix(Sheet.paper - margin - 2))
    for row in stride(from: height - 1, through: 0, by: -1) {
      var line = ""
      for day in days {
        let eighths = day.value * height * 8 / steps.most - row * 8
        let block = high[max(0, min(8, row == 0 && day.value > 0 ? max(1, eighths) : eighths))]
        line += String(repeating: block, count: each)
        if day.date == steps.deadline { line += "│" }
      }
      let scale = row == height - 1 ? words.number(steps.most) : row == 0 ? words.number(0) : ""
      sheet.row([(scale, -(margin - 2)), ("│" + line, Sheet.paper)])
    }
    let ends = words.day(first.date) + "  –  " + words.day(last.date)
    sheet.row([("", margin - 2), ("└" + String(repeating: "─", count: min(days.count * each + 1, 70)), Sheet.paper)])
    sheet.row([("", margin - 1), (ends, 34), (steps.deadlineSaid, 36)])
  }
}
