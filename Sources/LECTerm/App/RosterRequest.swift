import LECModel

/// Questions about children.
enum RosterRequest: Sendable, Equatable {
  /// Rows of a list; the screen's own filter and the window's search and order together.
  case window(WindowRequest, RosterFilter)
  case student(RecordID)
  case save(RecordID?, [FieldChange], seen: [EventID])
  case mark(RosterSelection, Mark)
  /// A whole sheet of marks, as one step.
  case sheet([RecordID: Mark])
  case set(RosterSelection, [FieldChange])
  case promote(RosterSelection)
  case remove([RecordID], RemovalReason, left: CalendarDate?, remark: String)
  case restore(RosterSelection)
  case classes
  /// The children of one class in dictionary order; nil for those without a class.
  case classRows(ClassRoom?)
  case history(RecordID, field: UInt8?)
  /// What a new form has to know: the kind of institution and today.
  case formFacts
  /// The names of these children, for a question about them.
  case names([RecordID])
}

/// What comes back.
enum RosterAnswer: Sendable, Equatable {
  case window(WindowAnswer)
  case student(StudentRow, findings: [Finding], facts: FormFacts)
  case facts(FormFacts)
  /// A step was written; what is shown has to be asked for anew.
  case written(Outcome)
  case classes([ClassProgress])
  case classRows([StudentRow], round: RoundKey, today: CalendarDate)
  case history([LogEntry])
  case names([String])
}

/// Which children an act is about: some by id, or all that a list finds but some.
enum RosterSelection: Sendable, Equatable {
  case only([RecordID])
  case allBut(Set<RowID>, RosterFilter, search: String)
}

/// What a form about a child must know.
struct FormFacts: Sendable, Equatable {
  var kind: UnitKind
  var today: CalendarDate
  var round: RoundKey
}
