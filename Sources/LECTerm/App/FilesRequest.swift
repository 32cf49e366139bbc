import LECModel

/// Questions about files in and out.
enum FilesRequest: Sendable, Equatable {
  /// The roster files that lie about: home, downloads, sticks.
  case candidates
  case preview(path: String, ImportDecisions)
  case importFile(path: String, ImportDecisions, partial: Bool)
  case imports
  case takeBack(Int64)
  case reports
  case report(ReportName)
  case saveReport(ReportName, ReportWay)
  case export(ExportName, ReportWay)
  case backup
  case log(before: Int64?)
}

/// What comes back.
enum FilesAnswer: Sendable, Equatable {
  case candidates([String])
  case preview(ImportReport)
  case imported(ImportReport)
  case imports([ImportStep])
  case tookBack(Int, left: Int)
  /// The reports and files that are for the unit that is looked at.
  case reports([ReportName], exports: [ExportName])
  case report(ReportName, [String])
  case saved(path: String)
  /// Written for the printer, and whether one took it.
  case printed(path: String, isOnPrinter: Bool)
  case log([LogEntry])
}

/// How a report leaves the screen.
enum ReportWay: String, Sendable, Equatable {
  case pdf, workbook, csv, text, printer

  /// What a report can be kept as, and what a list for other programs can.
  static let ofReports: [ReportWay] = [.pdf, .workbook, .csv, .text]
  static let ofExports: [ReportWay] = [.workbook, .csv]
}

/// What can be printed: its name in the store's table of reports.
struct ReportName: Sendable, Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  /// What it is called on the screen.
  var title: TextKey { TextKey("report.\(text)") }
}

/// What can be written for other programs.
enum ExportName: String, Sendable, CaseIterable { case roster, register, counts }
