import LECModel

/// A day with a Buddhist year: `16/5/2561`, `16 พ.ค. 61`, Thai digits. A Christian year is not taken silently: Enter agrees to the
/// day it would be.
struct DateField: FieldControl {
  private(set) var line: TextLine
  /// The day after which none is believed.
  let today: CalendarDate
  /// The first Buddhist year that is believed.
  let earliest: Int
  /// Whether the age today is told beside the date.
  let tellsAge: Bool

  init(_ date: CalendarDate? = nil, today: CalendarDate, earliest: Int = 2520, tellsAge: Bool = false) {
    line = TextLine(date.map { BuddhistDate($0).numeric } ?? "", limit: 30)
    self.today = today
    self.earliest = earliest
    self.tellsAge = tellsAge
  }

  /// The day that was typed, or why it is none.
  var reading: Result<CalendarDate, BuddhistDate.Problem> {
    BuddhistDate.read(line.text, today: today, earliest: earliest)
  }

  /// The day, when it can be read.
  var date: CalendarDate? { isBlank ? nil : try? reading.get() }

  /// The day as stored, `2018-05-16`; what was typed where it is no day.
  var value: String { date?.iso ?? TextForm.clean(line.text) }
  var draft: String? { line.text }
  var size: Size { Size(columns: 20, rows: 1) }

  var problem: Words? {
    guard !isBlank, case .failure(let problem) = reading else { return nil }
    return problem.words
  }

  /// The day in words, so that a slip of the month is seen; or what is wrong once it can't be a date half typed.
  var remark: Remark? {
    guard !isBlank else { return nil }
    switch reading {
    case .success(let date):
      let words: [TextValue] = [
        .figures("day", String(date.day)), .key("month", TextKey("month.\(date.month)")),
        .figures("year", String(BuddhistDate(date).year)), .number("age", date.fullYears(at: today)),
      ]
      return Remark(.key(tellsAge ? "field.date.withAge" : "field.date.long", words), ink: .ok)
    case .failure(.unreadable): return Remark("field.date.form")
    case .failure(let problem): return Remark(problem.words, ink: .warning)
    }
  }

  mutating func restore(_ draft: String) { line = TextLine(draft, limit: line.limit) }

  mutating func handle(_ input: Input) -> FieldOutcome {
    if case .command(.choose) = input, case .failure(.yearLooksChristian(let suggested)) = reading {
      line = TextLine(BuddhistDate(suggested).numeric, limit: line.limit)
      return .finished
    }
    return line.edit(input)
  }

  func draw(on canvas: inout Canvas, in look: Look, state: FieldState) {
    if state.isFocused {
      line.draw(on: &canvas, at: .origin, width: canvas.size.columns, ink: state.ink)
    } else {
      canvas.fill(canvas.bounds, ink: state.ink)
      let shown = date.map { look.language.digits.written(BuddhistDate($0).numeric) } ?? line.text
      canvas.put(shown, at: .origin, ink: state.ink)
    }
  }

  private var isBlank: Bool { TextForm.clean(line.text).isEmpty }
}

extension BuddhistDate.Problem {
  /// What is wrong, in words a person can act on.
  var words: Words {
    switch self {
    case .yearLooksChristian(let date):
      .key("date.christian", [.figures("year", String(date.year)), .figures("date", BuddhistDate(date).numeric)])
    case .noSuchDay: "date.noSuchDay"
    case .future: "date.future"
    case .tooOld: "date.tooOld"
    case .unreadable: "date.unreadable"
    }
  }
}
