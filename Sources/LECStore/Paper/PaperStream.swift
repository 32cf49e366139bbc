import LECModel

extension Document {
  /// The report as the stream that `lecterm-paper` makes a PDF from: lines of fields between tabs, told in lecterm-paper(1). Figures are
  /// in their digits already, so that the other program needs no words of its own.
  package func stream(_ words: ReportWords) -> [UInt8] {
    var out = Lines()
    out.put("lecterm-paper", "1")
    out.put("title", title)
    if !stripe.isEmpty { out.put("stripe", stripe) }
    for fact in facts { out.put("fact", fact) }
    out.put("page", words("page", "%n", "%m"))
    out.put("digits", words.digits("1") == "1" ? "arabic" : "thai")
    out.put("created", made.iso + ":00+07:00")
    for part in parts { put(part, words, &out) }
    for sign in signs { out.put("sign", sign) }
    out.put("end")
    return out.bytes
  }

  private func put(_ part: Part, _ words: ReportWords, _ out: inout Lines) {
    switch part {
    case .line(let text): out.put("line", text)
    case .grid(let grid): put(grid, words, &out)
    case .bars(let bars):
      out.put("bars", bars.title, String(bars.most))
      for bar in bars.bars { out.put("bar", String(bar.value), bar.isPale ? "1" : "0", bar.label, bar.said) }
    case .steps(let steps):
      let deadline = steps.days.firstIndex { $0.date == steps.deadline } ?? -1
      out.put(
        "steps", steps.title, String(steps.most), words.number(steps.most), String(deadline), steps.deadlineSaid,
        steps.days.first.map { words.day($0.date) } ?? "", steps.days.last.map { words.day($0.date) } ?? "")
      for day in steps.days { out.put("step", String(day.value)) }
    case .code(let text, let caption):
      guard let code = QRCode(text) else { return }
      out.put("code", String(code.side), String(code.dark.map { $0 ? "1" : "0" }), caption)
    }
  }

  private func put(_ grid: Grid, _ words: ReportWords, _ out: inout Lines) {
    let shown = grid.columns.indices.filter { grid.columns[$0].isOnSheets }
    out.put("table", grid.title)
    for i in shown {
      let column = grid.columns[i]
      let align =
        switch column.kind {
        case .figure: "r"
        case .box: "b"
        case .date: "c"
        case .text, .code: "l"
        }
      // Digits are wider than most letters, those of Thai wider still, and a number is not broken over two lines.
      let width = column.kind == .code ? column.width * (words.digits("1") == "1" ? 5 : 7) / 4 + 1 : column.width
      out.put("column", align, String(max(width, 3)), column.title, column.over)
    }
    func said(_ cells: [Cell]) -> [String] {
      shown.map { i in
        if case .box(let isTicked) = cells[i] { isTicked ? "x" : "" } else { cells[i].said(words) }
      }
    }
    for entry in grid.entries {
      switch entry {
      case .group(let lines, let newPage): out.put(["group", newPage ? "1" : "0"] + lines)
      case .row(let cells): out.put(["row"] + said(cells))
      case .subtotal(let cells): out.put(["subtotal"] + said(cells))
      case .sum(let cells): out.put(["sum"] + said(cells))
      }
    }
  }
}

/// Fields between tabs; what would end a field or a line is escaped.
private struct Lines {
  var bytes: [UInt8] = []

  mutating func put(_ fields: String...) { put(fields) }

  mutating func put(_ fields: [String]) {
    for (i, field) in fields.enumerated() {
      if i > 0 { bytes.append(0x09) }
      for byte in Self.safe(field).utf8 {
        switch byte {
        case 0x5C: bytes += [0x5C, 0x5C]
        case 0x09: bytes += [0x5C, 0x74]
        case 0x0A: bytes += [0x5C, 0x6E]
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(0x0A)
  }

  /// Without what the other program, or whoever copies from its pages, could obey.
  private static func safe(_ field: String) -> String {
    field.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText.line(String($0)) }.joined(
      separator: "\n")
  }
}
