import LECModel

/// The offices that units hung under, or that had them in their view, before they were moved: few in any file.
struct MoveTable {
  let connection: Connection

  struct Move: Equatable {
    var unit: UnitCode
    var place: UnitCode
  }

  private static let clear = "DELETE FROM unit_move WHERE unit = ?1"
  private static let put = "INSERT OR IGNORE INTO unit_move (unit, place) VALUES (?1, ?2)"
  static let all = "SELECT unit, place FROM unit_move ORDER BY unit, place"

  func all() throws(SQLiteError) -> [Move] {
    try connection.all(Self.all) { Move(unit: UnitCode($0.text(0)), place: UnitCode($0.text(1))) }
  }

  /// Everything that is known of one unit, in the place of what was known before.
  func write(_ unit: UnitCode, _ places: Set<UnitCode>) throws(SQLiteError) {
    try connection.run(Self.clear, .text(unit.text))
    for place in places.sorted() { try connection.run(Self.put, .text(unit.text), .text(place.text)) }
  }
}

extension UnitHistory {
  /// Where it hung, and hangs no more.
  var placesBefore: Set<UnitCode> {
    let now = Set([latest.parent, latest.office])
    return Set(forms.flatMap { [$0.unit.parent, $0.unit.office] }.filter { !now.contains($0) }.compactMap { $0 })
  }

  /// Whether the unit hangs elsewhere by this setting than by the one before or behind it.
  func moves(by setting: EventID) -> Bool {
    zip(forms, forms.dropFirst()).contains { one, next in
      [one.event, next.event].contains(setting)
        && (one.unit.parent != next.unit.parent || one.unit.office != next.unit.office)
    }
  }
}

extension Projector {
  /// Keeps where a unit hung before. Whoever has to do with its old or new place gets more than before from now on, and what lies
  /// far back in the log is part of that: no file that was made before is anything to go on from.
  func note(_ history: UnitHistory, _ event: StoredEvent) throws(SQLiteError) {
    let unit = history.latest.code, before = history.placesBefore
    try MoveTable(connection: connection).write(unit, before)
    guard history.moves(by: event.id) else { return }
    let files = BundleFileTable(connection: connection)
    // One that waited stands further back than what was sent while it did not count.
    let receivers = try files.receivers(before: judged)
    guard !receivers.isEmpty else { return }
    let state = try trust.state(about: [unit] + receivers + before)
    for receiver in receivers {
      // Who stands above all its places had everything before, and has it still.
      let had = before.allSatisfy { state.isInside($0, receiver) }, has = state.isInside(unit, receiver)
      let isConcerned =
        has || state.isInside(receiver, unit) || before.contains { state.isInside($0, receiver) }
      if isConcerned, !(had && has) { try files.startOver(for: receiver, before: judged) }
    }
  }
}
