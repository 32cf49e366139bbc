/// One row of a sheet, and what reading it in would do.
package struct ImportRow: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case added, changed, same, problem, undecided, leftOut }

  /// Something about the row that a person should know; errors keep it out.
  package struct Problem: Equatable, Sendable {
    package var code: String
    package var severity: Severity
    /// The column's stable name; empty where the whole row is meant.
    package var column: String
    /// What stands in the cell now.
    package var text: String
    package var detail: String

    package init(code: String, severity: Severity, column: String, text: String, detail: String) {
      self.code = code
      self.severity = severity
      self.column = column
      self.text = text
      self.detail = detail
    }
  }

  /// A child that may be the one the row means.
  package struct Candidate: Equatable, Sendable {
    package var n: Int64
    package var name: String
    package var number: String
    package var birth: String

    package init(n: Int64, name: String, number: String, birth: String) {
      self.n = n
      self.name = name
      self.number = number
      self.birth = birth
    }
  }

  package var line: Int
  package var kind = Kind.same
  package var name = ""
  package var grade = ""
  package var problems: [Problem] = []
  package var changes: [LogEntry.Change] = []
  package var candidates: [Candidate] = []

  package init(line: Int) { self.line = line }
}

/// One column of a sheet, and what it is taken for.
package struct ImportColumn: Equatable, Sendable {
  /// A, B, C as spreadsheets count.
  package var letters: String
  package var header: String
  /// What the first row has in it.
  package var example: String
  /// The column's stable name; empty where it is not used.
  package var field: String

  package init(letters: String, header: String, example: String, field: String) {
    self.letters = letters
    self.header = header
    self.example = example
    self.field = field
  }
}
