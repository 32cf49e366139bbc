/// What a terminal can do.
struct Capabilities: Equatable, Sendable {
  enum Colours: Sendable { case none, eight, many }

  var colours: Colours
  /// Whether it draws lines; otherwise they are made of `+-|`.
  var drawsLines: Bool
  /// Whether it can show Thai at all; otherwise the program begins in English and says why.
  var showsThai: Bool
  /// Whether SARA AM must be drawn as NIKHAHIT and SARA AA, because the terminal squeezes it into its base's column.
  var splitsSaraAm: Bool
  var mouse: Bool
  var title: Bool

  /// From the terminal's type and the number of colours its description promises.
  init(_ options: TerminalOptions, colours count: Int) {
    let type = options.type
    let isSimple =
      type.isEmpty || ["linux", "vt1", "vt2", "vt52", "ansi", "dumb", "cons25"].contains { type.hasPrefix($0) }
    colours = options.noColour || count < 8 ? .none : count < 256 ? .eight : .many
    drawsLines = !isSimple
    showsThai = !type.hasPrefix("linux") && !type.hasPrefix("cons25")
    splitsSaraAm = type.hasPrefix("xterm-kitty")
    mouse = options.mouse && !isSimple
    title = !isSimple
  }

  /// What the linear form can do: everything that is text.
  static let plain: Capabilities = {
    var capabilities = Capabilities(TerminalOptions(), colours: 0)
    capabilities.showsThai = true
    return capabilities
  }()
}

extension Canvas {
  /// The canvas as this terminal can show it: lines in ASCII, or SARA AM in two parts, where it needs that.
  func adapted(to capabilities: Capabilities) -> Canvas {
    if capabilities.drawsLines, !capabilities.splitsSaraAm { return self }
    var adapted = self
    for row in 0..<whole.rows {
      for (column, cell) in self.row(row).enumerated() {
        let place = Position(column: column, row: row)
        if !capabilities.drawsLines, Borders.ascii(cell.base) != cell.base {
          adapted.set(Cell(Borders.ascii(cell.base), marks: cell.marks, ink: cell.ink), at: place)
        }
        if capabilities.splitsSaraAm, cell.base == "\u{0E33}", column > 0 { adapted.splitSaraAm(at: place) }
      }
    }
    return adapted
  }

  private mutating func splitSaraAm(at place: Position) {
    let before = place.moved(columns: -1)
    var base = self[before], vowel = self[place]
    // The ring stands below the tone mark, so it comes first.
    var marks = Marks()
    guard (0x0E01...0x0E2E).contains(base.base.value), marks.add("\u{0E4D}") else { return }
    for mark in base.marks.scalars where !marks.add(mark) { return }
    base.marks = marks
    vowel.base = "\u{0E32}"
    set(base, at: before)
    set(vowel, at: place)
  }
}
