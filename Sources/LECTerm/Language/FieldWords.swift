import LECModel

/// Names and values of fields in words, for histories and findings.
enum FieldWords {
  /// Why a typed value can't be kept.
  static func problem(_ problem: FieldProblem) -> Words {
    switch problem {
    case .date(.unreadable): "value.date"
    case .date(.noSuchDay): "value.date-day"
    case .date(.future): "value.date-future"
    case .date(.tooOld): "value.date-old"
    case .date(.yearLooksChristian(let date)): .key("value.date-christian", [.words("date", Dates.day(date))])
    case .number(let problem): problem.words
    case .notAChoice: "value.choice"
    case .tooLong(let limit): .key("value.long", [.number("count", limit)])
    case .phone: "value.phone"
    case .postcode: "value.postcode"
    case .notACount: "value.count"
    }
  }

  /// What a field was and what it is now.
  static func change(_ change: LogEntry.Change, kind: EventKind?) -> Words {
    .key(
      "history.change",
      [
        .words("field", name(change.field, kind: kind)), .words("from", value(change.field, change.from, kind: kind)),
        .words("to", value(change.field, change.to, kind: kind)),
      ])
  }

  static func name(_ field: StudentField) -> Words { .key(TextKey("student.\(field.name)"), []) }
  static func name(_ field: BasicsField) -> Words { .key(TextKey("basics.\(field.name)"), []) }

  /// A field's name by its number, in the events of a child or of the basic information.
  static func name(_ number: UInt8, kind: EventKind?) -> Words {
    if kind == .basicsEdited { return BasicsField(rawValue: number).map { name($0) } ?? .number(Int(number)) }
    return StudentField(rawValue: number).map { name($0) } ?? .number(Int(number))
  }

  /// A stored value as a person reads it.
  static func value(_ number: UInt8, _ value: String, kind: EventKind?) -> Words {
    if value.isEmpty { return .text("–") }
    if kind == .basicsEdited {
      if value == "yes" || value == "no" { return .key(TextKey("choice.\(value)"), []) }
      return Grade(rawValue: value).map { RosterRow.words(of: $0) } ?? .figures(value)
    }
    guard let field = StudentField(rawValue: number) else { return .text(value) }
    switch field {
    case .title:
      let isCommon = Title.common.contains { $0.rawValue == value }
      return isCommon ? .key(TextKey("title.\(value)"), []) : .text(value)
    case .sex: return .key(TextKey("sex.\(value)"), [])
    case .birth, .admitted, .left: return CalendarDate(iso: value).map { Dates.day($0) } ?? .text(value)
    case .nationality: return .key(TextKey("nationality.\(value)"), [])
    case .grade: return Grade(rawValue: value).map { RosterRow.words(of: $0) } ?? .text(value)
    case .entry: return .key(TextKey("entry.\(value)"), [])
    case .paper: return .key(TextKey("paper.\(value)"), [])
    case .numberStep: return .key(TextKey("step.\(value)"), [])
    case .disability: return .key(TextKey("disability.\(value)"), [])
    case .state: return .key(TextKey("state.\(value)"), [])
    case .reason: return .key(TextKey("reason.\(value)"), [])
    case .mark: return .key(TextKey("mark.\(value.split(separator: " ").last.map(String.init) ?? "unchecked")"), [])
    case .number, .room, .schoolNumber, .guardianPhone: return .figures(value)
    case .first, .middle, .last, .cameFrom, .elsewhere, .remark, .ethnicity, .religion, .guardian: return .text(value)
    }
  }
}
