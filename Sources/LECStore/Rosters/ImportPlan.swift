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

  /// What was said about the header, now and before; and its signature, under which it is kept.
  private(set) var words = HeaderWords.none
  private(set) var signature = ""

  let store: Store
  let options: ImportOptions
  let context: CheckContext
  var known: KnownChildren
  var touched: Set<Int64> = []
  /// Children whose number stands in the sheet: no other row can mean them.
  var claimed: Set<Int64> = []
  private let bytes: [UInt8]
  private let unit: Unit
  private var findings = ImportFindings()
  private var rowOfNumber: [String: Int] = [:]

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

  /// Goes through the sheet twice: once for the years of its dates and whose it is, once for its rows.
  mutating func read(progress: (Int) -> Bool) throws {
    guard var sheet = try open() else { return }
    for line in sheet.hiddenRows where line > sheet.columns.header.line {
      findings.add("hidden-row", .warning, line: line)
    }
    report.ignored = sheet.columns.ignored.map(\.name)
    let years = try lookOver(sheet)
    guard report.doubts.isEmpty else { return }
    var reader = SheetRowReader(
      columns: sheet.columns, today: context.today, years: years, base: sheet.base, fixes: options.decisions.fixes)
    while let row = try sheet.next() {
      report.rows += 1
      if report.rows % 500 == 0, !progress(report.rows) { throw ImportCancelled() }
      try take(row, &reader)
    }
    report.missing = known.count - touched.count
    report.lines = findings.all
    if report.rows >= 10, known.count >= 10, touched.isEmpty { looksForeign = true }
  }

  private func sheet(_ words: HeaderWords) -> Result<RosterSheet, CSVProblem> {
    let store = store
    let recall = { (signature: String) -> [String: String] in (try? store.rememberedColumns(signature)) ?? [:] }
    do throws(CSVProblem) {
      return .success(
        try RosterSheet(
          bytes, words: words, sheet: options.decisions.sheet, isLenient: options.isPreview, recall: recall))
    } catch {
      return .failure(error)
    }
  }

  /// The sheet, or nil where a person has to say more first: which sheet, or what the columns mean.
  private mutating func open() throws -> RosterSheet? {
    var words = options.words
    for (header, column) in options.decisions.columns.sorted(by: { $0.key < $1.key }) {
      try words.add("\(header) = \(column)", line: 1)
    }
    let found = sheet(words)
    if options.isPreview, case .failure(.workbook(.severalSheets(let names))) = found {
      report.sheets = names
      return nil
    }
    let sheet = try found.get()
    self.words = sheet.words
    signature = sheet.signature
    report.sheet = sheet.name
    if options.isPreview { report.columns = try sheet.described() }
    report.needed = sheet.columns.missing.map(\.rawValue)
    return report.needed.isEmpty ? sheet : nil
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
      if known.count > 0, let n = known.byNumber[ThaiDigits.ascii(sheet.columns.text(.number, in: row))] {
        claimed.insert(n)
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
      switch options.decisions.years {
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
    var work = ImportWork(line: row.line)
    var faults: [SheetRowReader.Fault] = []
    if row.problem == nil { work.student = reader.read(row, faults: &faults) }
    if options.decisions.leftOut.contains(row.line) { return finish(work, .leftOut) }
    if let problem = row.problem { work.tell(problem.code, .error) }
    for fault in faults {
      work.tell(fault.code, fault.severity, column: fault.column.rawValue, text: reader.text(fault.column, in: row))
    }
    if !work.isRefused, work.student[.first].isEmpty { work.tell("firstMissing", .error, column: "first") }
    guard !work.isRefused else { return finish(work, .problem) }
    let number = work.student[.number]
    if let n = try namesake(work.student) {
      touched.insert(n)
      return try compare(n, &work, OwnExport.untaken(row, reader))
    }
    if !number.isEmpty, let first = rowOfNumber[number] {
      work.tell("number-doubled", .error, column: "number", text: number, detail: String(first))
      return finish(work, .problem)
    }
    if !number.isEmpty { rowOfNumber[number] = row.line }
    switch try match(work) {
    case .child(let n):
      touched.insert(n)
      try compare(n, &work, OwnExport.untaken(row, reader))
    case .new: add(&work)
    case .undecided(let candidates):
      work.candidates = candidates
      work.tell("likely", .error, detail: candidates.first?.name ?? "")
      finish(work, .undecided)
    }
  }

  private mutating func add(_ work: inout ImportWork) {
    work.student[.state] = StudentState.enrolled.rawValue
    var told: [(Check, [StudentField])] = []
    for check in StudentChecks.all {
      check.look(at: work.student, in: context) { found, fields in
        // The roll-call is made here, not in a sheet.
        if ![.unchecked, .later, .absent].contains(found) { told.append((found, fields)) }
      }
    }
    var keepsOut = false
    for (found, fields) in told {
      let column = fields.first
      work.tell(
        found.rawValue, found.severity, column: column?.name ?? "", text: column.map { work.student[$0] } ?? "")
      if found.severity == .error, found != .legacyCode, found != .elsewhereUnsettled { keepsOut = true }
    }
    if keepsOut { return finish(work, .problem) }
    changes.append(.add(PackedChild(fields(of: work.student))))
    finish(work, .added)
  }

  private func fields(of student: Student) -> [FieldChange] {
    StudentField.allCases.compactMap { student[$0].isEmpty ? nil : FieldChange($0, student[$0]) }
  }

  /// A child we have: empty cells never empty a field, and who stands in the register stays there.
  private mutating func compare(_ n: Int64, _ work: inout ImportWork, _ untaken: [StudentField: String]) throws {
    guard let row = try store.student(n: n) else { return }
    for (field, text) in untaken.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where text != row.student[field] {
      work.tell(text.isEmpty ? "emptied" : "not-from-sheet", .warning, column: field.name, text: text)
    }
    if row.student.state == .removed {
      work.tell("in-register", .warning, detail: row.student.fullName)
      return finish(work, .same)
    }
    let wanted = fields(of: work.student).filter { change in
      StudentField(rawValue: change.field).map { !SpreadsheetHabits.isSame($0, row.student[$0], change.value) } ?? false
    }
    if let number = wanted.first(where: { $0.field == StudentField.number.rawValue }),
      GCodeRules.numberNeverGoesBack(from: row.student[.number], to: number.value) != .allowed
    {
      work.tell("identity-back", .error, column: "number", text: number.value)
      return finish(work, .problem)
    }
    guard !wanted.isEmpty else { return finish(work, .same) }
    work.changes = wanted.map { change in
      LogEntry.Change(
        field: change.field, from: StudentField(rawValue: change.field).map { row.student[$0] } ?? "", to: change.value)
    }
    changes.append(.change(n, wanted))
    finish(work, .changed)
  }

  /// Counts the row, and keeps it where a preview wants it.
  private mutating func finish(_ work: ImportWork, _ kind: ImportRow.Kind) {
    switch kind {
    case .added: report.added += 1
    case .changed: report.changed += 1
    case .same: report.same += 1
    case .problem: report.refused += 1
    case .undecided:
      report.refused += 1
      report.undecided += 1
    case .leftOut: report.leftOut += 1
    }
    for problem in work.problems {
      findings.add(
        problem.code, problem.severity, line: work.line, column: problem.column, detail: problem.detail)
    }
    if options.isPreview { report.list.append(work.row(kind)) }
  }
}
