import LECModel
import TestSupport

@testable import LECStore

/// An office whose officer was dismissed, its neighbours, and he among them: what honest people enter, and what must be everywhere in
/// the end.
final class Dismissal {
  private let seed: UInt64
  private let tree: TreeFiles
  private var luck: Luck
  /// The machines of those in office.
  private var stores: [UnitCode: Store] = [:]
  private var parents: [UnitCode: UnitCode] = [:]
  private let schools: [UnitCode]
  /// Those of them where somebody has begun to work.
  private let busy: [UnitCode]
  private let out: UnitCode
  private var renegade: Renegade
  /// What was entered about each child, and counts.
  private var remarks: [UnitCode: [RecordID: String]] = [:]
  private var story: [String] = []
  private(set) var taken = 0

  private static let officers = ["05990101", "3099000001", "99", "06990102"].map { UnitCode($0) }

  init(seed: UInt64) throws {
    self.seed = seed
    luck = Luck(seed: seed)
    tree = try TreeFiles(policy: .reconfirm, children: 4)
    out = Self.officers[Int(seed % 4)]
    for (code, store) in tree.tree.stores where try store.ownUnit()?.kind != .district {
      stores[code] = store
      parents[code] = try store.ownUnit()?.parent
    }
    schools = try stores.filter { try $0.value.ownUnit()?.kind.isInstitution ?? false }.keys.sorted()
    let all = stores
    busy = schools.filter { school in
      (try? all[school]?.logIn(UserName(school.text), password: TrainingSet.password).profile) != nil
    }
    guard let old = stores[out] else { throw StoreError.notFound(path: out.text) }
    renegade = try Renegade(old, as: UserName(out.text), among: [], seed: seed)
    for school in schools { remarks[school] = try entered(school, in: school) }
    try tellAll(isLast: true)
    try setLimits()
    let copy = tree.folder.file("renegade.db")
    try old.backup(to: copy)
    try replace()
    renegade = try Renegade(
      try Store.open(copy, world: Fixtures.world(seed: seed + 1)), as: UserName(out.text),
      among: stores.keys.filter { $0 != out }.sorted(), seed: seed)
  }

  private func user(_ unit: UnitCode) -> UserName { UserName(unit.text) }
  private func any(_ count: Int) -> Int { Int.random(in: 0..<count, using: &luck) }

  /// Files hold little more than there is, so that somebody who writes much comes to the limit.
  private func setLimits() throws {
    var most = 0
    for (child, parent) in parents {
      most = max(most, try plainSize(child, parent), try plainSize(parent, child))
    }
    for store in stores.values { store.largestPlain = most + 60_000 }
  }

  private func plainSize(_ from: UnitCode, _ to: UnitCode) throws -> Int {
    try stores[from].flatMap { Int(try $0.makeBundle(for: to, delta: false, by: user(from)).header.plainSize) } ?? 0
  }

  /// The office above ends his term, and somebody else joins with the next card.
  private func replace() throws {
    guard let above = parents[out], let parent = stores[above] else { return }
    try parent.endTerm(of: out, reason: "พ้นหน้าที่", password: TrainingSet.password, by: user(above))
    let card = try parent.issueCard(for: out, password: TrainingSet.password, by: user(above))
    let (store, _) = try Store.join(
      at: tree.folder.file("successor.db"), starter: card.starter.bytes, card: card.code,
      world: Fixtures.world(seed: seed + 2))
    _ = try store.makeProfile(
      card.user, currentPassword: card.code.shown, first: "คนต่อไป", last: "ฝึกหัด", position: "นักวิชาการศึกษา",
      phone: "0000000005", newPassword: TrainingSet.password)
    store.largestPlain = parent.largestPlain
    stores[out] = store
  }

  // MARK: What happens

  func run(steps: Int) throws {
    for _ in 0..<steps {
      switch any(10) {
      case 0...2: try enter(at: busy[any(busy.count)])
      case 3...5: tellSomebody()
      case 6: try renegade.write()
      default: try bother()
      }
    }
    for round in 0..<4 { try tellAll(isLast: round == 3) }
    try compare()
    // And they can go on: what each of them enters now is above with the next files, whole or not.
    for school in busy { try enter(at: school, mustWork: true) }
    try tellAll(isLast: true, isDelta: true)
    try compare()
  }

  private func enter(at school: UnitCode, mustWork: Bool = false) throws {
    guard let store = stores[school] else { return }
    let text = "ลง \(story.count)"
    do {
      let rows = try store.roster(RosterFilter(), .first, limit: 20)
      guard !rows.isEmpty else { return }
      let child = rows[any(rows.count)].id
      _ = try store.set([FieldChange(.remark, text)], of: [child], by: user(school))
      remarks[school]?[child] = text
      story.append("\(school.text) enters")
    } catch {
      // Whoever has not heard that he is out of office believes him for a while.
      story.append("\(school.text) could not enter: \(error)")
      if mustWork { throw Fault(self, "\(school.text) can enter nothing: \(error)") }
    }
  }

  private func tellSomebody() {
    let children = parents.keys.sorted()
    let child = children[any(children.count)]
    guard let parent = parents[child] else { return }
    let (from, to) = any(2) == 0 ? (child, parent) : (parent, child)
    do { try tell(from, to, isDelta: any(2) == 0) } catch {
      story.append("\(from.text) could not tell \(to.text): \(error)")
    }
  }

  private func tell(_ from: UnitCode, _ to: UnitCode, isDelta: Bool) throws {
    guard let sender = stores[from], let receiver = stores[to] else { return }
    let made = try sender.makeBundle(for: to, delta: isDelta, by: user(from))
    let report = try receiver.read(bundle: made.bytes, name: made.name)
    for join in try receiver.openJoins() where join.unit.code == out && to == parents[out] && join.rivals == 0 {
      guard try join.join == ownJoin() else { continue }
      try receiver.acceptJoin(join.join, password: TrainingSet.password, by: user(to))
    }
    story.append("\(from.text) tells \(to.text) \(isDelta ? "a delta" : "all") of \(report.events)")
  }

  /// The successor read his number out on the telephone.
  private func ownJoin() throws -> EventID? {
    guard let store = stores[out], let chain = try store.ownChain() else { return nil }
    return try store.trust.state().joins.first { $0.chain == chain }?.join
  }

  private func bother() throws {
    let units = stores.keys.sorted(), to = units[any(units.count)]
    // Where an office above seems to be in use twice, by two branches of its chain, nothing holds that hangs on them until the one over
    // it has ended the term, its own unit neither.
    guard let receiver = stores[to], try receiver.ownUnit() != nil else { return }
    let bytes: [UInt8]
    do { bytes = try renegade.file(for: receiver) } catch let error as BundleError {
      story.append("the renegade has no file: \(error)")
      return
    }
    do {
      let report = try receiver.read(bundle: bytes, name: "")
      taken += report.events
      story.append("\(to.text) reads \(report.events) of the renegade")
    } catch let error as BundleError {
      story.append("\(to.text) refuses the renegade: \(error)")
    } catch let error as Refusal {
      // A file that says its reader is out of office: he is not, and has not heard yet who says so.
      story.append("\(to.text) refuses the renegade: \(error.code.rawValue)")
    }
  }

  /// From the top down and up again, and down once more.
  private func tellAll(isLast: Bool, isDelta: Bool = false) throws {
    let depth = parents.keys.sorted { (level($0), $0) < (level($1), $1) }
    let ways =
      depth.map { (parents[$0] ?? $0, $0) } + depth.reversed().map { ($0, parents[$0] ?? $0) }
      + depth.map { (parents[$0] ?? $0, $0) }
    for (from, to) in ways {
      do { try tell(from, to, isDelta: isDelta) } catch {
        story.append("\(from.text) could not tell \(to.text): \(error)")
        if isLast { throw Fault(self, "\(from.text) can't tell \(to.text): \(error)") }
      }
    }
  }

  private func level(_ unit: UnitCode) -> Int { parents[unit].map { level($0) + 1 } ?? 0 }

  // MARK: What must hold

  private func entered(_ school: UnitCode, in unit: UnitCode) throws -> [RecordID: String] {
    guard let store = stores[unit] else { return [:] }
    store.focus = unit == school ? nil : school
    defer { store.focus = nil }
    return try store.roster(RosterFilter(), .first, limit: 1_000).reduce(into: [:]) { $0[$1.id] = $1.student[.remark] }
  }

  private func compare() throws {
    let round = TrainingSet(.school).round.key
    for school in schools {
      var at: UnitCode? = school
      var digests: Set<Hash32> = []
      while let unit = at, let store = stores[unit] {
        let known = try entered(school, in: unit), expected = remarks[school] ?? [:]
        if known != expected {
          throw Fault(
            self, "\(unit.text) knows other children of \(school.text): \(known.values) not \(expected.values)")
        }
        digests.insert(try store.digest(.students, unit: school, round: round))
        at = parents[unit]
      }
      if digests.count != 1 { throw Fault(self, "\(digests.count) digests of \(school.text)") }
    }
    for (unit, store) in stores {
      let result = try store.verify()
      if !result.problems.isEmpty { throw Fault(self, "\(unit.text) is broken: \(result.problems.prefix(3))") }
    }
  }

  /// What went wrong, and what came before it.
  struct Fault: Error, CustomStringConvertible {
    let description: String

    init(_ play: Dismissal, _ what: String) {
      description =
        "seed \(play.seed), \(play.out.text) dismissed: \(what)\n  " + play.story.suffix(30).joined(separator: "\n  ")
    }
  }
}
