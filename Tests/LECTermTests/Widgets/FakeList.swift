@testable import LECTerm

/// A list of any length that exists only as a number: it answers windows as the desk would.
struct FakeList {
  var names: [String]?
  let count: Int

  /// So many rows called `0000001` and on.
  init(count: Int) {
    self.count = count
    names = nil
  }

  /// These rows.
  init(_ names: [String]) {
    self.names = names
    count = names.count
  }

  static let columns: [ListColumn] = [
    ListColumn("number", heading: "command.digits", width: 9, side: .right, isSortable: true),
    ListColumn("name", heading: "command.search", width: 20, grows: true, isSortable: true),
    ListColumn("class", heading: "command.setClass", width: 8),
    ListColumn("more", heading: "command.more", width: 16, from: .wide),
  ]

  func answer(_ request: WindowRequest) -> WindowAnswer {
    let places = (0..<count).lazy.filter { request.search.isEmpty || name($0).contains(request.search) }
    if request.search.isEmpty { return window(request, total: count) { $0 } }
    let found = Array(places)
    return window(request, total: found.count) { found[$0] }
  }

  private func window(_ request: WindowRequest, total: Int, _ place: (Int) -> Int) -> WindowAnswer {
    func ordinal(of id: RowID) -> Int? {
      Int(id.text).flatMap { (0..<total).contains($0) && place($0) == $0 ? $0 : nil }
    }
    let start: Int
    var end: Int
    switch request.place {
    case .first: (start, end) = (0, request.count)
    case .last: (start, end) = (max(0, total - request.count), total)
    case .after(let id):
      start = (ordinal(of: id) ?? total) + 1
      end = start + request.count
    case .before(let id):
      end = ordinal(of: id) ?? 0
      start = max(0, end - request.count)
    case .around(let id, let near):
      start = min(max(0, (ordinal(of: id) ?? near) - request.count / 2), max(0, total - request.count))
      end = start + request.count
    }
    end = min(end, total)
    let rows = start < end ? (start..<end).map { row(place($0), reversed: request.isReversed) } : []
    return WindowAnswer(to: request, rows: rows, total: total, start: start)
  }

  func row(_ place: Int, reversed: Bool = false) -> ListRow {
    let shown = reversed ? count - 1 - place : place
    return ListRow(
      RowID(String(place)),
      cells: [.number(shown + 1), .text(name(shown)), .figures("ป.\(shown % 6 + 1)/1"), .text("-")])
  }

  private func name(_ place: Int) -> String {
    names.map { $0[place] } ?? String(repeating: "0", count: max(0, 7 - String(place).count)) + String(place)
  }
}

extension ListWindow {
  /// Handles inputs as a screen and a desk would together.
  mutating func run(_ inputs: [Input], on list: FakeList) {
    for input in inputs {
      if case .ask(let request) = handle(input) { receive(list.answer(request)) }
    }
  }

  /// The same for commands.
  mutating func run(_ commands: Command.ID..., on list: FakeList) {
    run(commands.map(Input.command), on: list)
  }
}
