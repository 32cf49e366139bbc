/// A list over a query of any length: it holds the rows on the screen and no more, knows its place in the whole, and asks for the rest.
///
/// Use: offer `commands`, be `isTyping` when it is, `fit(rows:)` when opened and resized, pass input to `handle`, put the `.ask` it returns into a request of the screen, give the answer
/// to `receive`, draw with `draw`. After data changed, ask `refresh()`: the chosen row stays chosen where it is still there.
struct ListWindow: Sendable {
  /// What came of an input.
  enum Outcome: Equatable, Sendable {
    /// Not for a list: the screen may look at it.
    case ignored
    case handled
    case ask(WindowRequest)
    /// Enter was pressed on this row.
    case chosen(ListRow)
  }

  let columns: [ListColumn]
  private(set) var rows: [ListRow] = []
  /// How many rows the query finds.
  private(set) var total = 0
  /// The place of the first held row in the whole list, from 0.
  private(set) var start = 0
  /// The chosen row among those held.
  private(set) var cursor = 0
  private(set) var marks = MarkedRows.none
  private(set) var sort: ListColumn.ID?
  private(set) var isReversed = false
  private(set) var searchBox: TextLine?
  private(set) var search = ""
  private(set) var filter = ""
  private(set) var chooser: ColumnChooser?
  /// The columns the person chose; nil as long as the screen's width decides.
  private(set) var chosenColumns: Set<ListColumn.ID>?
  private(set) var capacity: Int
  /// Said where there is no row.
  let emptyText: TextKey

  /// Whether rows can be marked for a command on many.
  let isMarkable: Bool

  init(columns: [ListColumn], capacity: Int = 20, emptyText: TextKey = "list.empty", isMarkable: Bool = true) {
    self.columns = columns
    self.isMarkable = isMarkable
    self.capacity = max(1, capacity)
    self.emptyText = emptyText
  }

  /// The row that the next command is about; nil in an empty list.
  var selected: ListRow? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// The place of the chosen row in the whole list, counted from 1; 0 in an empty list.
  var ordinal: Int { rows.isEmpty ? 0 : start + cursor + 1 }

  /// Whether a search or the choice of columns takes letters now.
  var isTyping: Bool { searchBox != nil }

  /// Whether Esc should reach the list before the screen closes.
  var wantsBack: Bool { searchBox != nil || chooser != nil || !search.isEmpty }

  /// How many rows are marked; commands on a selection take the chosen row where none is.
  var markedCount: Int { marks.count(of: total) }

  /// The ids a command on a selection is about, where they are known by name: the marked ones, else the chosen one.
  /// `nil` when all that the query finds are meant, less some: then the command must be told by query (`marks`).
  var picked: Set<RowID>? {
    switch marks {
    case .only(let rows) where !rows.isEmpty: rows
    case .only: Set(selected.map { [$0.id] } ?? [])
    case .allBut: nil
    }
  }

  /// Says how many rows there is room for; returns what to ask when that changes what is held.
  mutating func fit(rows count: Int) -> WindowRequest? {
    let count = max(1, count)
    guard count != capacity else { return nil }
    capacity = count
    return rows.isEmpty ? nil : refresh()
  }

  /// What to ask at first, and after the query changed.
  func fromStart() -> WindowRequest { request(.first) }

  /// What to ask after data changed: the same rows anew, the chosen one among them.
  func refresh() -> WindowRequest {
    guard let selected else { return request(.first) }
    return request(.around(selected.id, ordinal: start + cursor))
  }

  /// Shows only what a filter of the screen lets through. Marks go, for they were made on another list.
  mutating func filter(by name: String) -> WindowRequest {
    filter = name
    marks = .none
    return fromStart()
  }

  /// Takes all marks away, after a command was done on them.
  mutating func clearMarks() { marks = .none }

  /// Takes the columns and order that were kept from an earlier run.
  mutating func restore(columns: Set<ListColumn.ID>?, sort: ListColumn.ID?, isReversed: Bool) {
    chosenColumns = columns
    self.sort = sort
    self.isReversed = isReversed
  }

  /// What a screen offers with the list: moving, finding, and where `isMarkable` marking.
  var commands: [Command] {
    let moving: [Command.ID] = [.up, .down, .pageUp, .pageDown, .first, .last, .choose]
    if chooser != nil { return [.bar(.mark), .bar(.choose)] + moving.dropLast().map { Command($0) } }
    let sorting: [Command.ID] = columns.contains(where: \.isSortable) ? [.sort, .reverse] : []
    let marking: [Command.ID] = isMarkable ? [.mark, .markAll] : []
    return [.bar(.search)] + (sorting + [.columns] + marking + moving).map { Command($0) }
  }

  mutating func handle(_ input: Input) -> Outcome {
    if chooser != nil { return handleChooser(input) }
    if searchBox != nil, let outcome = handleSearch(input) { return outcome }
    if case .click(let place) = input { return click(row: place.row - 1) }
    guard case .command(let id) = input else { return .ignored }
    switch id {
    case .up: return move(by: -1)
    case .down: return move(by: 1)
    case .pageUp: return page(up: true)
    case .pageDown: return page(up: false)
    case .first: return start == 0 ? go(to: 0) : .ask(request(.first))
    case .last: return start + rows.count == total ? go(to: rows.count - 1) : .ask(request(.last))
    case .choose: return selected.map(Outcome.chosen) ?? .handled
    case .mark: return markAndMove()
    case .markAll: return toggleAll()
    case .search: return openSearch()
    case .back where !search.isEmpty: return searchFor("")
    case .sort: return sortByNext()
    case .reverse: return turnRound()
    case .columns: return openChooser()
    default: return .ignored
    }
  }

  /// Puts what the desk found where it belongs.
  mutating func receive(_ answer: WindowAnswer) {
    total = answer.total
    switch answer.request.place {
    case .first:
      hold(answer.rows, from: 0)
      cursor = 0
    case .last:
      hold(Array(answer.rows.suffix(capacity)), from: max(0, total - answer.rows.count))
      cursor = max(0, rows.count - 1)
    case .around(let id, let ordinal):
      hold(Array(answer.rows.prefix(capacity)), from: answer.start)
      cursor = rows.firstIndex { $0.id == id } ?? min(max(0, ordinal - start), max(0, rows.count - 1))
    case .after(let id):
      append(answer.rows, after: id, isStep: answer.request.count < capacity)
    case .before(let id):
      prepend(answer.rows, before: id, isStep: answer.request.count < capacity)
    }
  }
}

// Moving
extension ListWindow {
  private mutating func move(by step: Int) -> Outcome {
    let target = cursor + step
    if rows.indices.contains(target) { return go(to: target) }
    if step > 0, let last = rows.last, start + rows.count < total { return .ask(request(.after(last.id), count: jump)) }
    if step < 0, let first = rows.first, start > 0 { return .ask(request(.before(first.id), count: jump)) }
    return .handled
  }

  /// A click chooses a row; a click on the chosen one opens it.
  private mutating func click(row: Int) -> Outcome {
    guard rows.indices.contains(row) else { return .ignored }
    if row == cursor { return .chosen(rows[row]) }
    return go(to: row)
  }

  private mutating func page(up: Bool) -> Outcome {
    if up, start > 0, let first = rows.first { return .ask(request(.before(first.id))) }
    if !up, start + rows.count < total, let last = rows.last { return .ask(request(.after(last.id))) }
    return go(to: up ? 0 : rows.count - 1)
  }

  private mutating func go(to place: Int) -> Outcome {
    cursor = min(max(0, place), max(0, rows.count - 1))
    return .handled
  }

  private mutating func hold(_ rows: [ListRow], from start: Int) {
    self.rows = Array(rows.prefix(capacity))
    self.start = start
  }

  /// How many rows come when the cursor goes beyond those held. Half a screen at once costs fewer bytes than as many single rows.
  private var jump: Int { max(1, capacity / 2) }

  /// A step goes to the first of the rows that came; a page keeps the cursor's height on the screen.
  private mutating func append(_ added: [ListRow], after id: RowID, isStep: Bool) {
    guard rows.last?.id == id, let first = added.first else { return }
    let together = rows + added
    let dropped = max(0, together.count - capacity)
    rows = Array(together.dropFirst(dropped))
    start += dropped
    if isStep {
      cursor = rows.firstIndex { $0.id == first.id } ?? 0
    } else {
      cursor = added.count < capacity ? rows.count - 1 : min(cursor, rows.count - 1)
    }
  }

  private mutating func prepend(_ added: [ListRow], before id: RowID, isStep: Bool) {
    guard rows.first?.id == id, let last = added.last else { return }
    rows = Array((added + rows).prefix(capacity))
    start = max(0, start - added.count)
    if isStep {
      cursor = rows.firstIndex { $0.id == last.id } ?? 0
    } else {
      cursor = added.count < capacity ? 0 : min(cursor, rows.count - 1)
    }
  }

  func request(_ place: WindowRequest.Place, count: Int? = nil) -> WindowRequest {
    WindowRequest(
      place: place, count: count ?? capacity, search: search, sort: sort, isReversed: isReversed, filter: filter)
  }
}

// Marks, order, search, columns
extension ListWindow {
  private mutating func markAndMove() -> Outcome {
    guard isMarkable, let selected else { return .handled }
    marks.toggle(selected.id)
    return move(by: 1)
  }

  private mutating func toggleAll() -> Outcome {
    guard isMarkable else { return .handled }
    marks = marks.count(of: total) == total ? .none : .allBut([])
    return .handled
  }

  private mutating func sortByNext() -> Outcome {
    let sortable = columns.filter(\.isSortable).map(\.id)
    guard let first = sortable.first else { return .handled }
    let now = sort.flatMap { sortable.firstIndex(of: $0) }
    sort = now.map { sortable[($0 + 1) % sortable.count] } ?? first
    isReversed = false
    return .ask(fromStart())
  }

  private mutating func turnRound() -> Outcome {
    isReversed.toggle()
    return .ask(fromStart())
  }

  private mutating func openSearch() -> Outcome {
    searchBox = TextLine(search, limit: 60)
    return .handled
  }

  private mutating func handleSearch(_ input: Input) -> Outcome? {
    guard var box = searchBox else { return nil }
    switch input {
    case .command(.back):
      searchBox = nil
      return searchFor("")
    case .command(.choose):
      searchBox = nil
      return .handled
    case .command(.left), .command(.right), .command(.lineStart), .command(.lineEnd), .command(.deleteBack),
      .command(.deleteForward), .command(.clearLine), .text, .paste:
      guard box.handle(input) else { return nil }
      searchBox = box
      return searchFor(box.text)
    default:
      return nil
    }
  }

  private mutating func searchFor(_ words: String) -> Outcome {
    guard words != search else { return .handled }
    search = words
    if case .allBut = marks { marks = .none }
    return .ask(fromStart())
  }

  private mutating func openChooser() -> Outcome {
    chooser = ColumnChooser(columns: columns, shown: chosenColumns ?? Set(columns.map(\.id)))
    return .handled
  }

  private mutating func handleChooser(_ input: Input) -> Outcome {
    switch chooser?.handle(input) {
    case .some(.open): return .handled
    case .some(.ignored), .none: return .ignored
    case .some(.chosen(let shown)):
      chosenColumns = shown
      chooser = nil
    case .some(.left): chooser = nil
    }
    return .handled
  }
}
