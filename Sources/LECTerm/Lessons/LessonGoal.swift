import LECModel
import LECStore

/// What happened in a file since an exercise began: its events, and how many files for others were made.
struct LessonTrace {
  var events: [StoredEvent] = []
  var sent = 0
}

/// What an exercise wants to have happened, seen from the events of the file: never from the keys that were pressed.
struct LessonGoal: Equatable, Sendable {
  enum What: Equatable, Sendable {
    /// Children whose record has been given these values, and still has them: `children mark=present`.
    case children([Wanted])
    /// Fields of the basic information.
    case basics([Wanted])
    /// Events of one kind, and for confirmations of one dataset: `confirmed students`.
    case events(EventKind, String)
    /// Files for other units. Sending changes nothing in the log, so they are counted beside it.
    case sent
  }

  struct Wanted: Equatable, Sendable {
    var field: UInt8
    /// Empty for any value but none.
    var value: String
  }

  var what: What
  var count: Int
  /// Whether more than that many will do.
  var orMore: Bool

  /// Reads `9+ children mark=present`; nil where it is no goal.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 2, let count = Int(words[0].hasSuffix("+") ? String(words[0].dropLast()) : words[0]) else {
      return nil
    }
    self.count = count
    orMore = words[0].hasSuffix("+")
    switch words[1] {
    case "children":
      let wanted = words.dropFirst(2).compactMap { Self.wanted($0) { StudentField.named($0)?.rawValue } }
      guard wanted.count == words.count - 2, !wanted.isEmpty else { return nil }
      what = .children(wanted)
    case "basics":
      let wanted = words.dropFirst(2).compactMap { Self.wanted($0) { BasicsField.named($0)?.rawValue } }
      guard wanted.count == words.count - 2, !wanted.isEmpty else { return nil }
      what = .basics(wanted)
    case "sent":
      guard words.count == 2 else { return nil }
      what = .sent
    default:
      guard let kind = EventKind.allCases.first(where: { $0.name == words[1] }), words.count <= 3 else { return nil }
      what = .events(kind, words.count == 3 ? words[2] : "")
    }
  }

  private static func wanted(_ word: String, _ field: (String) -> UInt8?) -> Wanted? {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let number = field(parts[0]) else { return nil }
    return Wanted(field: number, value: parts[1] == "*" ? "" : parts[1])
  }

  /// Whether what happened since the exercise began brings it about.
  func isMet(by trace: LessonTrace) -> Bool {
    let found = reached(by: trace)
    return orMore ? found >= count : found == count
  }

  /// How far it has come.
  func reached(by trace: LessonTrace) -> Int {
    switch what {
    case .children(let wanted): records(wanted, trace.events) { $0.changesStudent }
    case .basics(let wanted): records(wanted, trace.events) { $0 == .basicsEdited }
    case .events(let kind, let dataset): trace.events.count { $0.header.kind == kind && Self.names($0, dataset) }
    case .sent: trace.sent
    }
  }

  /// How many records were last given all these values.
  private func records(_ wanted: [Wanted], _ events: [StoredEvent], _ isMeant: (EventKind) -> Bool) -> Int {
    var values: [EventID: [UInt8: String]] = [:]
    for event in events {
      guard let kind = event.header.kind, isMeant(kind), case .changes(let changes)? = event.body?.content else {
        continue
      }
      let record = event.header.record?.event ?? event.id
      for change in changes { values[record, default: [:]][change.field] = change.value }
    }
    return values.values.count { record in wanted.allSatisfy { Self.has(record[$0.field], $0.value) } }
  }

  /// A mark is stored with its round before it.
  private static func has(_ value: String?, _ wanted: String) -> Bool {
    guard let value, !value.isEmpty else { return false }
    return wanted.isEmpty || value == wanted || value.split(separator: " ").last.map(String.init) == wanted
  }

  private static func names(_ event: StoredEvent, _ dataset: String) -> Bool {
    if dataset.isEmpty { return true }
    switch event.body?.content {
    case .confirmation(let confirmation): return confirmation.dataset.rawValue == dataset
    case .release(let release): return release.dataset.rawValue == dataset
    case .releaseRequest(let request): return request.dataset.rawValue == dataset
    case .cancellation(let cancellation): return cancellation.dataset.rawValue == dataset
    default: return false
    }
  }
}
