/// Which rows are marked: some by name, or all that the query finds but some. Marking a hundred thousand rows thus costs nothing.
enum MarkedRows: Hashable, Sendable {
  case only(Set<RowID>)
  case allBut(Set<RowID>)

  static let none = MarkedRows.only([])

  func contains(_ row: RowID) -> Bool {
    switch self {
    case .only(let rows): rows.contains(row)
    case .allBut(let rows): !rows.contains(row)
    }
  }

  /// How many are marked when the query finds so many.
  func count(of total: Int) -> Int {
    switch self {
    case .only(let rows): rows.count
    case .allBut(let rows): max(0, total - rows.count)
    }
  }

  /// Marks the row, or takes its mark away.
  mutating func toggle(_ row: RowID) {
    switch self {
    case .only(let rows): self = .only(rows.symmetricDifference([row]))
    case .allBut(let rows): self = .allBut(rows.symmetricDifference([row]))
    }
  }
}
