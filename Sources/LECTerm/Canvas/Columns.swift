import LECModel

/// One column of text: a base and what sits on it.
struct Column: Hashable, Sendable {
  var base: Unicode.Scalar
  var marks = Marks()
}

/// How a text that is too long is shortened.
enum Cut: Sendable {
  /// The end is left out and `…` says so.
  case ellipsis
  /// The beginning is left out and `…` says so: for paths and long numbers.
  case start
  /// The end is left out and nothing says so.
  case clip
}

/// On which side of its room a short text stands.
enum Alignment: Sendable { case leading, center, trailing }

/// A text cut into columns: a base with its zero-width marks. SARA AM begins a column of its own, a mark without a base sits on a
/// dotted circle, and whatever isn't safe or plain to show becomes `?`. Nothing else in the program counts columns.
struct Columns: Sequence {
  /// Stands for what can't be shown.
  static let replacement = SafeText.sign
  /// The base of a mark that has none.
  static let dottedCircle: Unicode.Scalar = "\u{25CC}"
  static let ellipsis: Unicode.Scalar = "…"

  private let text: String

  init(_ text: String) { self.text = text }

  func makeIterator() -> Iterator { Iterator(text) }

  struct Iterator: IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var held: Column?

    fileprivate init(_ text: String) { scalars = text.unicodeScalars.makeIterator() }

    mutating func next() -> Column? {
      while let scalar = scalars.next() {
        switch Glyph(scalar) {
        case .nothing: continue
        case .base: if let whole = take(Column(base: scalar)) { return whole }
        case .unprintable: if let whole = take(Column(base: Columns.replacement)) { return whole }
        case .mark:
          if held?.marks.add(scalar) == true { continue }
          var lone = Column(base: Columns.dottedCircle)
          if !lone.marks.add(scalar) { lone.base = Columns.replacement }
          if let whole = take(lone) { return whole }
        }
      }
      return take(nil)
    }

    private mutating func take(_ begun: Column?) -> Column? {
      defer { held = begun }
      return held
    }
  }
}

extension Columns {
  /// How many columns a text takes.
  static func width(of text: String) -> Int {
    var count = 0
    for _ in Columns(text) { count += 1 }
    return count
  }

  /// The columns of a text, shortened to the width where there are more.
  static func fit(_ text: String, width: Int, cut: Cut = .ellipsis) -> [Column] {
    guard width > 0 else { return [] }
    let all = Array(Columns(text))
    guard all.count > width else { return all }
    switch cut {
    case .clip: return Array(all.prefix(width))
    case .ellipsis: return all.prefix(width - 1) + [Column(base: ellipsis)]
    case .start: return [Column(base: ellipsis)] + all.suffix(width - 1)
    }
  }

  /// A text of exactly so many columns: shortened, or filled up with spaces.
  static func pad(_ text: String, width: Int, align: Alignment = .leading, cut: Cut = .ellipsis) -> String {
    let columns = fit(text, width: width, cut: cut)
    let room = Swift.max(0, width - columns.count)
    let before = align.room(before: room)
    return String(repeating: " ", count: before) + string(columns) + String(repeating: " ", count: room - before)
  }

  /// Columns as text again.
  static func string(_ columns: some Sequence<Column>) -> String {
    var text = ""
    for column in columns { Cell(column.base, marks: column.marks).write(to: &text) }
    return text
  }
}

extension Alignment {
  /// How much of the free room stands before the text.
  func room(before room: Int) -> Int {
    switch self {
    case .leading: 0
    case .center: room / 2
    case .trailing: room
    }
  }
}
