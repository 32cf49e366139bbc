import LECModel

/// What a person says about headers the program does not know: a file of lines `header = column`, where the column is a
/// name of `RosterColumn` or any name known for one, or `ignore`. `header#2` means the second column of that name.
/// Blank lines and lines that begin with # say nothing.
package struct HeaderWords: Sendable {
  struct Entry: Sendable {
    let header: String
    let key: String
    /// Nil: to be left out.
    let column: RosterColumn?
    let line: Int
  }

  let entries: [Entry]

  package static let none = HeaderWords(entries: [])

  package init(_ raw: [UInt8]) throws(CSVProblem) {
    let text = try SheetText(raw)
    var entries: [Entry] = []
    var line = 0
    for part in String(decoding: text.bytes[text.start...], as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      line += 1
      let words = TextForm.clean(String(part))
      if words.isEmpty || words.hasPrefix("#") { continue }
      guard let sign = words.lastIndex(of: "=") else { throw .badMapLine(line) }
      let header = TextForm.clean(String(words[..<sign]))
      let column = TextForm.clean(String(words[words.index(after: sign)...]))
      if HeaderFold.fold(header).isEmpty || column.isEmpty { throw .badMapLine(line) }
      entries.append(
        Entry(header: header, key: HeaderFold.fold(header), column: try Self.column(column, line: line), line: line))
    }
    self.init(entries: entries)
  }

  private init(entries: [Entry]) { self.entries = entries }

  private static func column(_ name: String, line: Int) throws(CSVProblem) -> RosterColumn? {
    if name == "ignore" || name == "-" { return nil }
    if let column = RosterColumn(rawValue: name) { return column }
    let candidates = ColumnAliases.candidates(name)
    guard candidates.count == 1 else { throw .unknownMapColumn(name, line: line) }
    return candidates[0]
  }

  /// The index of the entry that speaks of the header, the one with its occurrence first.
  func index(_ name: String, occurrence: Int) -> Int? {
    let key = HeaderFold.fold(name)
    return entries.firstIndex { $0.key == "\(key)#\(occurrence)" } ?? entries.firstIndex { $0.key == key }
  }
}
