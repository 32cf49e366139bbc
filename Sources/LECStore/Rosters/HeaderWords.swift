import LECModel

/// What the names of a header mean: the table of known names, and what a person says about headers it does not know.
///
/// A person says it in a file of lines `header = column`, or one by one; the column is a name of `RosterColumn` or any name
/// known for one, or `ignore`. The header is its name, `header#2` for the second column of that name, or the letters of the
/// column. Blank lines and lines that begin with # say nothing.
package struct HeaderWords: Sendable {
  struct Entry: Sendable {
    let header: String
    let key: String
    /// Nil: to be left out.
    let column: RosterColumn?
    let line: Int
    /// Said about a sheet with this header before: then it is no fault that a header is not there.
    var isRemembered = false
  }

  private(set) var entries: [Entry]
  let names: HeaderNames

  package static let none = HeaderWords(names: .own)

  package init(names: HeaderNames) {
    entries = []
    self.names = names
  }

  package init(_ raw: [UInt8], names: HeaderNames) throws(CSVProblem) {
    self.init(names: names)
    let text = try SheetText(raw)
    var line = 0
    for part in String(decoding: text.bytes[text.start...], as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      line += 1
      let words = TextForm.clean(String(part))
      if words.isEmpty || words.hasPrefix("#") { continue }
      try add(words, line: line)
    }
  }

  /// Adds what one `header = column` says.
  package mutating func add(_ words: String, line: Int) throws(CSVProblem) {
    guard let sign = words.lastIndex(of: "=") else { throw .badMapLine(line) }
    let header = TextForm.clean(String(words[..<sign]))
    let column = TextForm.clean(String(words[words.index(after: sign)...]))
    if HeaderFold.fold(header).isEmpty || column.isEmpty { throw .badMapLine(line) }
    entries.append(
      Entry(header: header, key: HeaderFold.fold(header), column: try self.column(column, line: line), line: line))
  }

  /// Adds what was said about a sheet with this header before; what is said now goes before it.
  mutating func remember(_ pairs: [String: String]) {
    for (header, column) in pairs.sorted(by: { $0.key < $1.key }) {
      let known = RosterColumn(rawValue: column)
      guard known != nil || column == "ignore" else { continue }
      entries.append(
        Entry(header: header, key: HeaderFold.fold(header), column: known, line: 0, isRemembered: true))
    }
  }

  /// All that is said, as it is kept for the next sheet with this header.
  var pairs: [String: String] {
    Dictionary(entries.map { ($0.header, $0.column?.rawValue ?? "ignore") }) { first, _ in first }
  }

  private func column(_ name: String, line: Int) throws(CSVProblem) -> RosterColumn? {
    if name == "ignore" || name == "-" { return nil }
    if let column = RosterColumn(rawValue: name) { return column }
    let candidates = names.candidates(name)
    guard candidates.count == 1 else { throw .unknownMapColumn(name, line: line) }
    return candidates[0]
  }

  /// The index of the entry that speaks of the header, the one with its occurrence first, then one that names its letters.
  func index(_ name: String, occurrence: Int, letters: String = "") -> Int? {
    guard !entries.isEmpty else { return nil }
    let key = HeaderFold.fold(name)
    // What is said now goes before what was said another time.
    for wasSaid in [false, true] {
      func find(_ fits: (Entry) -> Bool) -> Int? { entries.firstIndex { $0.isRemembered == wasSaid && fits($0) } }
      let found =
        name.isEmpty ? nil : find { $0.key == "\(key)#\(occurrence)" } ?? find { $0.key == key }
      if let place = found ?? (letters.isEmpty ? nil : find { $0.header == letters }) { return place }
    }
    return nil
  }
}
