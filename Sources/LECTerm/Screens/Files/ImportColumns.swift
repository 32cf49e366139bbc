import LECModel

/// The columns of a sheet and what each is taken for; another meaning is chosen from a list and kept for the next sheet
/// with the same header.
struct ImportColumns: Sendable {
  enum Outcome {
    case handled, left
    /// The column means this: a stable name, or `ignore`.
    case chosen(header: String, field: String)
  }

  private var columns: [ImportColumn]
  private let needed: [String]
  private var menu: Menu
  /// The column whose meaning is being chosen, and what it can be.
  private var fields: Menu?

  init(_ report: ImportReport) {
    columns = report.columns
    needed = report.needed
    menu = Menu(
      report.columns.enumerated().map { index, column in
        Menu.Item(
          String(index),
          label: .key(
            "import.column",
            [.text("letters", column.letters), .text("header", column.header), .text("example", column.example)]),
          figure: column.field.isEmpty ? "import.column.none" : .key(TextKey("csv.column.\(column.field)"), []),
          ink: column.field.isEmpty ? .warning : .text)
      },
      cursor: report.columns.firstIndex { $0.field.isEmpty && !$0.header.isEmpty } ?? 0)
  }

  /// Takes what the columns mean after a choice; the bar stays where it was.
  mutating func update(_ report: ImportReport) {
    let place = menu.cursor
    self = ImportColumns(report)
    menu = Menu(menu.items, cursor: min(place, max(0, menu.items.count - 1)))
  }

  static let commands: [Command] = Menu.commands.map {
    $0.id == .choose ? .bar(.choose, name: "import.column.choose") : $0
  }

  mutating func handle(_ input: Input, isFieldKnown: (String) -> Bool) -> Outcome {
    if fields != nil { return handleFields(input) }
    if case .command(.back) = input { return .left }
    if case .chosen = menu.handle(input) {
      let names = ["ignore"] + Self.names
      fields = Menu(
        names.map { name in
          Menu.Item(
            name, label: name == "ignore" ? "import.column.ignore" : .key(TextKey("csv.column.\(name)"), []),
            figure: isFieldKnown(name) ? "import.column.taken" : .none)
        }, cursor: names.firstIndex { needed.contains($0) } ?? 0)
    }
    return .handled
  }

  private mutating func handleFields(_ input: Input) -> Outcome {
    if case .command(.back) = input {
      fields = nil
      return .handled
    }
    guard case .chosen(let field)? = fields?.handle(input), columns.indices.contains(menu.cursor) else {
      return .handled
    }
    let column = columns[menu.cursor]
    fields = nil
    return .chosen(header: Self.key(column, columns), field: field)
  }

  /// What a child's record has, in the order of the form, then the columns that hold two things in one.
  private static let names =
    StudentField.typed.map(\.name) + ["fullName", "gradeAndRoom", "institution", "institutionName", "year", "term"]

  /// The header, with its place where several columns have the same; a column without one goes by its letters.
  private static func key(_ column: ImportColumn, _ columns: [ImportColumn]) -> String {
    if column.header.isEmpty { return column.letters }
    let same = columns.filter { $0.header == column.header }
    guard same.count > 1, let place = same.firstIndex(of: column) else { return column.header }
    return "\(column.header)#\(place + 1)"
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    let columns = canvas.size.columns
    var title: Words = "import.columns.why"
    if fields != nil, self.columns.indices.contains(menu.cursor) {
      title = .key("import.column.what", [.text("header", self.columns[menu.cursor].header)])
    } else if let first = needed.first {
      title = .key("import.needed", [.key("column", TextKey("csv.column.\(first)")), .number("count", needed.count)])
    }
    canvas.put(
      look.said(title), at: Position(column: 1, row: 0), width: columns - 2, ink: needed.isEmpty ? .dim : .warning)
    canvas.part(Rect(column: 0, row: 2, columns: columns, rows: max(1, canvas.size.rows - 2))) {
      (fields ?? menu).draw(on: &$0, in: look)
    }
  }
}
