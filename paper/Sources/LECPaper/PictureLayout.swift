/// Pictures: bars, steps against a deadline, and codes for telephones.
extension Layout {
  private var small: Double { 12 }

  mutating func put(
    _ title: String, _ most: Double, _ bars: [(value: Double, isPale: Bool, label: String, said: String)]
  ) {
    let label = room * 0.34, figure = 56.0
    let wide = room - label - figure - 16
    need(60)
    y += 6
    paragraph(title, bold: true)
    for bar in bars {
      let text = sheet.height(bar.label, label, small)
      let height = max(text, 16)
      need(height + 2)
      self.text(bar.label, x: Self.side, width: label, size: small)
      let x = Self.side + label + 8
      mark(.frame(x: x, y: y + 3, width: wide, height: height - 6))
      let part = max(0, min(1, bar.value / most)) * wide
      if part > 0 { mark(.fill(x: x, y: y + 3, width: part, height: height - 6, grey: bar.isPale ? 0.75 : 0.3)) }
      self.text(bar.said, x: x + wide + 8, width: figure, size: small)
      y += height + 2
    }
    y += 6
  }

  mutating func put(_ steps: Steps) {
    guard !steps.values.isEmpty else { return }
    let tall = 120.0, margin = 40.0
    need(tall + 70)
    y += 6
    paragraph(steps.title, bold: true)
    y += 6
    let x = Self.side + margin
    let wide = room - margin
    let each = wide / Double(steps.values.count)
    for (i, value) in steps.values.enumerated() {
      let height = max(0, min(1, value / steps.most)) * tall
      if height > 0 {
        mark(
          .fill(
            x: x + Double(i) * each + each * 0.1, y: y + tall - height, width: each * 0.8, height: height, grey: 0.3))
      }
      if i == steps.deadline {
        let at = x + Double(i + 1) * each
        mark(.line(x1: at, y1: y - 4, x2: at, y2: y + tall, thick: 1.2))
      }
    }
    mark(.line(x1: x, y1: y, x2: x, y2: y + tall, thick: 0.5))
    mark(.line(x1: x, y1: y + tall, x2: x + wide, y2: y + tall, thick: 0.5))
    // What all together would be.
    mark(.line(x1: x, y1: y, x2: x + wide, y2: y, thick: 0.2))
    text(steps.mostSaid, x: Self.side, width: margin - 4, size: small, align: .right)
    y += tall + 2
    text(steps.first, x: x, width: wide / 3, size: small)
    text(steps.deadlineSaid, x: x + wide / 3, width: wide / 3, size: small, align: .center)
    text(steps.last, x: x + 2 * wide / 3, width: wide / 3, size: small, align: .right)
    y += sheet.height(steps.first, 0, small) + 8
  }

  private static let leastCode = 72.0

  /// Dark on white with the border that readers need, its words beside it.
  mutating func code(_ side: Int, _ dark: [Bool], _ caption: String) {
    // A short code would be too small for a telephone.
    let module = max(2.0, Self.leastCode / Double(side))
    let size = Double(side) * module, quiet = 4 * module
    let x = Self.side + size + 2 * quiet + 10
    let words = sheet.height(caption, room - (x - Self.side), small)
    let all = max(size, words) + 2 * quiet
    need(all)
    for row in 0..<side {
      var column = 0
      while column < side {
        guard dark[row * side + column] else {
          column += 1
          continue
        }
        let start = column
        while column < side, dark[row * side + column] { column += 1 }
        mark(
          .fill(
            x: Self.side + quiet + Double(start) * module, y: y + quiet + Double(row) * module,
            width: Double(column - start) * module, height: module, grey: 0))
      }
    }
    mark(
      .text(caption, x: x, y: y + quiet, width: room - (x - Self.side), size: small, bold: false, align: .left))
    y += all
  }
}
