import LECModel

/// Lines of text in columns for paper and screen: widths are counted as a terminal counts them, Thai marks taking none.
package struct Sheet {
  package private(set) var lines: [String] = []
  /// The heads of the columns, which a new page repeats from that line on.
  private var heads: [(line: Int, head: [String])] = []
  /// The lines on which a new page may begin, and those on which it must.
  private(set) var blocks: [Int] = []
  private(set) var turns: Set<Int> = []
  private var isHeading = false

  /// Columns on a sheet of A4, and on the narrowest screen.
  static let paper = 79

  package init() {}

  package mutating func line(_ text: String = "") { lines.append(SafeText.line(text)) }

  package mutating func rule(_ width: Int = 76) { lines.append(String(repeating: "-", count: width)) }

  /// One row of cells; a width below zero sets the cell to the right.
  package mutating func row(_ cells: [(text: String, width: Int)]) {
    var out = ""
    for (text, width) in cells {
      let cut = Self.cut(SafeText.line(text), abs(width))
      let space = String(repeating: " ", count: max(0, abs(width) - Self.width(cut)))
      out += (width < 0 ? space + cut : cut + space) + " "
    }
    while out.last == " " { out.removeLast() }
    lines.append(out)
  }

  /// What follows is not torn apart by the end of a page.
  mutating func block() {
    if !isHeading, blocks.last != lines.count { blocks.append(lines.count) }
    isHeading = false
  }

  /// The same for a heading, which stays with the first entry below it.
  mutating func heading() {
    isHeading = false
    block()
    isHeading = true
  }

  /// What comes next begins a page.
  mutating func turn() { turns.insert(lines.count) }

  /// What comes next belongs to what stands before it, as after a heading.
  mutating func joins() { isHeading = true }

  /// Writes the heads of the columns and remembers them for the pages to come.
  mutating func columnHead(_ write: (inout Sheet) -> Void) {
    let from = lines.count
    write(&self)
    heads.append((lines.count, Array(lines[from...])))
    isHeading = true
  }

  /// The heads under which a line stands.
  func columnHead(at line: Int) -> [String] { heads.last { $0.line <= line }?.head ?? [] }

  /// How many columns a text takes.
  package static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.isMark ? 0 : 1) } }

  private static func cut(_ text: String, _ room: Int) -> String {
    var out = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      if !scalar.isMark { used += 1 }
      if used > room { break }
      out.append(scalar)
    }
    return String(out)
  }
}

extension Unicode.Scalar {
  /// The Thai marks that stand above or below their letter.
  fileprivate var isMark: Bool {
    switch value {
    case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E: true
    default: false
    }
  }
}
