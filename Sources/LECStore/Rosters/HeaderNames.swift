import LECModel

/// The names under which columns are known: those an export writes, and those of the table `data/headers.csv`, which a
/// person can extend: the names of other systems, and what schools write into sheets of their own.
package struct HeaderNames: Sendable {
  private var table: [String: [RosterColumn]] = [:]

  /// The names an export writes and the stable names, without any table: what the program wrote itself it can always read.
  package static let own = HeaderNames()

  private init() {
    for column in RosterColumn.allCases {
      for name in [column.rawValue, column.thaiName, column.englishName] { add(name, column) }
    }
  }

  /// Reads a table of lines `field,name,system`; lines that begin with # and the heading say nothing.
  package init(table raw: [UInt8]) throws(CSVProblem) {
    self.init()
    guard !raw.isEmpty else { return }
    let text = try SheetText(raw)
    var reader = CSVReader(text, delimiter: .comma)
    while let row = try reader.next() {
      let field = TextForm.clean(row[0]), name = TextForm.clean(row[1])
      if field.hasPrefix("#") || field == "field" || name.isEmpty { continue }
      guard let column = RosterColumn(rawValue: field) else { throw .unknownMapColumn(field, line: row.line) }
      add(name, column)
    }
    // The first that a name may mean is the first in the order of the columns, wherever it stands in the table.
    for key in table.keys { table[key]?.sort { $0.order < $1.order } }
  }

  private mutating func add(_ name: String, _ column: RosterColumn) {
    let key = HeaderFold.fold(name)
    if table[key]?.contains(column) != true { table[key, default: []].append(column) }
  }

  /// What a name can mean. More than one column: the header as a whole decides (see `ColumnMap`).
  func candidates(_ name: String) -> [RosterColumn] {
    table[HeaderFold.fold(name)] ?? HeaderFold.foldWithoutParentheses(name).flatMap { table[$0] } ?? []
  }
}
