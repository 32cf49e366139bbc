import LECModel

/// Forms that were left half filled, by a person or by a power cut: they come first in what is to be done.
struct UnfinishedForms {
  private let drafts: [(key: DraftKey, destination: Destination)]

  init(_ keys: [DraftKey]) {
    drafts = keys.compactMap { key in Self.destination(key).map { (key, $0) } }
  }

  var items: [Menu.Item] {
    drafts.enumerated().map { place, draft in
      Menu.Item(
        "draft-\(place)", label: draft.key.form == "basics" ? "home.draft.basics" : "home.draft.student",
        figure: "home.draft", ink: .warning)
    }
  }

  func destination(_ place: Int) -> Destination? { drafts.indices.contains(place) ? drafts[place].destination : nil }

  private static func destination(_ key: DraftKey) -> Destination? {
    switch key.form {
    case "student":
      if key.record == "new" { return .newStudent }
      return RecordID(RowID(key.record)).map { .student($0, field: nil) }
    case "basics": return .basics(field: nil)
    default: return nil
    }
  }
}
