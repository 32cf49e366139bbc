/// The box in which a person ticks the columns a list shows.
struct ColumnChooser: Hashable, Sendable {
  enum Outcome: Equatable, Sendable {
    case open
    case ignored
    case chosen(Set<ListColumn.ID>)
    case left
  }

  let columns: [ListColumn]
  private(set) var shown: Set<ListColumn.ID>
  private(set) var cursor = 0

  init(columns: [ListColumn], shown: Set<ListColumn.ID>) {
    self.columns = columns
    self.shown = shown
  }

  /// Space ticks, Enter takes the choice, Esc leaves it. The last column can't be taken away.
  mutating func handle(_ input: Input) -> Outcome {
    guard case .command(let id) = input else { return .open }
    switch id {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(columns.count - 1, cursor + 1)
    case .first: cursor = 0
    case .last: cursor = columns.count - 1
    case .mark: toggle()
    case .choose: return .chosen(shown)
    case .back: return .left
    default: return .ignored
    }
    return .open
  }

  private mutating func toggle() {
    guard columns.indices.contains(cursor) else { return }
    let changed = shown.symmetricDifference([columns[cursor].id])
    if !changed.isEmpty { shown = changed }
  }

  /// Draws the box in the middle, over what stands there.
  func draw(on canvas: inout Canvas, in look: Look) {
    let lines = columns.map { "\(shown.contains($0.id) ? "[x]" : "[ ]") \(look.text($0.heading))" }
    let title = look.text("list.columns.title")
    Popup(title: title, hint: look.text("list.columns.hint"), lines: lines, cursor: cursor).draw(on: &canvas, in: look)
  }
}
