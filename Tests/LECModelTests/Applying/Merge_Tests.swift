import LECModel
import TestSupport
import Testing

@Suite("Merging")
struct MergeTests {
  @Test("a causal successor wins, without a dispute")
  func successor() {
    let add = event(1, base: [], lamport: 1, [(.first, "ก"), (.state, "enrolled")])
    let edit = event(2, base: [1], lamport: 2, [(.first, "ข")])
    let state = Merge.fold([edit, add])
    #expect(state.values[StudentField.first.rawValue] == "ข")
    #expect(state.disputes.isEmpty)
    #expect(state.heads == [Fixtures.id(2)])
  }

  @Test("two who did not know of each other: one value is in force, the other is listed")
  func concurrent() {
    let add = event(1, base: [], lamport: 1, [(.first, "ก")])
    let a = event(2, base: [1], lamport: 2, [(.first, "ข")])
    let b = event(3, base: [1], lamport: 3, [(.first, "ค")])
    let state = Merge.fold([a, b, add])
    #expect(state.values[StudentField.first.rawValue] == "ค")
    #expect(state.disputes.map(\.otherValue) == ["ข"])
    let settled = event(4, base: [2, 3], lamport: 4, [(.first, "ข")])
    #expect(Merge.fold([a, b, add, settled]).disputes.isEmpty)
  }

  @Test("edits of different fields merge by themselves")
  func differentFields() {
    let add = event(1, base: [], lamport: 1, [(.first, "ก"), (.room, "1")])
    let a = event(2, base: [1], lamport: 2, [(.first, "ข")])
    let b = event(3, base: [1], lamport: 3, [(.room, "2")])
    let state = Merge.fold([add, a, b])
    #expect(state.values[StudentField.first.rawValue] == "ข")
    #expect(state.values[StudentField.room.rawValue] == "2")
    #expect(state.disputes.isEmpty)
  }

  @Test("a removal beats an edit beside it, and the edit is listed until somebody has seen both")
  func removal() {
    let add = event(1, base: [], lamport: 1, [(.first, "ก"), (.state, "enrolled")])
    let remove = event(2, base: [1], lamport: 2, [(.state, "removed")], kind: .studentRemoved)
    let edit = event(3, base: [1], lamport: 9, [(.first, "ข")])
    let state = Merge.fold([edit, remove, add])
    #expect(state.values[StudentField.state.rawValue] == "removed")
    #expect(state.disputes.map(\.other) == [Fixtures.id(3)])
    let restored = event(4, base: [2, 3], lamport: 10, [(.state, "enrolled")], kind: .studentRestored)
    #expect(Merge.fold([edit, remove, add, restored]).disputes.isEmpty)
  }

  @Test("a removal beats a restoring beside it, whoever wrote later, and that is listed")
  func removalBesideRestoring() {
    let add = event(1, base: [], lamport: 1, [(.state, "removed")], kind: .studentRemoved)
    let remove = event(2, base: [1], lamport: 2, [(.state, "removed")], kind: .studentRemoved)
    let restore = event(3, base: [1], lamport: 9, [(.state, "enrolled")], kind: .studentRestored)
    let state = Merge.fold([restore, remove, add])
    #expect(state.values[StudentField.state.rawValue] == "removed")
    #expect(state.disputes.contains { $0.otherValue == "enrolled" })
  }

  @Test(
    "RM-04 what was said with a removal stays with it, whatever was said with the state that lost, and is listed once")
  func reasonOfRemoval() {
    let add = event(1, base: [], lamport: 1, [(.state, "enrolled")])
    let first = event(
      2, base: [1], lamport: 2, [(.state, "removed"), (.reason, "moved"), (.left, "2024-11-01")], kind: .studentRemoved)
    let kept = event(
      3, base: [2], lamport: 3, [(.state, "removed"), (.reason, "moved"), (.left, "2024-11-01")], kind: .studentRemoved)
    let back = event(
      4, base: [2], lamport: 9, [(.state, "enrolled"), (.reason, ""), (.left, "")], kind: .studentRestored)
    let state = Merge.fold([add, first, kept, back])
    #expect(state.values[StudentField.state.rawValue] == "removed")
    #expect(state.values[StudentField.reason.rawValue] == "moved")
    #expect(state.values[StudentField.left.rawValue] == "2024-11-01")
    #expect(state.disputes.map(\.field) == [StudentField.state.rawValue])
    // What overtook the restoring says nothing of a reason, and lost as well.
    let up = event(6, base: [4], lamport: 10, [(.state, "graduated"), (.left, "2025-03-31")], kind: .studentEdited)
    let out = Merge.fold([add, first, back, up, kept])
    #expect(out.values[StudentField.reason.rawValue] == "moved")
    #expect(out.values[StudentField.left.rawValue] == "2024-11-01")
    #expect(out.disputes.map(\.field) == [StudentField.state.rawValue])
    // Of two removals each has its own reason, and both are shown.
    let other = event(5, base: [1], lamport: 8, [(.state, "removed"), (.reason, "died")], kind: .studentRemoved)
    let two = Merge.fold([add, first, other])
    #expect(two.values[StudentField.reason.rawValue] == "died")
    #expect(two.disputes.map(\.otherValue) == ["moved"])
  }

  @Test("any order and any repetition of the same events give the same record", arguments: 1...60)
  func orderDoesNotMatter(seed: UInt64) {
    var luck = Luck(seed: seed)
    var events = [event(1, base: [], lamport: 1, [(.first, "ก"), (.state, "enrolled")])]
    for n in 2...UInt8.random(in: 3...14, using: &luck) {
      let parents = (1..<n).filter { _ in Int.random(in: 0..<3, using: &luck) == 0 }
      let field = [StudentField.first, .room, .state].randomElement(using: &luck) ?? .first
      let value = field == .state ? (Bool.random(using: &luck) ? "removed" : "enrolled") : "\(n)"
      events.append(
        event(
          n, base: parents.isEmpty ? [1] : parents, lamport: Int64(n), [(field, value)],
          kind: field == .state ? .studentRemoved : .studentEdited))
    }
    let expected = Merge.fold(events)
    for _ in 0..<5 {
      var other = events + events.filter { _ in Bool.random(using: &luck) }
      other.shuffle(using: &luck)
      #expect(Merge.fold(other) == expected)
    }
  }

  @Test("the quick way and the whole way agree on a straight history", arguments: 1...20)
  func quickWay(seed: UInt64) throws {
    var luck = Luck(seed: seed)
    let first = event(1, base: [], lamport: 1, [(.first, "ก"), (.state, "enrolled")])
    var events = [first]
    var quick = Merge.fold([first])
    for n in UInt8(2)...12 {
      let field = [StudentField.first, .room, .mark].randomElement(using: &luck) ?? .first
      let next = event(n, base: [n - 1], lamport: Int64(n), [(field, "\(n)")])
      events.append(next)
      quick = try #require(Merge.extend(quick, with: next))
    }
    #expect(quick == Merge.fold(events))
  }

  @Test("a child at whom thousands of events were written is merged like any other")
  func many() {
    func id(_ n: Int) -> EventID {
      EventID(
        Hash32([UInt8](repeating: 0, count: 28) + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: n >> $0) }) ?? .zero)
    }
    let events = (1...20_000).map { n in
      RecordEvent(
        id: id(n), kind: n == 1 ? .studentAdded : .studentEdited, base: n == 1 ? [] : [id(n == 20_000 ? 1 : n - 1)],
        lamport: Int64(n), chain: ChainID(.zero), changes: [FieldChange(.first, "\(n)")])
    }
    let state = Merge.fold(events)
    #expect(state.heads == [id(19_999), id(20_000)])
    #expect(state.values[StudentField.first.rawValue] == "20000")
    #expect(state.disputes.map(\.otherValue) == ["19999"])
  }

  private func event(
    _ n: UInt8, base: [UInt8], lamport: Int64, _ changes: [(StudentField, String)], kind: EventKind = .studentEdited
  ) -> RecordEvent {
    RecordEvent(
      id: Fixtures.id(n), kind: n == 1 ? .studentAdded : kind, base: base.map(Fixtures.id), lamport: lamport,
      chain: ChainID(Fixtures.id(n % 3).hash), changes: changes.map { FieldChange($0.0, $0.1) })
  }
}
