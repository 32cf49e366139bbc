package import LECModel

/// A table with a type for every cell. The same columns serve the text of 79 columns, the spreadsheet and the printed page.
package struct Grid: Sendable {
  package var title = ""
  package var columns: [Column] = []
  package var entries: [Entry] = []
  /// What the groups are, as a spreadsheet heads the column that names them.
  package var groupTitle = ""

  package enum Entry: Sendable {
    /// Heads the rows below it. Only the first line goes into a spreadsheet.
    case group([String], newPage: Bool)
    case row([Cell])
    /// The sum of a group, which text and paper show and a spreadsheet can work out itself.
    case subtotal([Cell])
    case sum([Cell])
  }

  init(_ title: String = "", _ columns: [Column], groupTitle: String = "") {
    self.title = title
    self.columns = columns
    self.groupTitle = groupTitle
  }

  mutating func row(_ cells: [Cell]) { entries.append(.row(cells)) }
  mutating func sum(_ cells: [Cell]) { entries.append(.sum(cells)) }
  mutating func subtotal(_ cells: [Cell]) { entries.append(.subtotal(cells)) }
  mutating func group(_ lines: String..., newPage: Bool = false) { entries.append(.group(lines, newPage: newPage)) }

  var hasGroups: Bool {
    entries.contains { if case .group = $0 { true } else { false } }
  }
}

/// What a cell holds.
package enum Cell: Sendable, Equatable {
  case text(String)
  /// Digits that are no figure, such as numbers of people and telephones: never counted with, never without their zero.
  case code(String, shown: String)
  case figure(Int)
  case date(CalendarDate)
  case box(Bool)

  static let empty = Cell.text("")

  static func code(_ text: String) -> Cell { .code(text, shown: text) }

  /// The number of a child, grouped as on its card where it is one.
  static func number(_ text: String) -> Cell {
    .code(text, shown: (try? IdentityNumber.read(text, yearBE: nil).get().grouped) ?? text)
  }

  /// A stored day; what is none stays as it is written.
  static func day(_ iso: String) -> Cell { CalendarDate(iso: iso).map { .date($0) } ?? .text(iso) }

  /// A stored figure.
  static func count(_ text: String?) -> Cell { text.map { t in Int(t).map { .figure($0) } ?? .text(t) } ?? .text("-") }

  var isEmpty: Bool { self == .empty }

  /// As people read it.
  func said(_ words: ReportWords) -> String {
    switch self {
    case .text(let text): SafeText.line(text)
    case .code(_, let shown): words.digits(SafeText.line(shown))
    case .figure(let count): words.number(count)
    case .date(let date): words.day(date)
    case .box(let isTicked): isTicked ? "[x ]" : "[  ]"
    }
  }
}

/// A column of a table.
package struct Column: Sendable {
  package enum Kind: Sendable { case text, code, figure, date, box }

  /// Where it stands in text, which is too narrow for many columns: an entry may take several lines.
  struct Place: Sendable {
    var line = 0
    var width: Int
    var head: String
    var indent = 0
  }

  package var title: String
  /// What spans it and its neighbours of the same words on paper.
  package var over: String
  package var kind: Kind
  /// In letters, on paper and in a spreadsheet.
  package var width: Int
  var place: Place?
  package private(set) var isOnSheets = true

  init(_ title: String, _ width: Int, _ kind: Kind = .text, over: String = "") {
    self.title = title
    self.over = over
    self.kind = kind
    self.width = width
    place = Place(width: width, head: title)
  }

  /// Stands elsewhere in text: on a later line of the entry, wider or narrower, under another head.
  func at(_ line: Int, _ width: Int, head: String = "", indent: Int = 0) -> Column {
    var moved = self
    moved.place = Place(line: line, width: width, head: head, indent: indent)
    return moved
  }

  /// Text has no room for it.
  var onSheets: Column {
    var moved = self
    moved.place = nil
    return moved
  }

  /// Text alone puts these together.
  var inText: Column {
    var moved = self
    moved.isOnSheets = false
    return moved
  }

  /// Spreadsheets need it to sort and search; text and paper have it in the heading.
  var isFigure: Bool { kind == .figure }
}
