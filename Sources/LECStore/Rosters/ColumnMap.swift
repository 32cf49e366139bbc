/// A column of the sheet that no field of the roster comes from; reported, never refused.
package struct IgnoredColumn: Equatable, Sendable {
  package let name: String
  package let place: SheetPlace

  package init(name: String, place: SheetPlace) {
    self.name = name
    self.place = place
  }
}

/// Which cell of a row holds which column of the roster.
///
/// Some names mean one thing or another, and the header as a whole decides: ชื่อ is the whole name where no column for the
/// surname stands beside it, ชั้น holds grade and room where no room stands beside it, เลขประจำตัว is the citizen number
/// where the student number has its own column, and the other way round.
package struct ColumnMap: Sendable {
  /// The place of the header; its column is 1.
  package let header: SheetPlace
  package let ignored: [IgnoredColumn]
  /// The names of the header, as they were understood.
  package let names: [String]
  /// What a roster can't do without and this header does not have, where that was no reason to stop.
  package let missing: [RosterColumn]
  private let indexes: [Int?]
  /// How many nameless columns after the full name belong to it: a merged heading over title, name and surname.
  private let nameTail: Int

  /// The index of the cell, counted from zero.
  package subscript(_ column: RosterColumn) -> Int? { indexes[column.order] }

  /// The columns the sheet has, in the order of `RosterColumn`.
  package var columns: [RosterColumn] { RosterColumn.allCases.filter { self[$0] != nil } }

  /// The text of a column in a row; empty if the sheet has no such column.
  package func text(_ column: RosterColumn, in row: CSVRow) -> String {
    guard let index = self[column] else { return "" }
    if column == .fullName, nameTail > 0 {
      return (index...(index + nameTail)).map { row[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return row[index]
  }

  /// Where the column's cell of a row stands; the row's first cell if the sheet has no such column.
  package func place(_ column: RosterColumn, in row: CSVRow) -> SheetPlace { row.place(self[column] ?? 0) }

  init(
    _ names: [String], at header: SheetPlace, words: HeaderWords = .none,
    required: [RosterColumn] = RosterColumn.required, isLenient: Bool = false
  ) throws(CSVProblem) {
    self.header = header
    self.names = names
    func place(_ index: Int) -> SheetPlace {
      SheetPlace(line: header.line, column: index + 1, textLine: header.textLine)
    }
    let meanings = try HeaderMeanings(names, words: words)
    var indexes = [Int?](repeating: nil, count: RosterColumn.allCases.count)
    var ignored: [IgnoredColumn] = []
    for index in names.indices {
      switch meanings.settled(index) {
      case .column(let column):
        if let first = indexes[column.order] { throw .doubledColumn(column, place(index), first: place(first)) }
        indexes[column.order] = index
      case .ignored:
        if !names[index].isEmpty { ignored.append(IgnoredColumn(name: names[index], place: place(index))) }
      case .ambiguous(let candidates):
        throw .ambiguousColumn(names[index], place(index), between: candidates)
      }
    }
    let missing = required.filter { column in
      indexes[column.order] == nil && column.whole.flatMap { indexes[$0.order] } == nil
    }
    if !missing.isEmpty, !isLenient { throw .missingColumns(missing, header) }
    self.missing = missing
    self.indexes = indexes
    self.ignored = ignored
    nameTail =
      indexes[RosterColumn.fullName.order].map { index in
        names[(index + 1)...].prefix { $0.isEmpty }.count
      } ?? 0
  }
}

extension RosterColumn {
  private static let orders: [RosterColumn: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  var order: Int { Self.orders[self] ?? 0 }
}
