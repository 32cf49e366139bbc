import LECModel

/// Questions about files in and out.
enum FilesRequest: Sendable, Equatable {
  /// The roster files that lie about: home, downloads, sticks.
  case candidates
  case preview(path: String, years: YearChoice)
  case importFile(path: String, years: YearChoice, partial: Bool)
  case imports
  case takeBack(Int64)
  case reports
  case report(ReportName)
  case saveReport(ReportName)
  case export(ExportName)
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
  case report(ReportName, [String])
  case saved(path: String)
  case log([LogEntry])
}

/// What can be printed or written out.
enum ReportName: Equatable, Sendable, Hashable {
  case nameList, classSheets, headCount, register, waiting, certificate
}

/// What can be written for other programs.
enum ExportName: String, Sendable, CaseIterable { case roster, register, counts }
