import LECModel
import LECStore

/// What goes out for other programs: the same bytes from the screen and from the command line.
enum Exports {
  /// The same as a spreadsheet with types.
  static func writeXLSX(_ name: ExportName, _ store: Store, language: Language, thai: Bool, to path: String) throws {
    let stripe = store.isTraining ? language.text("paperReport.training") : ""
    switch name {
    case .roster:
      try store.exportXLSX(.enrolled, thai: thai, title: language.text("export.roster.title"), stripe: stripe, to: path)
    case .register:
      try store.exportXLSX(
        .removed, thai: thai, title: language.text("export.register.title"), stripe: stripe, to: path)
    case .counts:
      let words = ReportTexts.words(language)
      try Reports.named("headCount")?.paper(store, words).writeXLSX(to: path, words)
    }
  }

  static func bytes(_ name: ExportName, _ store: Store, thai: Bool, mark: Bool) throws -> [UInt8] {
    switch name {
    case .roster: return try store.exportCSV(.enrolled, thai: thai, mark: mark)
    case .register: return try store.exportCSV(.removed, thai: thai, mark: mark)
    case .counts:
      var writer = CSVWriter(mark: mark)
      writer.row(thai ? ["ระดับชั้น", "ชาย", "หญิง", "รวม"] : ["grade", "male", "female", "total"])
      guard let unit = try store.ownUnit() else { return writer.bytes }
      let counts = try store.counts(unit: unit.code)
      for grade in counts.grades {
        let pair = counts.byGrade[grade] ?? Counts.Pair()
        writer.row([grade.rawValue, String(pair.male), String(pair.female), String(pair.total)])
      }
      let all = counts.all
      writer.row(["*", String(all.male), String(all.female), String(all.total)])
      return writer.bytes
    }
  }
}
