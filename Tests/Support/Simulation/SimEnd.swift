import LECModel
import LECStore

/// The last full exchange, and what must hold after it.
extension Simulation {
  func finish() throws {
    for device in devices {
      device.clock.jump(0)
      // A file that was put back was opened by the present program.
      if device.isOld { try device.store.behave(asBefore: []) }
    }
    mail = []
    var rounds = 0
    repeat {
      rounds += 1
      if rounds > 9 { throw fail("files still bring news after nine rounds of everybody telling everybody") }
      news = 0
      try exchange()
    } while news > 0
    try compare()
    try forgetErased()
  }

  /// Everybody carries out what was ordered: then nothing of those children is left anywhere, and all still agree.
  private func forgetErased() throws {
    let open = devices.filter { !$0.isOut }
    let orders = try open.flatMap { try $0.store.erasures() }
    let gone = Set(orders.map(\.record))
    // No order comes to an office any more that the children were moved away from.
    let left = Set(orders.filter { $0.unit == moved }.map(\.record))
    guard !gone.isEmpty else { return }
    for device in open { _ = try device.store.carryOutErasures() }
    for device in open {
      let its = moved.map { sees(device, $0) } ?? true ? gone : gone.subtracting(left)
      for record in its where try device.store.history(of: record).contains(where: { !$0.changes.isEmpty }) {
        throw fail("\(device.name) still tells of an erased child")
      }
    }
    count("forgotten")
    news = 0
    try exchange()
    try compare()
  }

  /// Who tells whom goes by the tree as the province knows it by now.
  private func followMoves() throws {
    guard let moved, let province = hub(TrainingTree.province.code) else { return }
    let parent = try province.store.unit(moved)?.parent
    for device in devices where device.unit == moved { device.parent = parent }
  }

  private func hub(_ unit: UnitCode) -> SimDevice? { devices.first { $0.unit == unit && !$0.isOut } }

  /// All machines of a unit tell the first one, the first ones tell upward and downward, and then their fellows.
  private func exchange() throws {
    let units = Array(Set(devices.map(\.unit))).sorted()
    try followMoves()
    for device in devices where !device.isOut {
      if let hub = hub(device.unit), hub !== device { try tell(device, hub) }
    }
    for kinds in [[UnitKind.school], [.authority], [.province]] {
      for unit in units {
        guard let from = hub(unit), kinds.contains(from.kind) else { continue }
        for to in try offices(of: from) { try tell(from, to) }
      }
    }
    for kinds in [[UnitKind.department], [.province], [.authority]] {
      for unit in units {
        guard let from = hub(unit), kinds.contains(from.kind) else { continue }
        for child in childUnits(of: unit) { if let to = hub(child) { try tell(from, to) } }
      }
    }
    for device in devices where !device.isOut {
      if let hub = hub(device.unit), hub !== device { try tell(hub, device) }
    }
  }

  /// Whom a machine tells: the office of its unit, and the one that its own file names if that has not heard of a move.
  private func offices(of device: SimDevice) throws -> [SimDevice] {
    var units = [device.parent]
    if device.unit == moved, let named = try device.store.ownUnit()?.parent, named != device.parent {
      units.append(named)
    }
    return units.compactMap { $0 }.compactMap(hub)
  }

  private func tell(_ from: SimDevice, _ to: SimDevice) throws {
    do {
      let report = try carry(from, to: to)
      try acceptAgain(from, at: to)
      let receipts = report.kinds[.bundleRead] ?? 0
      news += report.new + report.waiting + report.held + report.refused - receipts
    } catch BundleError.notForYou where wasSetBack(from.unit) || to.unit == moved {
      // It knows no more, or not yet, whose machines those are; the next file from there tells it.
      news += 1
    } catch let error as Refusal where [from.unit, to.unit].contains(moved) {
      // One of the two has not heard of the move yet.
      note("\(from.name) could not write to \(to.name): \(error.code.rawValue)")
      news += 1
    } catch BundleError.unknownSender where [from.unit, to.unit].contains(moved) {
      news += 1
    } catch {
      throw fail("the last exchange: \(from.name) could not tell \(to.name): \(error)")
    }
  }

  private func wasSetBack(_ unit: UnitCode) -> Bool { devices.contains { $0.unit == unit && $0.wasSetBack } }

  /// An office that works on an old copy gets its cards back, and accepts the machines once more that it had accepted. So does one that
  /// got an institution whose former office let a machine in without having heard of the move.
  private func acceptAgain(_ from: SimDevice, at to: SimDevice) throws {
    let isMoved = moved.map { sees(to, $0) } ?? false
    guard isMoved || (from.parent == to.unit && wasSetBack(to.unit)) else { return }
    for join in try to.store.openJoins() where join.unit.code == from.unit || join.unit.code == moved {
      try to.store.acceptJoin(join.join, password: TrainingSet.password, by: to.user)
      news += 1
    }
  }

  private func compare() throws {
    for unit in Array(Set(devices.filter { $0.kind == .school }.map(\.unit))).sorted() {
      let seeing = devices.filter { !$0.isOut && sees($0, unit) }
      guard let first = seeing.first else { continue }
      let expected = try Knowledge(first.store, unit)
      for device in seeing.dropFirst() {
        let other = try Knowledge(device.store, unit)
        if let difference = expected.difference(from: other) {
          throw fail("\(first.name) and \(device.name) do not agree about \(unit.text): \(difference)")
        }
      }
    }
    // A look into every file takes long: one of each unit, and two more.
    var looked: Set<UnitCode> = []
    for device in devices where !device.isOut && looked.insert(device.unit).inserted { try check(device) }
    for _ in 0..<2 { try check(devices[luck.below(devices.count)]) }
  }

  private func sees(_ device: SimDevice, _ unit: UnitCode) -> Bool {
    if device.unit == unit { return true }
    var at = devices.first { $0.unit == unit }?.parent
    while let here = at {
      if here == device.unit { return true }
      at = devices.first { $0.unit == here }?.parent
    }
    return false
  }

  /// A file by itself: nothing is broken, and reading its log again gives the same tables.
  private func check(_ device: SimDevice) throws {
    let before = try device.store.tableDigests()
    try device.store.rebuild()
    let after = try device.store.tableDigests()
    let apart = zip(before, after).filter { $0.0.digest != $0.1.digest }.map(\.0.table)
    if !apart.isEmpty { throw fail("\(device.name) holds other tables than its log says: \(apart)") }
    let result = try device.store.verify()
    if !result.problems.isEmpty { throw fail("\(device.name) is broken: \(result.problems.prefix(3))") }
    // Nobody tells a machine that is out of office anything any more.
    if device.isOut { return }
    let idle = try device.store.pending().filter { entry in
      // Nobody tells the office that a unit was moved away from what was still to come.
      if entry.unit == moved, !sees(device, entry.unit) { return false }
      return [.waiting(.gap), .waiting(.missingRecord)].contains(entry.verdict)
    }
    if !idle.isEmpty {
      let names = idle.prefix(6).map {
        "\($0.kind?.name ?? "?") \($0.verdict.name) \($0.verdict.reason?.rawValue ?? "") \($0.unit.text) \($0.id.hash.hex.prefix(6))"
      }
      throw fail("\(idle.count) entries wait on \(device.name) for what everybody has told: \(names)")
    }
  }
}

/// What a file says about one institution.
private struct Knowledge {
  var events: Set<EventID>
  var counting: Set<EventID>
  var digest: Hash32
  var basics: Hash32
  var state: DatasetState.Name?
  var values: [String]
  var conflicts: [ConflictEntry]
  private var verdicts: [EventID: String]
  private var names: [EventID: String]

  init(_ store: Store, _ unit: UnitCode) throws {
    let pending = try store.pending()
    // Of a machine that nobody can place, nobody tells the office above.
    let strangers = Set(pending.filter { $0.verdict == .waiting(.unknownSender) }.map(\.id))
    names = try Self.events(store, unit).filter { !strangers.contains($0.key) }
    events = Set(names.keys)
    counting = events.subtracting(pending.map(\.id))
    verdicts = Dictionary(
      pending.map {
        ($0.id, "\($0.verdict.name) \($0.verdict.reason?.rawValue ?? "") \($0.kind?.name ?? "") \($0.unit.text)")
      },
      uniquingKeysWith: { one, _ in one })
    digest = try store.digest(.students, unit: unit, round: Simulation.round.key)
    basics = try store.digest(.basics, unit: unit, round: Simulation.round.key)
    let known = try store.unit(unit)
    state = try known.flatMap { try store.standing(of: $0, round: Simulation.round).state(.students)?.name }
    values = try Self.values(store, unit)
    conflicts = try Self.conflicts(store, unit)
  }

  private static func events(_ store: Store, _ unit: UnitCode) throws -> [EventID: String] {
    var out: [EventID: String] = [:]
    var place: Int64 = 0
    while true {
      let part = try store.events(after: place, limit: 1000)
      guard let last = part.last else { return out }
      for event in part where event.header.unit == unit && event.header.kind != .bundleRead {
        let header = event.header, chain = header.chain.hash.hex.prefix(6)
        out[event.id] = "\(chain)/\(header.sequence) \(header.kind?.name ?? "?") by \(header.author.text)"
      }
      place = last.n
    }
  }

  /// Every child with every field, as a line.
  private static func values(_ store: Store, _ unit: UnitCode) throws -> [String] {
    store.focus = unit
    defer { store.focus = nil }
    return try StudentState.allCases.flatMap { state in
      try store.roster(RosterFilter(states: state), .first, limit: 10_000).map { row in
        row.id.short + " " + StudentField.allCases.map { row.student[$0] }.joined(separator: "|")
      }
    }.sorted()
  }

  private static func conflicts(_ store: Store, _ unit: UnitCode) throws -> [ConflictEntry] {
    store.focus = unit
    defer { store.focus = nil }
    return try store.conflicts().sorted {
      ($0.record?.short ?? "", $0.field, $0.other.event) < ($1.record?.short ?? "", $1.field, $1.other.event)
    }
  }

  func difference(from other: Knowledge) -> String? {
    let apart = events.symmetricDifference(other.events)
    if !apart.isEmpty {
      let missing = apart.prefix(6).map { names[$0] ?? "not here, there \(other.names[$0] ?? "")" }
      return "\(apart.count) entries are not in both: \(missing)"
    }
    let judged = counting.symmetricDifference(other.counting)
    if !judged.isEmpty {
      let reasons = Set(judged.map { (verdicts[$0] ?? other.verdicts[$0]) ?? "?" }).sorted()
      return "\(judged.count) entries count in one only: \(reasons)"
    }
    if values != other.values {
      return
        "children differ: \(values.filter { !other.values.contains($0) }) and \(other.values.filter { !values.contains($0) })"
    }
    if conflicts != other.conflicts { return "other conflicts are listed" }
    if digest != other.digest || basics != other.basics { return "digests differ" }
    if state != other.state {
      return "one says \(String(describing: state)), the other \(String(describing: other.state))"
    }
    return nil
  }
}
