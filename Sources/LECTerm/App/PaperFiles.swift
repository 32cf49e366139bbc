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

/// Why there is no PDF; every other way out works without it.
enum PaperProblem: Error {
  case notInstalled
  case failed(String)
}

/// Reports as files and on the printer: the same from the screen and from the command line.
enum PaperFiles {
  static let program = "lecterm-paper"

  static var makesPDF: Bool { Helper.find(program) != nil }

  static func write(
    _ paper: Document, as format: PaperFormat, to path: String, _ words: ReportWords, mark: Bool
  ) throws {
    switch format {
    case .txt: try FileCare.write(Array(paper.lines(words).joined(separator: "\n").utf8) + [10], to: path)
    case .csv: try FileCare.write(paper.csv(mark: mark), to: path)
    case .xlsx: try paper.writeXLSX(to: path, words)
    case .pdf: try FileCare.write(pdf(paper, words), to: path)
    }
  }

  /// The pages as the other program makes them.
  static func pdf(_ paper: Document, _ words: ReportWords) throws -> [UInt8] {
    guard let program = Helper.find(program),
      let made = Helper.run(program, input: paper.stream(words), seconds: 300)
    else { throw PaperProblem.notInstalled }
    guard made.status == 0, made.output.starts(with: Array("%PDF".utf8)) else {
      throw PaperProblem.failed(made.errors.split(separator: "\n").first.map(String.init) ?? "\(made.status)")
    }
    return made.output
  }

  /// How the names of files begin that are made of this one; those of a training file say so.
  static func stem(_ store: Store) throws -> String {
    (store.isTraining ? "training-" : "") + (try store.ownUnit()?.code.text ?? "lecterm")
  }

  /// A name beside the data file that nothing has yet: nothing is ever overwritten.
  static func freePath(beside file: String, _ stem: String, _ day: CalendarDate, _ ending: String) throws -> String {
    let folder = Places.full(file).split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let base = (folder.isEmpty ? "" : folder + "/") + "\(stem)-\(day.iso)"
    for number in 1...999 {
      let path = number == 1 ? "\(base).\(ending)" : "\(base)-\(number).\(ending)"
      if !FileCare.exists(path) { return path }
    }
    throw StoreError.exists(path: "\(base).\(ending)")
  }

  /// Hands a file to the printer of this computer; false where there is none that takes it.
  static func print(_ path: String) -> Bool {
    guard let list = Helper.find("lpstat"), let lp = Helper.find("lp"),
      let printer = Helper.run(list, ["-d"], seconds: 10), printer.status == 0,
      // "system default destination: NAME", or that there is none.
      String(decoding: printer.output, as: UTF8.self).contains(":")
    else { return false }
    return Helper.run(lp, ["--", path], seconds: 30)?.status == 0
  }
}
