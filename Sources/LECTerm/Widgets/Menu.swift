/// A short list that is always there as a whole: the home screen's checklist and menu, settings, the parts of a unit's data.
///
/// An item has a name, a figure at the right, and may be refused with a reason, which is said when it is chosen all the same.
struct Menu: Sendable {
  struct Item: Hashable, Sendable, Identifiable {
    let id: String
    var label: Words
    /// What stands at the right: a count, a state, a date.
    var figure: Words
    var ink: Ink
    var state: Command.State
    /// The heading that begins with this item, when one does.
    var heading: Words

    init(
      _ id: String, label: Words, figure: Words = .none, ink: Ink = .text, state: Command.State = .ready,
      heading: Words = .none
    ) {
      self.id = id
      self.label = label
      self.figure = figure
      self.ink = ink
      self.state = state
      self.heading = heading
    }
  }

  enum Outcome: Equatable, Sendable {
    case ignored
    case handled
    case chosen(String)
    case refused(TextKey, [TextValue])
  }

  private(set) var items: [Item]
  private(set) var cursor: Int

  init(_ items: [Item], cursor: Int = 0) {
    self.items = items
    self.cursor = cursor
  }

  /// What a screen offers with it.
  static let commands: [Command] = [.up, .down, .pageUp, .pageDown, .first, .last, .choose].map { Command($0) }

  /// How far a page goes; most menus are shorter.
  private static let page = 15

  var selected: Item? { items.indices.contains(cursor) ? items[cursor] : nil }

  /// Shows other items; the chosen one stays chosen where it is still there.
  mutating func show(_ items: [Item]) {
    let id = selected?.id
    self.items = items
    cursor = items.firstIndex { $0.id == id } ?? min(cursor, max(0, items.count - 1))
  }

  mutating func handle(_ input: Input) -> Outcome {
    if case .click(let place) = input { return click(row: place.row) }
    guard case .command(let id) = input else { return .ignored }
    switch id {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(max(0, items.count - 1), cursor + 1)
    case .pageUp: cursor = max(0, cursor - Self.page)
    case .pageDown: cursor = min(max(0, items.count - 1), cursor + Self.page)
    case .first: cursor = 0
    case .last: cursor = max(0, items.count - 1)
    case .choose: return choose()
    default: return .ignored
    }
    return .handled
  }

  private func choose() -> Outcome {
    guard let selected else { return .handled }
    switch selected.state {
    case .ready: return .chosen(selected.id)
    case .refused(let reason, let values): return .refused(reason, values)
    }
  }

  private mutating func click(row: Int) -> Outcome {
    guard let place = lines.indices.contains(row) ? lines[row] : nil else { return .ignored }
    if place == cursor { return choose() }
    cursor = place
    return .handled
  }

  /// The item of each row that is drawn; nil for headings and the empty rows before them.
  private var lines: [Int?] {
    items.indices.flatMap { place -> [Int?] in
      if items[place].heading == .none { return [place] }
      return place == 0 ? [nil, place] : [nil, nil, place]
    }
  }

  /// How many rows all of it takes.
  var rows: Int { lines.count }

  /// Draws all that fits, scrolled so that the chosen item is seen, with the cursor on it.
  func draw(on canvas: inout Canvas, in look: Look) {
    let lines = lines
    let chosen = lines.firstIndex { $0 == cursor } ?? 0
    let top = max(0, min(chosen - canvas.size.rows + 2, lines.count - canvas.size.rows))
    let last = canvas.size.rows - 1
    for (row, place) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
      // There is more than can be seen, above or below.
      let isCut = row == 0 && top > 0 || row == last && top + canvas.size.rows < lines.count
      if isCut, !look.plain { canvas.put("…", at: Position(column: canvas.size.columns - 1, row: row), ink: .dim) }
      let next = top + row + 1
      if let place {
        draw(items[place], isChosen: place == cursor, on: &canvas, row: row, look)
      } else if lines.indices.contains(next), let headed = lines[next] {
        canvas.put(look.said(items[headed].heading), at: Position(column: 1, row: row), ink: .heading)
      }
    }
  }

  private func draw(_ item: Item, isChosen: Bool, on canvas: inout Canvas, row: Int, _ look: Look) {
    let line = canvas.bounds.row(row)
    let ink: Ink = isChosen ? .selected : item.state == .ready ? item.ink : .disabled
    let figure = look.said(item.figure)
    let label = look.said(item.label)
    canvas.put((isChosen ? "> " : "  "), at: line.origin, ink: ink)
    if look.plain {
      canvas.put(figure.isEmpty ? label : "\(label): \(figure)", at: line.origin.moved(columns: 2), ink: ink)
    } else {
      let figureWidth = Columns.width(of: figure)
      let room = max(0, line.columns - figureWidth - 5)
      canvas.put(label, at: line.origin.moved(columns: 2), width: room, ink: ink)
      let figureInk: Ink = isChosen ? .text : item.state == .ready ? item.ink : .disabled
      canvas.put(figure, at: line.origin, width: line.columns - 2, ink: figureInk, align: .trailing)
    }
    if isChosen { canvas.cursor = line.origin }
  }
}
