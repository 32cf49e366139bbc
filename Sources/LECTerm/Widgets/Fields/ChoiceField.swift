import LECModel

/// One of a few things: title, sex, class, reason. Letters choose by what the options begin with, in either language and with
/// either keyboard switched on; left and right go through them; Enter or space opens the list.
struct ChoiceField: FieldControl {
  struct Option: Hashable, Sendable, Identifiable {
    let id: String
    let label: Words

    init(_ id: String, label: Words) {
      self.id = id
      self.label = label
    }
  }

  let options: [Option]
  private(set) var chosen: Int?
  /// The line chosen in the open list; nil while it is closed.
  private(set) var listCursor: Int?
  private(set) var typed = ""
  /// Letters with which no option begins: they are told, for whoever looks at the keys would believe them taken.
  private(set) var missed = ""
  /// The value that was there before and is none of the options: kept until another is chosen.
  private let unknown: String?
  let width: Int
  /// What each option can be typed as: its words in both languages.
  private let spellings: [[String]]

  /// `language` gives the words by which options are found; those drawn come from the look.
  init(_ options: [Option], chosen id: String = "", width: Int = 24, language: Language) {
    let isKnown = id.isEmpty || options.contains { $0.id == id }
    let options = isKnown ? options : options + [Option(id, label: .text(id))]
    unknown = isKnown ? nil : id
    self.options = options
    self.width = width
    chosen = options.firstIndex { $0.id == id }
    spellings = options.map { option in
      Language.Code.allCases.map { code in
        var spoken = language
        spoken.code = code
        spoken.digits = .arabic
        return option.label.said(in: spoken)
      } + [option.id]
    }
  }

  var value: String { chosen.map { options[$0].id } ?? "" }
  var problem: Words? { chosen == nil ? unread : nil }
  var remark: Remark? {
    if let unread { return Remark(unread, ink: .warning) }
    guard let unknown, value == unknown else { return nil }
    return Remark("choice.unknown", ink: .warning)
  }
  private var unread: Words? { missed.isEmpty ? nil : .key("choice.none", [.text("text", missed)]) }
  var size: Size { Size(columns: width, rows: 1) }

  mutating func restore(_ draft: String) { chosen = options.firstIndex { $0.id == draft } }

  mutating func handle(_ input: Input) -> FieldOutcome {
    if listCursor != nil { return handleList(input) }
    switch input {
    case .text(" "):
      return open()
    case .command(.choose) where chosen == nil:
      return open()
    case .text(let letters), .paste(let letters):
      return type(letters)
    case .command(.left): return step(-1)
    case .command(.right): return step(1)
    case .command(.deleteBack), .command(.clearLine), .command(.deleteForward):
      (typed, missed) = ("", "")
      chosen = nil
      return .changed
    default:
      typed = ""
      return .ignored
    }
  }

  func draw(on canvas: inout Canvas, in look: Look, state: FieldState) {
    let width = canvas.size.columns
    canvas.fill(canvas.bounds, ink: state.ink)
    let label = chosen.map { look.said(options[$0].label) } ?? ""
    canvas.put(label, at: .origin, width: width - 2, ink: state.ink)
    canvas.put("v", at: Position(column: width - 1, row: 0), ink: state.ink)
    if state.isFocused { canvas.cursor = .origin }
  }

  func drawOver(on canvas: inout Canvas, at place: Position, in look: Look) {
    guard let listCursor else { return }
    let lines = options.map { look.said($0.label) }
    Popup(title: typed, lines: lines, cursor: listCursor, near: place.moved(columns: -2, rows: 1))
      .draw(on: &canvas, in: look)
  }

  private mutating func open() -> FieldOutcome {
    guard !options.isEmpty else { return .handled }
    (typed, missed) = ("", "")
    listCursor = chosen ?? 0
    return .handled
  }

  private mutating func handleList(_ input: Input) -> FieldOutcome {
    let cursor = listCursor ?? 0
    switch input {
    case .command(.up): listCursor = max(0, cursor - 1)
    case .command(.down): listCursor = min(options.count - 1, cursor + 1)
    case .command(.pageUp), .command(.lineStart), .command(.first): listCursor = 0
    case .command(.pageDown), .command(.lineEnd), .command(.last): listCursor = options.count - 1
    case .command(.back):
      listCursor = nil
      typed = ""
    case .command(.choose), .text(" "), .command(.next):
      chosen = cursor
      listCursor = nil
      typed = ""
      return .finished
    case .command(.deleteBack): typed = ""
    case .text(let letters):
      if let found = find(typed + letters) ?? find(letters) {
        typed = find(typed + letters) == nil ? letters : typed + letters
        listCursor = found
      }
    default: break
    }
    return .handled
  }

  private mutating func type(_ letters: String) -> FieldOutcome {
    if let found = find(typed + letters) {
      typed += letters
      chosen = found
      missed = ""
      return .changed
    }
    if let found = find(letters) {
      typed = letters
      chosen = found
      missed = ""
      return .changed
    }
    typed = ""
    missed += letters
    return .handled
  }

  private mutating func step(_ by: Int) -> FieldOutcome {
    guard !options.isEmpty else { return .handled }
    (typed, missed) = ("", "")
    chosen = chosen.map { min(max(0, $0 + by), options.count - 1) } ?? (by > 0 ? 0 : options.count - 1)
    return .changed
  }

  /// The first option that begins with the letters, as words or as the keys that were pressed.
  private func find(_ letters: String) -> Int? {
    let words = ThaiDigits.ascii(letters).lowercased()
    if let found = spellings.firstIndex(where: { $0.contains { $0.lowercased().hasPrefix(words) } }) { return found }
    let keys = Self.keys(letters)
    return spellings.firstIndex { $0.contains { Self.keys($0).hasPrefix(keys) } }
  }

  /// The Latin keys on which a text is typed, whichever keyboard is switched on.
  private static func keys(_ text: String) -> String {
    var keys = String.UnicodeScalarView()
    keys.append(contentsOf: text.unicodeScalars.map { Kedmanee.fold($0) })
    return String(keys).lowercased()
  }
}
