/// The part of a long list that a `ListWindow` wants to hold. The screen puts it into a request of its own, the desk answers it by one query.
struct WindowRequest: Hashable, Sendable {
  enum Place: Hashable, Sendable {
    case first
    case last
    /// The rows that follow this one.
    case after(RowID)
    /// The rows that stand before this one, in the list's order.
    case before(RowID)
    /// A window with this row in it; where the row is no longer in the list, a window about this place in the order.
    case around(RowID, ordinal: Int)
  }

  var place: Place
  /// The most rows to give.
  var count: Int
  /// What the person typed to search by; empty for everything.
  var search: String
  /// The column to sort by; nil for the list's own order.
  var sort: ListColumn.ID?
  var isReversed: Bool
  /// The filter chosen on the screen, by its name; empty for none.
  var filter: String
}

/// What the desk found: some rows in order, and how many there are in all.
struct WindowAnswer: Equatable, Sendable {
  /// What was asked, so that the list knows where the rows go.
  let request: WindowRequest
  let rows: [ListRow]
  /// How many rows the list has in all, with this search and filter.
  let total: Int
  /// The place of the first of these rows in the whole list, counted from 0. Needed for `.around` only; counted from the rest otherwise.
  let start: Int

  init(to request: WindowRequest, rows: [ListRow], total: Int, start: Int = 0) {
    self.request = request
    self.rows = rows
    self.total = total
    self.start = start
  }
}

/// What names a row: a record's id as text, or whatever the query finds it by.
struct RowID: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }
}

/// One row as the list shows it. Cells are words, not strings, so that language and digits can be switched under them.
struct ListRow: Hashable, Sendable, Identifiable {
  let id: RowID
  /// One for each of the list's columns, in their order.
  var cells: [Words]
  /// What the row is, when it isn't an ordinary one: an error, a void one.
  var ink: Ink

  init(_ id: RowID, cells: [Words], ink: Ink = .text) {
    self.id = id
    self.cells = cells
    self.ink = ink
  }
}
