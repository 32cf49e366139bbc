/// Turns canvases into lines of text: what has changed since the last one, without boxes and colours, and the cursor's row last,
/// as a prompt.
struct PlainWriter {
  private var lines: [String]?
  private var prompt: (row: Int, text: String)?

  /// What to print so that a person who reads line by line knows what this canvas says.
  mutating func text(for canvas: Canvas) -> String {
    let new = (0..<canvas.whole.rows).map { Self.line(canvas.row($0)) }
    let old = lines?.count == new.count ? lines : nil
    lines = new
    let place = canvas.cursor?.row
    let before = prompt
    prompt = place.map { ($0, new[$0]) }

    var changed = new.indices.filter { $0 != place && !new[$0].isEmpty && new[$0] != old?[$0] }
    // The row that was the prompt has been read already.
    if let before, before.row != place, new.indices.contains(before.row), new[before.row] == before.text {
      changed.removeAll { $0 == before.row }
    }
    if changed.isEmpty, let prompt, let before, prompt.row == before.row {
      let added = prompt.text.unicodeScalars.dropFirst(before.text.unicodeScalars.count)
      if prompt.text.unicodeScalars.starts(with: before.text.unicodeScalars) {
        return String(String.UnicodeScalarView(added))
      }
    }
    if changed.isEmpty, prompt == nil { return "" }
    var text = before == nil ? "" : "\n"
    if changed.count > new.count / 2, old != nil { text += "\n" }
    for row in changed { text += "  " + new[row] + "\n" }
    // A screen may have marked its chosen row in its own way.
    return text + (prompt.map { ($0.text.hasPrefix(">") ? "" : "> ") + $0.text } ?? "")
  }

  /// The next canvas is told whole.
  mutating func forget() { lines = nil }

  private static func line(_ cells: ArraySlice<Cell>) -> String {
    var text = "", spaces = 0
    for cell in cells {
      if cell.base == " " && cell.marks.isEmpty || (0x2500...0x259F).contains(cell.base.value) {
        spaces += 1
        continue
      }
      // What stands at the right end of a row is read right after it, and no row grows wider than the terminal.
      text += String(repeating: " ", count: text.isEmpty ? spaces : min(spaces, 2))
      spaces = 0
      cell.write(to: &text)
    }
    return text
  }
}
