/// What a screen asks of the desk, which answers through the store. Each family of screens has its own list of questions.
enum Request: Sendable, Equatable {
  /// Keep what stands in a half-filled form, so that it comes back after any end of the program.
  case saveDraft(DraftKey, [String: String])
  /// Give back what was kept, if anything was.
  case loadDraft(DraftKey)
  /// The form was saved or thrown away: forget it.
  case dropDraft(DraftKey)
  /// Log-in, profile, lock, settings, home.
  case account(AccountRequest)
  /// Children: lists, forms, roll-call, register, history.
  case roster(RosterRequest)
  /// Problems, basic information, confirming, what differs.
  case confirming(ConfirmingRequest)
  /// Files in and out, printing, the log.
  case files(FilesRequest)
  /// The work of the levels above the institution, cards, and files between units.
  case level(LevelRequest)
  /// Turn the last step back, or do it again.
  case undo, redo
}

/// What the desk gives back.
enum Answer: Sendable, Equatable {
  /// What was kept of a form; empty where nothing was.
  case draft(DraftKey, [String: String])
  case account(AccountAnswer)
  case roster(RosterAnswer)
  case confirming(ConfirmingAnswer)
  case files(FilesAnswer)
  case level(LevelAnswer)
  /// A step was turned back or done again: what is shown has to be asked for anew, and this is said.
  case changed(Words)
}

/// Which form a draft belongs to: the form's name, and the record it edits where there is one.
struct DraftKey: Hashable, Sendable {
  let form: String
  let record: String

  init(form: String, record: String = "") {
    self.form = form
    self.record = record
  }
}
