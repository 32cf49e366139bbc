import LECModel

/// What a sheet would do to the roster, worked out row by row before anything is written.
struct ImportPlan {
  enum Change {
    case add(PackedChild)
    case change(Int64, [FieldChange])
  }

  private(set) var changes: [Change] = []
  var report: ImportReport
  /// The institution that the sheet names for itself, where it is not ours.
  private(set) var foreignName = ""
  private(set) var looksForeign = false

  private let store: Store
  private let bytes: [UInt8]
  private let options: ImportOptions
  private let unit: Unit
  private let context: CheckContext
  private var findings = ImportFindings()
  private let known: (byNumber: [String: Int64], byPerson: [Int: Int64])
  private var rowOfNumber: [String: Int] = [:]
  private var touched: Set<Int64> = []

  init(_ store: Store, _ bytes: [UInt8], name: String, options: ImportOptions, unit: Unit, round: Round) throws {
    self.store = store
    self.bytes = bytes
    self.options = options
    self.unit = unit
    let years = try store.basics()[.kindergartenYears].flatMap { Int($0) } ?? 3
    context = CheckContext(kind: unit.kind, round: round, today: store.now().date, kindergartenYears: years)
    known = try store.knownChildren(unit.code)
    report = ImportReport(file: name)
  }

  static func person(_ first: String, _ last: String, _ birth: String) -> Int {
    var hasher = Hasher()
    hasher.combine(first)
    hasher.combine(last)
    hasher.combine(birth)
    return hasher.finalize()
  }

  /// Goes through the sheet twice: once for the years of its dates and whose it is, once for its rows.
  mutating func read(progress: (Int) -> Bool) throws {
    var sheet = try RosterSheet(bytes, words: options.words, sheet: options.sheet)
    for line in sheet.hiddenRows where line > sheet.columns.header.line {
      findings.add("hidden-row", .warning, line: line)
    }
    report.ignored = sheet.columns.ignored.map(\.name)
    let years = try lookOver(sheet)
    guard report.doubts.isEmpty else { return }
    var reader = SheetRowReader(columns: sheet.columns, today: context.today, years: years, base: sheet.base)
    while let row = try sheet.next() {
      report.rows += 1
      if report.rows % 500 == 0, !progress(report.rows) { throw ImportCancelled() }
      try take(row, &reader)
    }
    report.missing = known.byPerson.count - touched.count
    report.lines = findings.all
    if report.rows >= 10, known.byPerson.count >= 10, touched.isEmpty { looksForeign = true }
  }

  /// The years of the date columns, and the institution that the sheet names.
  private mutating func lookOver(_ sheet: RosterSheet) throws -> [RosterColumn: YearReading] {
    var sheet = sheet
    let dates = [RosterColumn.birth, .admitted].filter { sheet.columns[$0] != nil }
    var guesses = dates.map { YearGuess($0) }
    var rows = 0, foreign = 0
    while let row = try sheet.next() {
      guard row.problem == nil else { continue }
      rows += 1
      for (i, column) in dates.enumerated() {
        let text = sheet.columns.text(column, in: row)
        if !text.isEmpty { guesses[i].note(text, at: sheet.columns.place(column, in: row)) }
      }
      let code = ThaiDigits.ascii(TextForm.clean(sheet.columns.text(.institution, in: row)))
      let name = TextForm.clean(sheet.columns.text(.institutionName, in: row))
      if !code.isEmpty, code != unit.code.text {
        foreign += 1
      } else if code.isEmpty, !name.isEmpty,
        TextForm.fold(name) != TextForm.fold(unit.name)
      {
        foreign += 1
      }
      if foreign == 1, foreignName.isEmpty { foreignName = name.isEmpty ? code : name }
    }
    if foreign * 2 > rows { looksForeign = true } else { foreignName = "" }
    let given: YearReading? =
      switch options.years {
      case .unknown: nil
      case .buddhist: .buddhist
      case .christian: .christian
      case .each: .each
      }
    var readings: [RosterColumn: YearReading] = [:]
    for guess in guesses {
      switch guess.answer(given: given) {
      case .settled(let reading): readings[guess.column] = reading
      case .ask(let question):
        report.doubts.append(
          .init(
            column: guess.column.rawValue, buddhistLine: question.buddhist.place.line, buddhist: question.buddhist.text,
            christianLine: question.christian.place.line, christian: question.christian.text))
      }
    }
    return readings
  }

  private mutating func take(_ row: CSVRow, _ reader: inout SheetRowReader) throws {
    if let problem = row.problem {
      findings.add(problem.code, .error, line: row.line, column: "")
      report.refused += 1
      return
    }
    var faults: [SheetRowReader.Fault] = []
    let student = reader.read(row, faults: &faults)
    for fault in faults {
      findings.add(fault.code, fault.severity, line: row.line, column: fault.column.rawValue)
    }
    let isSound = !faults.contains { $0.severity == .error }
    guard isSound, !student[.first].isEmpty else {
      if isSound { findings.add("firstMissing", .error, line: row.line, column: "first") }
      report.refused += 1
      return
    }
    let number = student[.number]
    if !number.isEmpty, let first = rowOfNumber[number] {
      findings.add("number-doubled", .error, line: row.line, column: "number", detail: String(first))
      report.refused += 1
      return
    }
    if !number.isEmpty { rowOfNumber[number] = row.line }
    let n =
      (number.isEmpty ? nil : known.byNumber[number])
      ?? known.byPerson[Self.person(student[.first], student[.last], student[.birth])]
    if let n, !touched.contains(n) {
      touched.insert(n)
      try compare(n, student, line: row.line)
    } else {
      add(student, line: row.line)
    }
  }

  private mutating func add(_ student: Student, line: Int) {
    var student = student
    student[.state] = StudentState.enrolled.rawValue
    var isRefused = false
    for check in StudentChecks.all {
      check.look(at: student, in: context) { found, fields in
        // The roll-call is made here, not in a sheet.
        if [.unchecked, .later, .absent].contains(found) { return }
        findings.add(found.rawValue, found.severity, line: line, column: fields.first?.name ?? "")
        if found.severity == .error, found != .legacyCode, found != .elsewhereUnsettled { isRefused = true }
      }
    }
    if isRefused {
      report.refused += 1
      return
    }
    report.added += 1
    changes.append(.add(PackedChild(fields(of: student))))
  }

  private func fields(of student: Student) -> [FieldChange] {
    StudentField.allCases.compactMap { student[$0].isEmpty ? nil : FieldChange($0, student[$0]) }
  }

  /// A child we have: empty cells never empty a field, and who stands in the register stays there.
  private mutating func compare(_ n: Int64, _ student: Student, line: Int) throws {
    guard let row = try store.student(n: n) else { return }
    if row.student.state == .removed {
      findings.add("in-register", .warning, line: line, detail: row.student.fullName)
      report.same += 1
      return
    }
    let wanted = fields(of: student).filter { change in
      StudentField(rawValue: change.field).map { row.student[$0] != change.value } ?? false
    }
    if let number = wanted.first(where: { $0.field == StudentField.number.rawValue }),
      GCodeRules.numberNeverGoesBack(from: row.student[.number], to: number.value) != .allowed
    {
      findings.add("identity-back", .error, line: line, column: "number")
      report.refused += 1
      return
    }
    if wanted.isEmpty {
      report.same += 1
    } else {
      report.changed += 1
      changes.append(.change(n, wanted))
    }
  }
}
