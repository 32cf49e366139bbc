import LECModel

/// The offices above a training unit, from an invented department down, each as a chain of its own.
struct FoundingLadder {
  private let founding: Founding
  private let world: World
  private let training: Bool
  private(set) var chains: [ChainMaker] = []
  private(set) var root = EventID(.zero)
  private var card = IssuedCard(id: EventID(.zero), secret: [])

  static let department = Unit(code: UnitCode("00"), kind: .department, name: "กรมฝึกหัด")
  static let province = Unit(
    code: UnitCode("99"), kind: .province, name: "จังหวัดฝึกหัด", parent: department.code, province: "ฝึกหัด")

  init(_ founding: Founding, world: World, training: Bool) {
    self.founding = founding
    self.world = world
    self.training = training
  }

  var lamport: Int64 { chains.map(\.lamport).max() ?? 0 }

  /// Builds the offices and returns the card that the own unit joins with.
  mutating func build() throws -> IssuedCard {
    var top = chain(Self.department.code)
    let spare = Sodium.signingPair(seed: world.random(32))
    root = top.add(
      .rootMade,
      .root(RootMade(unit: Self.department.code, name: Self.department.name, spareKey: spare.publicKey)))
    top.appoint(UserName(Self.department.code.text), first: "ส่วนกลาง", position: "เจ้าหน้าที่")
    top.add(.roundSet, .round(founding.round))
    chains = [top]
    let path = [Self.province] + founding.units.filter { !$0.kind.isInstitution && $0.code != Self.province.code }
    for unit in path where unit.code != founding.own { climbDown(to: unit) }
    for unit in founding.units where unit.kind.isInstitution || unit.code == founding.own { place(unit) }
    return card
  }

  /// The chain of the parent after it has accepted the own unit's join.
  mutating func accept(_ join: EventID) -> ChainMaker {
    let last = chains.count - 1
    chains[last].lamport = lamport + 1
    chains[last].add(.joinAccepted, .acceptedJoin(JoinAccepted(join: join)), about: founding.own)
    return chains[last]
  }

  private func chain(_ unit: UnitCode) -> ChainMaker {
    ChainMaker(unit: unit, training: training, lamport: lamport, world: world)
  }

  private mutating func climbDown(to unit: Unit) {
    var unit = unit
    unit.parent = chains.last?.unit
    var next = chain(unit.code)
    chains[chains.count - 1].install(unit, as: &next)
    next.lamport = max(next.lamport, lamport)
    next.appoint(UserName(unit.code.text), first: unit.contact?.person ?? unit.name, position: "เจ้าหน้าที่")
    chains.append(next)
  }

  /// The own unit, or one that hangs beside it.
  private mutating func place(_ unit: Unit) {
    var unit = unit
    unit.parent = chains.last?.unit
    let last = chains.count - 1
    chains[last].lamport = lamport
    chains[last].add(.unitSet, .unit(unit), about: unit.code)
    guard unit.code == founding.own else { return }
    card = chains[last].issue(unit.code)
    for new in founding.accounts where new.account.user.text != unit.code.text {
      chains[last].add(.accountSet, .account(new.account), about: unit.code)
    }
  }
}
