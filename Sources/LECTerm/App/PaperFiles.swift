import LECModel
import LECStore

/// The ways in which a report goes out.
enum PaperFormat: String, CaseIterable, Sendable {
  case txt, csv, xlsx, pdf

  /// The format that a file's name asks for.
  init?(ending path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }

  /// Whether it can stand among lines of text.
  var isText: Bool { self == .txt || self == .csv }
}

/// Reports as files: the same from the screen and from the command line.
enum PaperFiles {
  static func write(_ paper: Document, as format: PaperFormat, to path: String, _ words: ReportWords, mark: Bool) throws
  {
    switch format {
    case .txt: try FileCare.write(Array(paper.lines(words).joined(separator: "\n").utf8) + [10], to: path)
    case .csv: try FileCare.write(paper.csv(mark: mark), to: path)
    case .xlsx: try paper.writeXLSX(to: path, words)
    case .pdf: break
    }
  }
}
