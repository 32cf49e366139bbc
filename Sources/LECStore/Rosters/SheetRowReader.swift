import LECModel

/// Makes a child's fields from a row of a sheet: the same readings as in the form, and what a sheet leaves to be understood.
struct SheetRowReader {
  let columns: ColumnMap
  let today: CalendarDate
  let years: [RosterColumn: YearReading]
  /// The columns that the sheet has.
  private let present: [(RosterColumn, StudentField)]
  /// The same words stand in thousands of rows: what a choice means is read once.
  private var known: [[String: String]] = Array(repeating: [:], count: StudentField.allCases.count + 1)

  /// Whether the sheet is an export of ours.
  let isOurExport: Bool
  private let base: DateSerial
  /// Cells that a person has put right, by row.
  private let fixes: [Int: [RosterColumn: String]]

  init(
    columns: ColumnMap, today: CalendarDate, years: [RosterColumn: YearReading], base: DateSerial = .from1900,
    fixes: [Int: [String: String]] = [:]
  ) {
    self.base = base
    self.fixes = fixes.mapValues { cells in
      Dictionary(
        cells.compactMap { name, text in RosterColumn(rawValue: name).map { ($0, text) } }, uniquingKeysWith: { $1 })
    }
    self.columns = columns
    isOurExport = OwnExport.isOurs(columns)
    present = Self.plain.filter { columns[$0.0] != nil }
    self.today = today
    self.years = years
  }

  /// A cell that can't be kept, or that a person should look at.
  struct Fault {
    var column: RosterColumn
    var code: String
    var severity = Severity.error

    init(_ column: RosterColumn, _ code: String, _ severity: Severity = .error) {
      self.column = column
      self.code = code
      self.severity = severity
    }

    init(_ column: RosterColumn, _ problem: FieldProblem) { self.init(column, ImportFindings.code(problem)) }
  }

  private static let plain: [(RosterColumn, StudentField)] = RosterColumn.allCases.compactMap { column in
    StudentField.named(column.rawValue).map { (column, $0) }
  }

  /// The fields that the row fills; empty cells say nothing. Faults are added to the list.
  mutating func read(_ row: CSVRow, faults: inout [Fault]) -> Student {
    var student = Student()
    for (column, field) in present {
      let text = text(column, in: row)
      guard !text.isEmpty else { continue }
      fill(&student, field, column, text, isFixed: isFixed(column, row), &faults)
    }
    // A person may fill in what the sheet has no column for.
    for (column, text) in fixes[row.line] ?? [:] where columns[column] == nil && !text.isEmpty {
      if let field = StudentField.named(column.rawValue) {
        fill(&student, field, column, text, isFixed: true, &faults)
      }
    }
    if columns[.fullName] != nil, student[.first].isEmpty {
      let name = FullName(TextForm.clean(text(.fullName, in: row)))
      if student[.title].isEmpty, let title = name.title { student[.title] = title.rawValue }
      student[.first] = name.first
      student[.last] = name.last
    }
    if columns[.gradeAndRoom] != nil, student[.grade].isEmpty {
      let text = text(.gradeAndRoom, in: row)
      if let classRoom = ClassRoom.parse(text) {
        student[.grade] = classRoom.grade.rawValue
        if student[.room].isEmpty { student[.room] = classRoom.room }
      } else if !TextForm.clean(text).isEmpty {
        faults.append(Fault(.gradeAndRoom, .notAChoice))
      }
    }
    if student[.sex].isEmpty, let sex = Title(rawValue: student[.title])?.sex { student[.sex] = sex.rawValue }
    return student
  }

  /// What stands in a cell, or what a person has put there.
  func text(_ column: RosterColumn, in row: CSVRow) -> String {
    if !fixes.isEmpty, let fixed = fixes[row.line]?[column] { return fixed }
    return columns.text(column, in: row)
  }

  /// A day as it is stored; a text that is none as it is written.
  func day(_ text: String) -> String {
    let text = SpreadsheetHabits.day(text, base) ?? text
    return (try? BuddhistDate.read(text, today: today, years: YearReading.each.years(of: text)).get().iso) ?? text
  }

  private func isFixed(_ column: RosterColumn, _ row: CSVRow) -> Bool {
    !fixes.isEmpty && fixes[row.line]?[column] != nil
  }

  private mutating func fill(
    _ student: inout Student, _ field: StudentField, _ column: RosterColumn, _ text: String, isFixed: Bool,
    _ faults: inout [Fault]
  ) {
    if SpreadsheetHabits.isError(text) {
      faults.append(Fault(column, "error-cell"))
      return
    }
    switch field {
    // What the roll-call found and where a child stands is not for a sheet to say.
    case .state, .reason, .left, .mark: return
    case .birth, .admitted:
      let text = SpreadsheetHabits.day(text, base) ?? text
      let reading = (isFixed ? YearReading.each : years[column] ?? .buddhist).years(of: text)
      switch BuddhistDate.read(TextForm.clean(text), today: today, years: reading) {
      case .success(let date): student[field] = date.iso
      case .failure(let problem): faults.append(Fault(column, .date(problem)))
      }
    case .title, .sex, .nationality, .grade, .entry, .paper, .numberStep, .disability, .room:
      if let value = known[Int(field.rawValue)][text] {
        student[field] = value
        return
      }
      switch FieldReading.student(field, text, today: today) {
      case .success(let value):
        student[field] = value
        known[Int(field.rawValue)][text] = value
      case .failure(let problem): faults.append(Fault(column, problem))
      }
    case .number: number(&student, text, &faults)
    case .first, .middle, .last, .schoolNumber, .cameFrom, .elsewhere, .remark, .ethnicity, .religion,
      .guardian,
      .guardianPhone:
      let text = field == .guardianPhone ? SpreadsheetHabits.phone(text) : text
      switch FieldReading.student(field, text, today: today) {
      case .success(let value): student[field] = value
      case .failure(let problem): faults.append(Fault(column, problem))
      }
    }
  }

  /// A number is the one cell in which a spreadsheet's habits do harm: what can be mended is, and told; the rest is refused
  /// with what to do.
  private func number(_ student: inout Student, _ text: String, _ faults: inout [Fault]) {
    var text = text
    switch SpreadsheetHabits.number(text) {
    case .asWritten: break
    case .rounded:
      faults.append(Fault(.number, "number-rounded"))
      return
    case .zeroLost(let whole):
      faults.append(Fault(.number, "number-zero", .warning))
      text = whole
    }
    switch FieldReading.student(.number, text, today: today) {
    case .success(let value): student[.number] = value
    case .failure(let problem): faults.append(Fault(.number, problem))
    }
  }
}
