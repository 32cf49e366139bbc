/// What a person has said about a sheet before it is read in.
package struct ImportDecisions: Equatable, Sendable {
  /// Whose row it is, where the program only has a likely child.
  package enum Match: Equatable, Sendable {
    case child(Int64)
    case new
  }

  package var years = YearChoice.unknown
  /// The sheet of a workbook, by its name or its place; nil where the program finds it.
  package var sheet: String?
  /// Cells that were put right in the preview: by row, and by the column's stable name.
  package var fixes: [Int: [String: String]] = [:]
  /// Rows that are not to be read in.
  package var leftOut: Set<Int> = []
  package var matches: [Int: Match] = [:]
  /// What unknown headers mean: the column's stable name, or `ignore`.
  package var columns: [String: String] = [:]
  /// Read in a file that was read in before: rows were left then, or children have changed since.
  package var again = false

  package init() {}
}
