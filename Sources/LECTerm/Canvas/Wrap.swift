/// Breaks text into lines of a given width: at line breaks, at spaces and zero-width spaces, else in a word at a place where Thai
/// may be broken: before a leading vowel, never before a following one. A number stays with the word that it counts where it can.
enum Wrap {
  /// The lines of a text; at least one, which may be empty.
  static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [""] }
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += wrapped(String(paragraph), width: width)
    }
    return lines
  }

  private static func wrapped(_ paragraph: String, width: Int) -> [String] {
    var rest = ArraySlice(Columns(paragraph.replacing("\u{200B}", with: hint)))
    var lines: [String] = []
    while visible(rest) > width {
      let end = lineEnd(rest, width: width)
      lines.append(text(rest[..<end]))
      rest = rest[end...].drop(while: isBlank)
    }
    return lines + [text(rest)]
  }

  // A zero-width space would be lost among the columns; until the lines are cut a letter stands for it that nobody writes.
  private static let hintBase: Unicode.Scalar = "\u{259F}"
  private static let hint = "\u{259F}"

  private static func visible(_ columns: ArraySlice<Column>) -> Int {
    columns.reduce(0) { $0 + ($1.base == hintBase ? 0 : 1) }
  }

  private static func text(_ columns: ArraySlice<Column>) -> String {
    var shown = columns.filter { $0.base != hintBase }
    while let last = shown.last, isBlank(last) { shown.removeLast() }
    return Columns.string(shown)
  }

  /// Where the line ends: after the last space that fits, else at the last good place in the word, else where the room ends.
  private static func lineEnd(_ columns: ArraySlice<Column>, width: Int) -> Int {
    var end = columns.startIndex
    var seen = 0
    while end < columns.endIndex, seen < width || columns[end].base == hintBase {
      if columns[end].base != hintBase { seen += 1 }
      end += 1
    }
    let third = columns.startIndex + width / 3
    let taken = columns[columns.startIndex..<min(end + 1, columns.endIndex)]
    let spaces = taken.indices.filter { isSpace(columns[$0]) && $0 > columns.startIndex }
    if let last = spaces.last {
      guard partsNumber(columns, at: last) else { return last }
      if let space = spaces.last(where: { $0 > third && !partsNumber(columns, at: $0) }) { return space }
    }
    if let vowel = columns[..<min(end + 1, columns.endIndex)].lastIndex(where: { isLeadingVowel($0.base) }),
      vowel > third
    {
      return vowel
    }
    if let last = spaces.last { return last }
    var place = end
    while place > third, place < columns.endIndex, isFollowing(columns[place].base) { place -= 1 }
    // In a room of one or two columns there may be no good place: a line of nothing would never come to an end.
    return max(place, columns.startIndex + 1)
  }

  /// Whether a line that ended at this space would end with a number, and the next begin with what is counted.
  private static func partsNumber(_ columns: ArraySlice<Column>, at space: Int) -> Bool {
    let next = columns[(space + 1)...].first?.base.properties
    return columns[space - 1].base.properties.numericType == .decimal && next?.isAlphabetic ?? false
  }

  private static func isSpace(_ column: Column) -> Bool { column.base == " " || column.base == hintBase }

  /// A space on which a mark sits is no space to leave out.
  private static func isBlank(_ column: Column) -> Bool {
    (column.base == " " || column.base == hintBase) && column.marks.isEmpty
  }

  private static func isLeadingVowel(_ scalar: Unicode.Scalar) -> Bool { (0x0E40...0x0E44).contains(scalar.value) }

  private static func isFollowing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E2F, 0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0E46: true
    default: false
    }
  }
}
