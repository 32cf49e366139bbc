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
    let states = setters[StudentField.state.rawValue] ?? []
    let inForce = strongest(of: states, StudentField.state.rawValue, ancestry)
    let isAnother = Set(states.filter { $0.value != inForce?.value }.map(\.event.id))
    // What is said with a state goes with it: a child that is out has the reason of its removal.
    let withState = inForce.map { ancestry.knowing(of: $0.event.id).union([$0.event.id]) } ?? []
    for (field, all) in setters {
      let isBeside = Student.besideState.contains(field)
      let beside = isBeside ? all.filter { withState.contains($0.event.id) } : []
      guard let winner = strongest(of: beside.isEmpty ? all : beside, field, ancestry) else { continue }
      state.values[field] = winner.value
      for loser in last(of: all, ancestry) where loser.event.id != winner.event.id && loser.value != winner.value {
        // The state that is not in force is listed, and stands for what was said with it.
        if isBeside, isAnother.contains(loser.event.id) { continue }
        state.disputes.append(
          Dispute(field: field, inForce: winner.event.id, other: loser.event.id, otherValue: loser.value))
      }
    }
    addEditsBesideRemoval(unique, ancestry, setters[StudentField.state.rawValue] ?? [], &state)
    if Planted.disputesDropped.isOn { state.disputes = [] }
    state.disputes.sort { ($0.field, $0.other, $0.inForce) < ($1.field, $1.other, $1.inForce) }
    return state
  }

  /// Those settings of a field that nobody who set it later knew of.
  private static func last(
    of all: [(event: RecordEvent, value: String)], _ ancestry: Ancestry
  ) -> [(event: RecordEvent, value: String)] {
    let overtaken = ancestry.known(by: all.map(\.event.id))
    return all.filter { !overtaken.contains($0.event.id) || Planted.successorUnseen.isOn }
  }

  private static func strongest(
    of all: [(event: RecordEvent, value: String)], _ field: UInt8, _ ancestry: Ancestry
  ) -> (event: RecordEvent, value: String)? {
    last(of: all, ancestry).max { isWeaker($0, than: $1, field: field) }
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
      let dispute = Dispute(field: change.field, inForce: removal.id, other: event.id, otherValue: change.value)
      // Moved up to the next year, or out of school, it stands there as another state.
      if !result.disputes.contains(dispute) { result.disputes.append(dispute) }
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
