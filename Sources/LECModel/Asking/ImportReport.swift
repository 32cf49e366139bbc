/// Which years a sheet holds, where its dates do not tell by themselves.
package enum YearChoice: String, Sendable, CaseIterable {
  case unknown, buddhist, christian, each
}

/// What reading a roster file did, or would do.
package struct ImportReport: Equatable, Sendable {
  /// One problem; repeated ones are told once, with how often and where.
  package struct Line: Equatable, Sendable {
    package var code: String
    package var severity: Severity
    /// The row of the sheet in which it was met first, and last.
    package var line: Int
    package var lastLine: Int
    package var count: Int
    /// The column's stable name; empty where the whole row is meant.
    package var column: String
    /// A fact for the sentence: a name, a value.
    package var detail: String

    package init(
      code: String, severity: Severity, line: Int, lastLine: Int, count: Int, column: String, detail: String
    ) {
      self.code = code
      self.severity = severity
      self.line = line
      self.lastLine = lastLine
      self.count = count
      self.column = column
      self.detail = detail
    }
  }

  /// Both kinds of years stand in one column: the person must say.
  package struct YearDoubt: Equatable, Sendable {
    package var column: String
    package var buddhistLine: Int
    package var buddhist: String
    package var christianLine: Int
    package var christian: String

    package init(column: String, buddhistLine: Int, buddhist: String, christianLine: Int, christian: String) {
      self.column = column
      self.buddhistLine = buddhistLine
      self.buddhist = buddhist
      self.christianLine = christianLine
      self.christian = christian
    }
  }

  package var file: String
  package var rows = 0
  package var added = 0
  package var changed = 0
  package var same = 0
  package var refused = 0
  /// Enrolled children that the file does not have: they stay as they are.
  package var missing = 0
  package var lines: [Line] = []
  package var doubts: [YearDoubt] = []
  /// Columns that mean nothing to the roster.
  package var ignored: [String] = []
  /// Rows that a person left out, and those of whom a person must say whose they are (they are among the refused).
  package var leftOut = 0
  package var undecided = 0
  /// Where a preview is made: every row, every column, the columns that are missing, and the sheets to choose from.
  package var list: [ImportRow] = []
  package var columns: [ImportColumn] = []
  package var needed: [String] = []
  package var sheets: [String] = []
  /// The sheet of a workbook that was read.
  package var sheet = ""
  /// Whether anything was written.
  package var isWritten = false

  package init(file: String) { self.file = file }
}
