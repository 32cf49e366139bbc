import LECModel
import TestSupport

extension FuzzTarget {
  /// The body of an event of any kind, which the first byte says; then what the model makes of changes to one child.
  static let bodies = FuzzTarget(
    "bodies", share: 180, shape: .cbor(after: 1),
    words: ["students", "basics", "others", "school", "province", "release", "p1", "enrolled", "2567/2"],
    seeds: { EventKind.allCases.enumerated().map { [UInt8($0.offset)] + Samples.body($0.element) } },
    make: {
      { input in
        let kind = EventKind.allCases.around(Int(input.first ?? 0))
        let value: CanonicalValue
        do { value = try CanonicalReader.read(Array(input.dropFirst())) } catch { return .refused(error) }
        guard let body = EventBody(value, kind: kind) else { return .taken(0) }
        let written = bytes(body)
        let again = (try? CanonicalReader.read(written)).flatMap { EventBody($0, kind: kind) }
        try BrokenPromise.unless(
          again.map { bytes($0) } == written, "a body that is read can be written and read: \(kind.name)")
        if case .changes(let changes) = body.content { try fold(changes) }
        return .taken(1 + Int(kind.rawValue))
      }
    })

  private static func bytes(_ body: EventBody) -> [UInt8] {
    var out = CanonicalWriter()
    body.write(to: &out)
    return out.bytes
  }

  /// Many hands at one child: what comes of it must not depend on the order in which it came.
  private static func fold(_ changes: [FieldChange]) throws {
    var events: [RecordEvent] = []
    for (i, change) in changes.prefix(12).enumerated() {
      let bases = [i - 1, i - 1 - change.value.utf8.count % 3].filter { events.indices.contains($0) }
      events.append(
        RecordEvent(
          id: Fixtures.id(UInt8(i + 1)), kind: i == 0 ? .studentAdded : .studentEdited,
          base: bases.map { events[$0].id }, lamport: Int64(change.field % 4),
          chain: ChainID(Fixtures.id(change.field % 3).hash),
          changes: [change, FieldChange(field: 2, value: change.value)]))
    }
    let a = Merge.fold(events), b = Merge.fold(events.reversed() + events)
    try BrokenPromise.unless(
      a == b, "a record depends on the set of its events alone")
  }
}
