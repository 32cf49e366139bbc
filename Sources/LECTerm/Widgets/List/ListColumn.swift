/// A column of a list: its heading, how wide it is, and from which screen width on it is shown unless the person chooses otherwise.
struct ListColumn: Hashable, Sendable, Identifiable {
  struct ID: Hashable, Sendable, ExpressibleByStringLiteral {
    let text: String

    init(_ text: String) { self.text = text }

    init(stringLiteral text: String) { self.text = text }
  }

  enum Side: Hashable, Sendable {
    case left, right
  }

  let id: ID
  let heading: TextKey
  /// The columns it takes at least; what is left over goes to those that grow.
  let width: Int
  let grows: Bool
  let side: Side
  let isSortable: Bool
  /// The smallest screen that shows it.
  let from: Look.SizeClass

  init(
    _ id: ID, heading: TextKey, width: Int, grows: Bool = false, side: Side = .left, isSortable: Bool = false,
    from: Look.SizeClass = .narrow
  ) {
    self.id = id
    self.heading = heading
    self.width = width
    self.grows = grows
    self.side = side
    self.isSortable = isSortable
    self.from = from
  }
}

/// Which columns are shown, and where each begins, in a given room.
struct ColumnLayout: Equatable, Sendable {
  struct Place: Equatable, Sendable {
    /// The column's place among the list's columns, and so among a row's cells.
    let index: Int
    let start: Int
    let width: Int
  }

  let places: [Place]

  /// Leaves out columns from the right until the rest fits; what room is then left is shared by those that grow.
  init(_ columns: [ListColumn], shown: [Int], width: Int) {
    var kept = shown
    func needed() -> Int { kept.reduce(0) { $0 + columns[$1].width } + max(0, kept.count - 1) }
    while kept.count > 1, needed() > width { kept.removeLast() }
    let growing = kept.filter { columns[$0].grows }.count
    var spare = max(0, width - needed())
    let share = growing > 0 ? spare / growing : 0
    var places: [Place] = []
    var start = 0
    var growingLeft = growing
    for index in kept {
      var columnWidth = columns[index].width
      if columns[index].grows {
        growingLeft -= 1
        let extra = growingLeft == 0 ? spare : share
        spare -= extra
        columnWidth += extra
      }
      columnWidth = min(columnWidth, max(0, width - start))
      places.append(Place(index: index, start: start, width: columnWidth))
      start += columnWidth + 1
    }
    self.places = places
  }
}
