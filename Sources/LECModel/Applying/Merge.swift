/// An event of one record, as far as merging looks at it.
package struct RecordEvent: Equatable, Sendable {
  package var id: EventID
  package var kind: EventKind
  package var base: [EventID]
  package var lamport: Int64
  package var chain: ChainID
  package var changes: [FieldChange]

  package init(
    id: EventID, kind: EventKind, base: [EventID], lamport: Int64, chain: ChainID, changes: [FieldChange]
  ) {
    self.id = id
    self.kind = kind
    self.base = base
    self.lamport = lamport
    self.chain = chain
    self.changes = changes
  }
}

/// Two people set one field without knowing of each other: one value is in force, the others wait for a person.
package struct Dispute: Equatable, Hashable, Sendable {
  package var field: UInt8
  package var inForce: EventID
  package var other: EventID
  package var otherValue: String

  package init(field: UInt8, inForce: EventID, other: EventID, otherValue: String) {
    self.field = field
    self.inForce = inForce
    self.other = other
    self.otherValue = otherValue
  }
}

/// A record as its events make it.
package struct RecordState: Equatable, Sendable {
  package var values: [UInt8: String] = [:]
  /// The events that no other event of the record has seen.
  package var heads: [EventID] = []
  package var disputes: [Dispute] = []

  package init() {}
}

/// Makes a record from the set of its events. The result depends on the set alone: any order of arrival, any repetition.
package enum Merge {
  /// Causal successors win; of truly concurrent settings the larger (lamport, chain) is in force and the rest are listed;
  /// a removal beats whatever happened beside it, and that is listed too.
  package static func fold(_ events: [RecordEvent]) -> RecordState {
    var unique: [EventID: RecordEvent] = [:]
    for event in events { unique[event.id] = event }
    let ancestry = Ancestry(unique)
    var state = RecordState()
    var seen: Set<EventID> = []
    for event in unique.values { seen.formUnion(event.base) }
    state.heads = unique.keys.filter { !seen.contains($0) }.sorted()

    var setters: [UInt8: [(event: RecordEvent, value: String)]] = [:]
    for event in unique.values {
      for change in event.changes { setters[change.field, default: []].append((event, change.value)) }
    }
    let lost = statesLost(setters[StudentField.state.rawValue] ?? [], ancestry)
    for (field, all) in setters {
      let overtaken = ancestry.known(by: all.map(\.event.id))
      let last = all.filter { !overtaken.contains($0.event.id) || Planted.successorUnseen.isOn }
      let beside = Student.besideState.contains(field) ? last.filter { lost[$0.event.id] == nil } : last
      guard let winner = (beside.isEmpty ? last : beside).max(by: { isWeaker($0, than: $1, field: field) }) else {
        continue
      }
      state.values[field] = winner.value
      for loser in last where loser.event.id != winner.event.id && loser.value != winner.value {
        // The state that was not taken is listed, and stands for the rest.
        if Student.besideState.contains(field), lost[loser.event.id] == true { continue }
        state.disputes.append(
          Dispute(field: field, inForce: winner.event.id, other: loser.event.id, otherValue: loser.value))
      }
    }
    addEditsBesideRemoval(unique, ancestry, setters[StudentField.state.rawValue] ?? [], &state)
    if Planted.disputesDropped.isOn { state.disputes = [] }
    state.disputes.sort { ($0.field, $0.other, $0.inForce) < ($1.field, $1.other, $1.inForce) }
    return state
  }

  /// Who set a state that is not the one in force, and whether it is another: what was said with it goes with it, for a child that is
  /// out has the reason of its removal.
  private static func statesLost(
    _ all: [(event: RecordEvent, value: String)], _ ancestry: Ancestry
  ) -> [EventID: Bool] {
    let overtaken = ancestry.known(by: all.map(\.event.id))
    let last = all.filter { !overtaken.contains($0.event.id) }
    guard let winner = last.max(by: { isWeaker($0, than: $1, field: StudentField.state.rawValue) }) else { return [:] }
    return Dictionary(
      last.filter { $0.event.id != winner.event.id }.map { ($0.event.id, $0.value != winner.value) },
      uniquingKeysWith: { $0 || $1 })
  }

  /// The quick way for an event whose author had seen every head: its changes simply count.
  package static func extend(_ state: RecordState, with event: RecordEvent) -> RecordState? {
    guard Set(event.base) == Set(state.heads), state.disputes.isEmpty else { return nil }
    var next = state
    for change in event.changes { next.values[change.field] = change.value }
    next.heads = [event.id]
    return next
  }

  private static func isWeaker(
    _ a: (event: RecordEvent, value: String), than b: (event: RecordEvent, value: String), field: UInt8
  ) -> Bool {
    if field == StudentField.state.rawValue, !Planted.removalLoses.isOn {
      let removed = StudentState.removed.rawValue
      if (a.value == removed) != (b.value == removed) { return b.value == removed }
    }
    // Whatever a dictionary happens to hold last.
    if Planted.arrivalWins.isOn { return true }
    return (a.event.lamport, a.event.chain, a.event.id) < (b.event.lamport, b.event.chain, b.event.id)
  }

  /// Edits that did not know of the removal in force are kept, and shown to a person.
  private static func addEditsBesideRemoval(
    _ all: [EventID: RecordEvent], _ ancestry: Ancestry, _ states: [(event: RecordEvent, value: String)],
    _ result: inout RecordState
  ) {
    guard result.values[StudentField.state.rawValue] == StudentState.removed.rawValue,
      let removal = states.filter({ $0.value == StudentState.removed.rawValue }).max(by: {
        isWeaker($0, than: $1, field: StudentField.state.rawValue)
      })?.event
    else { return }
    let before = ancestry.known(by: [removal.id]), after = ancestry.knowing(of: removal.id)
    // Whoever wrote after seeing both has settled it.
    let settled = ancestry.known(by: after)
    for event in all.values where event.kind == .studentEdited {
      let apart = !before.contains(event.id) && !after.contains(event.id) && event.id != removal.id
      guard apart, !settled.contains(event.id), let change = event.changes.first else { continue }
      result.disputes.append(
        Dispute(field: change.field, inForce: removal.id, other: event.id, otherValue: change.value))
    }
  }
}

/// Who knew of whom among the events of one record. Asked for whole sets at once: what every single event knew of would be as
/// many entries as the square of their number. Walks with a stack of its own, for there can be more events than a call stack has
/// room for.
struct Ancestry {
  private var earlier: [EventID: [EventID]] = [:]
  private var later: [EventID: [EventID]] = [:]

  init(_ events: [EventID: RecordEvent]) {
    for (id, event) in events {
      for base in event.base where events[base] != nil {
        earlier[id, default: []].append(base)
        later[base, default: []].append(id)
      }
    }
  }

  /// Everything that one of these events knew of, directly or not.
  func known(by events: some Sequence<EventID>) -> Set<EventID> { reach(events, earlier) }

  /// Everything that knew of this event, directly or not.
  func knowing(of event: EventID) -> Set<EventID> { reach([event], later) }

  private func reach(_ start: some Sequence<EventID>, _ steps: [EventID: [EventID]]) -> Set<EventID> {
    var found: Set<EventID> = []
    var stack = Array(start)
    while let id = stack.popLast() {
      for next in steps[id] ?? [] where found.insert(next).inserted { stack.append(next) }
    }
    return found
  }
}
