import Glibc
import LECModel
import LECStore

extension Desk {
  func answer(_ request: FilesRequest) throws -> Answer? {
    let store = try file()
    switch request {
    case .candidates:
      return .files(.candidates(looksAround ? RosterFinder.candidates() : RosterFinder.files(in: folder)))
    case .preview(let path, let decisions):
      return .files(.preview(try read(path, decisions, partial: false, dryRun: true)))
    case .importFile(let path, let decisions, let partial):
      return .files(.imported(try read(path, decisions, partial: partial, dryRun: false)))
    case .imports: return .files(.imports(try store.imports()))
    case .takeBack(let n):
      let (done, left) = try store.takeBackImport(n, by: user())
      return .files(.tookBack(done, left: left))
    case .reports:
      guard let unit = try store.subject() else { return nil }
      let names = Reports.offered(to: unit.kind).map { ReportName($0.name) }
      return .files(.reports(names, exports: unit.kind.isInstitution ? ExportName.allCases : []))
    case .report(let name): return .files(.report(name, ReportTexts.onScreen(try lines(of: name))))
    case .saveReport(let name, let way): return .files(try save(name, way))
    case .export(let name, let way):
      let format = way == .workbook ? PaperFormat.xlsx : .csv
      let path = try freePath("\(try unitCode())-\(name.rawValue)", format.rawValue)
      if format == .xlsx {
        try Exports.writeXLSX(name, store, language: language(), thai: true, to: path)
      } else {
        try FileCare.write(Exports.bytes(name, store, thai: true, mark: true), to: path)
      }
      return .files(.saved(path: path))
    case .backup:
      let path = try freePath("\(try unitCode())-backup", "db")
      try store.backup(to: path)
      return .files(.saved(path: path))
    case .log(let before): return .files(.log(try store.log(before: before ?? .max, limit: 50)))
    }
  }

  private func read(_ path: String, _ decisions: ImportDecisions, partial: Bool, dryRun: Bool) throws -> ImportReport {
    let full = path.hasPrefix("~/") ? RosterFinder.home + path.dropFirst() : path
    var options = ImportOptions()
    options.decisions = decisions
    options.words = HeaderWords(names: try HeaderNames(table: data?.bytes(of: "headers.csv") ?? []))
    options.partial = partial
    options.dryRun = dryRun
    options.isPreview = dryRun
    let name = full.split(separator: "/").last.map(String.init) ?? full
    return try file().importRoster(try RosterFile.read(full), name: TextForm.clean(name), options: options, by: user())
    { done in
      self.progress(Progress("import.title", done: done))
    }
  }

  private func lines(of name: ReportName) throws -> [String] {
    guard let report = Reports.named(name.text) else { return [] }
    return try report.lines(file(), ReportTexts.words(language()))
  }

  /// Writes a report beside the file; for the printer as pages where they can be made, else as text.
  private func save(_ name: ReportName, _ way: ReportWay) throws -> FilesAnswer {
    let words = ReportTexts.words(language())
    guard let report = Reports.named(name.text) else { throw StoreError.notFound(path: name.text) }
    let paper = try report.paper(file(), words)
    let format: PaperFormat =
      switch way {
      case .pdf: .pdf
      case .workbook: .xlsx
      case .csv: .csv
      case .text: .txt
      case .printer: PaperFiles.makesPDF ? .pdf : .txt
      }
    let path = try freePath("\(try unitCode())-\(name.text)", format.rawValue)
    try PaperFiles.write(paper, as: format, to: path, words, mark: true)
    return way == .printer ? .printed(path: path, isOnPrinter: PaperFiles.print(path)) : .saved(path: path)
  }

  private func unitCode() throws -> String { try PaperFiles.stem(file()) }

  private func freePath(_ stem: String, _ ending: String) throws -> String {
    try PaperFiles.freePath(beside: path, stem, try file().now().date, ending)
  }
}

/// Finds roster files where clerks keep them.
enum RosterFinder {
  static var home: String { getenv("HOME").map { String(cString: $0) } ?? "." }

  /// Sheets that a spreadsheet leaves half-written while it is open (`~$`, `.~lock`) are none.
  private static func isRoster(_ name: String) -> Bool {
    [".csv", ".xlsx", ".xlsm"].contains { name.hasSuffix($0) } && !name.hasPrefix("~$")
  }

  /// Sheets in the home folder, downloads and on sticks; at most a screenful.
  static func candidates() -> [String] {
    let user = home.split(separator: "/").last.map(String.init) ?? ""
    var folders = [home, home + "/Downloads", home + "/ดาวน์โหลด", home + "/Desktop"]
    for mount in ["/media/" + user, "/run/media/" + user, "/mnt"] {
      folders += names(in: mount).map { mount + "/" + $0 }
    }
    var found: [String] = []
    for folder in folders {
      found += names(in: folder).filter { isRoster($0.lowercased()) }.map { folder + "/" + $0 }
    }
    return Array(found.prefix(12))
  }

  /// Those of one folder alone.
  static func files(in folder: String) -> [String] {
    names(in: folder).filter { isRoster($0.lowercased()) }.map { folder + "/" + $0 }
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory), names.count < 2000 {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
