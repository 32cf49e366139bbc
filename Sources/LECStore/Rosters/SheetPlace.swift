/// Where in a sheet something stands, counted from one the way a spreadsheet counts.
package struct SheetPlace: Equatable, Sendable {
  /// The number of the spreadsheet's row; blank lines count, a line break inside a cell does not.
  package var line: Int
  /// The number of the column; 1 is column A.
  package var column: Int
  /// The number of the line as a text editor counts; differs from `line` after a cell that holds a line break.
  package var textLine: Int

  package init(line: Int, column: Int, textLine: Int? = nil) {
    self.line = line
    self.column = column
    self.textLine = textLine ?? line
  }

  /// The column's letters in a spreadsheet: A, B ... Z, AA.
  package var letters: String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
