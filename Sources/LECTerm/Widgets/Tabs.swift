/// A row of names of which one is chosen: parts of a screen, classes of a roll-call.
struct Tabs: Hashable, Sendable {
  var names: [Words]
  private(set) var chosen: Int

  init(_ names: [Words], chosen: Int = 0) {
    self.names = names
    self.chosen = chosen
  }

  /// Goes to a tab by its place, or to the nearest there is.
  mutating func choose(_ place: Int) { chosen = min(max(0, place), max(0, names.count - 1)) }

  /// Tab goes on and round, `b` back; true when the tab changed.
  mutating func handle(_ input: Input) -> Bool {
    guard names.count > 1, case .command(let id) = input else { return false }
    switch id {
    case .next: chosen = (chosen + 1) % names.count
    case .previous: chosen = (chosen + names.count - 1) % names.count
    default: return false
    }
    return true
  }

  /// Draws the names in one row, scrolled so that the chosen one is seen whole.
  func draw(on canvas: inout Canvas, row: Int, in look: Look) {
    let line = canvas.bounds.row(row)
    let labels = names.enumerated().map { place, name in
      look.plain && place == chosen ? "[\(look.said(name))]" : " \(look.said(name)) "
    }
    let widths = labels.map { Columns.width(of: $0) + 1 }
    var first = 0
    while first < chosen, widths[first...chosen].reduce(0, +) > line.columns { first += 1 }
    var column = 0
    for (place, label) in labels.enumerated().dropFirst(first) {
      canvas.put(
        label, at: line.origin.moved(columns: column), width: max(0, line.columns - column),
        ink: place == chosen ? .tabSelected : .tab)
      column += widths[place]
    }
  }
}
