/// Puts a document on pages of A4. Nothing is drawn yet: how many pages there are is known only at the end.
struct Layout {
  let document: Document
  let sheet: Sheet
  private(set) var pages: [[Mark]] = [[]]
  var y: Double
  /// Drawn at the top of every page that a table goes on to.
  var head: [Mark] = []
  var headHeight = 0.0

  static let side = 42.0, top = 40.0, bottom = 46.0
  static let body = 14.0
  let width: Double, height: Double

  var room: Double { width - 2 * Self.side }
  private var end: Double { height - Self.bottom }

  init(_ document: Document, on sheet: Sheet) {
    self.document = document
    self.sheet = sheet
    let isWide = document.parts.contains { part in
      if case .table(let table) = part { table.columns.reduce(0) { $0 + $1.width } > 118 } else { false }
    }
    (width, height) = isWide ? (841.89, 595.28) : (595.28, 841.89)
    y = Self.top
  }

  mutating func mark(_ mark: Mark) { pages[pages.count - 1].append(mark) }

  mutating func text(
    _ text: String, x: Double, width: Double, size: Double = body, bold: Bool = false, align: Align = .left
  ) {
    mark(.text(text, x: x, y: y, width: width, size: size, bold: bold, align: align))
  }

  /// Begins a page where that much no longer fits.
  mutating func need(_ room: Double) {
    if y + room > end, !pages[pages.count - 1].isEmpty { turn() }
  }

  mutating func turn() {
    pages.append([])
    y = Self.top
    let small = 11.0
    text(document.title + "   " + (document.facts.first ?? ""), x: Self.side, width: room, size: small)
    y += sheet.height(document.title, room, small) + 4
    mark(.line(x1: Self.side, y1: y, x2: width - Self.side, y2: y, thick: 0.4))
    y += 8
    repeatHead()
  }

  private mutating func repeatHead() {
    for mark in head { self.mark(mark.moved(down: y)) }
    y += headHeight
  }

  mutating func paragraph(_ text: String, size: Double = body, bold: Bool = false, align: Align = .left) {
    if text.isEmpty {
      y += size * 0.6
      return
    }
    let height = sheet.height(text, room, size, bold)
    need(height)
    self.text(text, x: Self.side, width: room, size: size, bold: bold, align: align)
    y += height
  }

  /// The whole document.
  mutating func run() {
    paragraph(document.title, size: 18, bold: true, align: .center)
    for fact in document.facts { paragraph(fact, align: .center) }
    y += 8
    for part in document.parts {
      switch part {
      case .line(let text): paragraph(text)
      case .table(let table): TableLayout(table, in: self).put(into: &self)
      case .bars(let title, let most, let bars): put(title, most, bars)
      case .steps(let steps): put(steps)
      case .code(let side, let dark, let caption): code(side, dark, caption)
      }
    }
    sign()
    number()
    stripe()
  }

  /// In the margin above everything, on every page: a page that lies alone says it too.
  private mutating func stripe() {
    guard !document.stripe.isEmpty else { return }
    for page in pages.indices {
      pages[page] += [
        .band(x: Self.side, y: 14, width: room, height: 20),
        .text(document.stripe, x: Self.side, y: 16, width: room, size: 11, bold: true, align: .center),
      ]
    }
  }

  /// Lines to sign on stay together, with room for the pen.
  private mutating func sign() {
    let each = 44.0
    need(Double(document.signs.count) * each)
    for sign in document.signs {
      y += each - 18
      text(sign, x: width / 2 - 125, width: width / 2 + 125 - Self.side)
      y += 18
    }
  }

  private mutating func number() {
    for page in pages.indices {
      let said = document.page.replaced("%n", figures(page + 1)).replaced("%m", figures(pages.count))
      pages[page].append(
        .text(said, x: Self.side, y: height - 34, width: room, size: 11, bold: false, align: .right))
    }
  }

  private func figures(_ number: Int) -> String {
    guard document.hasThaiDigits else { return String(number) }
    return String(
      String.UnicodeScalarView(String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value - 0x30 + 0x0E50) }))
  }
}

extension Mark {
  func moved(down: Double) -> Mark {
    switch self {
    case .text(let text, let x, let y, let width, let size, let bold, let align):
      .text(text, x: x, y: y + down, width: width, size: size, bold: bold, align: align)
    case .fill(let x, let y, let width, let height, let grey):
      .fill(x: x, y: y + down, width: width, height: height, grey: grey)
    case .band(let x, let y, let width, let height): .band(x: x, y: y + down, width: width, height: height)
    case .line(let x1, let y1, let x2, let y2, let thick):
      .line(x1: x1, y1: y1 + down, x2: x2, y2: y2 + down, thick: thick)
    case .frame(let x, let y, let width, let height): .frame(x: x, y: y + down, width: width, height: height)
    }
  }
}

extension String {
  func replaced(_ part: String, _ by: String) -> String {
    guard let at = range(of: part) else { return self }
    return String(self[..<at.lowerBound]) + by + String(self[at.upperBound...])
  }

  private func range(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
