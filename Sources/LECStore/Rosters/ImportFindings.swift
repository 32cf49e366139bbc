import LECModel

/// Gathers what is wrong with the rows of a sheet: a problem that stands in a thousand rows is told once.
struct ImportFindings {
  private struct Key: Hashable {
    var code: String
    var column: String
  }

  private var order: [Key] = []
  private var lines: [Key: ImportReport.Line] = [:]

  mutating func add(_ code: String, _ severity: Severity, line: Int, column: String = "", detail: String = "") {
    let key = Key(code: code, column: column)
    if var known = lines[key] {
      known.count += 1
      known.lastLine = line
      lines[key] = known
    } else {
      order.append(key)
      lines[key] = ImportReport.Line(
        code: code, severity: severity, line: line, lastLine: line, count: 1, column: column, detail: detail)
    }
  }

  /// Errors first, each kind in the order in which the sheet has them.
  var all: [ImportReport.Line] {
    let found = order.compactMap { lines[$0] }
    return found.filter { $0.severity == .error } + found.filter { $0.severity == .warning }
  }

  /// The stable name of a field's problem.
  static func code(_ problem: FieldProblem) -> String {
    switch problem {
    case .date(.unreadable): "date-unreadable"
    case .date(.noSuchDay): "date-no-such-day"
    case .date(.future): "date-future"
    case .date(.tooOld): "date-too-old"
    case .date(.yearLooksChristian): "date-christian"
    case .number(.wrongLength): "number-length"
    case .number(.letterInside), .number(.unreadable): "number-letters"
    case .number(.checkDigit): "number-check-digit"
    case .number(.firstDigitNine): "number-first-digit"
    case .number(.placeholder): "number-placeholder"
    case .number(.gcodeForm), .number(.gcodeProvince), .number(.gcodeYear): "gcode"
    case .notAChoice: "not-a-choice"
    case .tooLong: "too-long"
    case .phone: "phone"
    case .postcode: "postcode"
    case .notACount: "not-a-count"
    }
  }
}
