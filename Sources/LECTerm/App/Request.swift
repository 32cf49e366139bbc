/// What a screen asks of the desk, which answers through the store.
enum Request: Sendable, Equatable {
  /// Keep what stands in a half-filled form, so that it comes back after any end of the program.
  case saveDraft(DraftKey, [String: String])
  /// Give back what was kept, if anything was.
  case loadDraft(DraftKey)
  /// The form was saved or thrown away: forget it.
  case dropDraft(DraftKey)
}

/// What the desk gives back.
enum Answer: Sendable, Equatable {
  /// What was kept of a form; empty where nothing was.
  case draft(DraftKey, [String: String])
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

/// Where a screen can send the person.
enum Destination: Sendable, Equatable {
  case home
}

/// Why the desk did not do what was asked, for the screen to say.
struct Refusal: Sendable, Equatable {
  let reason: TextKey
  let values: [TextValue]
}
