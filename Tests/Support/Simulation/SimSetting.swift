import LECModel
import LECStore

extension Simulation {
  static let round: Round = {
    var round = TrainingSet(.school).round
    round.policy = .reconfirm
    return round
  }()

  /// A department, a province, three local authorities and seven institutions; forty machines.
  func settle() throws {
    let department = TrainingTree.department, province = TrainingTree.province
    let machine = fresh()
    let (store, made) = try Store.makeRoot(
      at: machine.path, code: department.code, name: department.name, training: true, world: machine.world)
    try profile(store, made.user, made.firstPassword)
    try store.setRound(Self.round, password: TrainingSet.password, by: made.user)
    add(store, machine.clock, department.code, .department, nil)
    try found(province, under: 0, machines: 2)
    let head = devices.count - 2
    var below: [(Unit, Int)] = []
    for i in 1...3 {
      let authority = Unit(
        code: UnitCode("0599000\(i)"), kind: .authority, name: "เทศบาลจำลอง \(i)", parent: province.code,
        province: "ฝึกหัด")
      let place = devices.count
      try found(authority, under: head, machines: 3)
      for j in 1...(i == 1 ? 3 : 2) {
        below.append(
          (
            Unit(
              code: UnitCode("309900\(i)0\(j)0"), kind: .school, name: "โรงเรียนจำลอง \(i)\(j)", parent: authority.code,
              province: "ฝึกหัด"), place
          ))
      }
    }
    for (unit, place) in below { try found(unit, under: place, machines: 4) }
  }

  /// A place and a world for the next machine.
  private func fresh() -> (path: String, world: World, clock: SimClock) {
    serial += 1
    let clock = SimClock(time)
    return (folder.file("m\(serial).db"), world(clock, serial), clock)
  }

  func world(_ clock: SimClock, _ number: Int) -> World {
    var world = Fixtures.world(seed: seed &* 1_000_003 &+ UInt64(number))
    world.now = { clock.now }
    world.wall = { clock.now }
    world.device = "m\(number)"
    world.machine = [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
    return world
  }

  private func profile(_ store: Store, _ user: UserName, _ password: String) throws {
    _ = try store.makeProfile(
      user, currentPassword: password, first: "คน", last: "จำลอง \(serial)", position: "เจ้าหน้าที่", phone: "0000000009",
      newPassword: TrainingSet.password)
  }

  private func add(
    _ store: Store, _ clock: SimClock, _ unit: UnitCode, _ kind: UnitKind, _ parent: UnitCode?
  ) {
    devices.append(
      SimDevice(
        name: "\(unit.text)/\(serial)", unit: unit, kind: kind, parent: parent, path: store.path, store: store,
        clock: clock))
  }

  private func found(_ unit: Unit, under place: Int, machines: Int) throws {
    let parent = devices[place]
    try parent.store.addUnit(unit, by: parent.user)
    let first = devices.count
    try join(unit.code, unit.kind, parent.unit, issuer: parent)
    try carry(devices[first], to: parent)
    for join in try parent.store.openJoins() {
      try parent.store.acceptJoin(join.join, password: TrainingSet.password, by: parent.user)
    }
    for _ in 1..<max(machines, 2) where devices.count - first < machines {
      let place = devices.count
      try join(unit.code, unit.kind, parent.unit, issuer: devices[first])
      try carry(devices[place], to: devices[first])
      for join in try devices[first].store.openJoins() {
        try devices[first].store.acceptJoin(join.join, password: TrainingSet.password, by: devices[first].user)
      }
    }
  }

  /// A machine joins with a card of an office above, or of its own.
  func join(_ unit: UnitCode, _ kind: UnitKind, _ parent: UnitCode, issuer: SimDevice) throws {
    let card = try issuer.store.issueCard(for: unit, password: TrainingSet.password, by: issuer.user)
    let machine = fresh()
    let (store, joined) = try Store.join(
      at: machine.path, starter: card.starter.bytes, card: card.code, world: machine.world)
    try profile(store, joined.user, card.code.shown)
    add(store, machine.clock, unit, kind, parent)
  }

  @discardableResult
  func carry(_ from: SimDevice, to: SimDevice) throws -> BundleReport {
    let made = try from.store.makeBundle(for: to.unit, by: from.user)
    return try to.store.read(bundle: made.bytes, name: made.name)
  }
}
