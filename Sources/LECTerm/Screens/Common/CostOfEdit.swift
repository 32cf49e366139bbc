import LECModel

/// The question before an edit that makes a confirmation fall: which ones, who must confirm again, by when.
enum CostOfEdit {
  static func dialog(_ cost: EditCost, now: Moment, parent: Contact?) -> Dialog {
    .question(
      "cost.title", .key("cost.message", [.words("falls", falls(cost.falls[...], now, parent))]),
      buttons: [Dialog.Button(.cancel), Dialog.Button(.yes, label: "cost.do")])
  }

  /// The lines of all falls, one after the other.
  private static func falls(_ falls: ArraySlice<EditCost.Fall>, _ now: Moment, _ parent: Contact?) -> Words {
    guard let fall = falls.first else { return .none }
    return .key(
      "cost.lines",
      [.words("first", line(fall, now, parent)), .words("rest", Self.falls(falls.dropFirst(), now, parent))])
  }

  private static func line(_ fall: EditCost.Fall, _ now: Moment, _ parent: Contact?) -> Words {
    let at = fall.confirmedAt.map { Dates.moment($0) } ?? .none
    let until: Words
    if let due = fall.confirmAgainBy {
      let phone = parent.map { "\($0.unit) \($0.phone)" } ?? ""
      until = .key(
        due < now ? "cost.late" : "cost.again", [.words("date", Dates.moment(due)), .figures("phone", phone)])
    } else {
      until = .none
    }
    return .key(
      "cost.fall",
      [
        .key("dataset", TextKey("dataset.\(fall.dataset.rawValue)")),
        .key("level", TextKey("level.\(fall.level.rawValue)")),
        .words("at", at), .words("until", until),
      ])
  }

  /// Under `release` the edit is refused; the request to the level above can be written at once.
  static func locked(_ objection: Objection) -> Dialog {
    .question(
      "cost.locked", .key(objection.reason, objection.values),
      buttons: [Dialog.Button(.cancel), Dialog.Button(.yes, label: "confirm.askRelease")])
  }
}
