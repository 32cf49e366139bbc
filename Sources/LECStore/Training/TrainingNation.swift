package import LECModel

/// A made-up department's file and what lies in its letter box on the last day: a file from every province with its local
/// authorities, and one from every institution. Made unit by unit: memory does not grow with the number of children.
package struct TrainingNation {
  package var provinces: Int
  package var authoritiesEach: Int
  /// Institutions of a province, spread over its local authorities.
  package var institutionsEach: Int
  package var childrenEach: Int
  package var seed: UInt64

  package init(
    provinces: Int = 76, authoritiesEach: Int = 103, institutionsEach: Int = 264, childrenEach: Int = 80, seed: UInt64
  ) {
    self.provinces = provinces
    self.authoritiesEach = authoritiesEach
    self.institutionsEach = institutionsEach
    self.childrenEach = childrenEach
    self.seed = seed
  }

  package static let user = UserName(FoundingLadder.department.code.text)

  /// Makes the department's file; `send` takes each bundle with its name, `PROVINCE.lec` before those of its institutions.
  package func make(at path: String, world: World, send: (String, [UInt8]) throws -> Void) throws -> Store {
    var world = world.starting(at: TrainingSet.clock)
    if world.passwordCost == .standard { world.passwordCost = TrainingSet.passwordCost }
    let round = TrainingSet(.school).round
    let code = FoundingLadder.department.code
    let (store, root) = try Store.makeRoot(
      at: path, code: code, name: FoundingLadder.department.name, training: true, world: world)
    _ = try store.makeProfile(
      root.user, currentPassword: root.firstPassword, first: "สมฝึก", last: "ส่วนกลาง", position: "นักวิชาการ",
      phone: "0000000010", newPassword: TrainingSet.password)
    try store.setRound(round, password: TrainingSet.password, by: root.user)
    try store.set(Setting.trainingClock, to: TrainingSet.clock.iso)
    for place in 0..<provinces { try make(place, for: store, round, world, send) }
    return store
  }

  private func make(
    _ place: Int, for store: Store, _ round: Round, _ world: World, _ send: (String, [UInt8]) throws -> Void
  ) throws {
    let post = try Post(store, world)
    let unit = province(place)
    var province = try appoint(unit, store, world)
    var offices = [ChainMaker]()
    for number in 0..<authoritiesEach {
      let authority = authority(number, of: unit)
      var office = ChainMaker(unit: authority.code, training: true, lamport: province.lamport, world: world)
      province.install(authority, as: &office)
      office.appoint(
        UserName(authority.code.text), first: TrainingPlaces.teacher(number, seed: seed).first, last: "ฝึกหัด",
        position: "นักวิชาการศึกษา", phone: "0000000011")
      offices.append(office)
    }
    for number in 0..<institutionsEach {
      let owner = number % authoritiesEach
      let unit = TrainingPlaces.institution(number / authoritiesEach, of: authority(owner, of: unit))
      var maker = TrainingInstitution(
        unit: unit, children: childrenEach, seed: seed, round: round, number: place * institutionsEach + number,
        world: world)
      let chain = maker.make(under: &offices[owner])
      try send(unit.code.text + ".lec", post.pack([chain], from: chain, number: 1))
    }
    try send(unit.code.text + ".lec", post.pack([province] + offices, from: province, number: 1))
  }

  /// The province's place in the tree, its card, and its machine with the join accepted.
  private func appoint(_ unit: Unit, _ store: Store, _ world: World) throws -> ChainMaker {
    let key = try store.signingKey(Self.user, password: TrainingSet.password)
    let own = FoundingLadder.department.code
    return try store.transaction(author: Self.user, unit: own) { writer in
      try writer.add(.unitSet, EventBody(.unit(unit)), about: unit.code)
      let enrolment = Sodium.signingPair(seed: world.random(32))
      var card = Card(
        unit: unit.code, term: 1, purpose: .first, user: UserName(unit.code.text), enrolmentKey: enrolment.publicKey)
      card.machine = try writer.vouch(for: card.vow)
      let id = try writer.add(.cardIssued, EventBody(.card(card)), sign: key, about: unit.code)
      var chain = ChainMaker(unit: unit.code, training: true, lamport: writer.counter, world: world)
      let join = chain.join(with: IssuedCard(id: id, secret: enrolment.secret), lamport: writer.counter)
      chain.appoint(
        UserName(unit.code.text), first: "ปรานี", position: "ท้องถิ่นจังหวัด", phone: "0000000013")
      try writer.add(.joinAccepted, EventBody(.acceptedJoin(JoinAccepted(join: join))), sign: key, about: unit.code)
      return chain
    }
  }

  private func province(_ place: Int) -> Unit {
    Unit(
      code: UnitCode(TrainingProvince.digits(place + 1, 2)), kind: .province,
      name: "จังหวัด" + TrainingPlaces.place(place),
      parent: FoundingLadder.department.code, province: TrainingPlaces.place(place))
  }

  private func authority(_ number: Int, of province: Unit) -> Unit {
    let code = "05" + province.code.text + TrainingProvince.digits(number / 99 + 1, 2)
    return Unit(
      code: UnitCode(code + TrainingProvince.digits(number % 99 + 1, 2)), kind: .authority,
      name: "เทศบาลตำบล" + TrainingPlaces.place(number), parent: province.code, district: "เมือง" + province.province,
      province: province.province)
  }

  /// Packs chains that are kept in memory as their machines would send them.
  private struct Post {
    private let root: EventID
    private let receiver: UnitCode
    private let box: [UInt8]
    private let world: World

    init(_ store: Store, _ world: World) throws {
      receiver = FoundingLadder.department.code
      self.world = world
      guard let root = try store.trust.anchors().root,
        let key = try store.trust.state(about: [receiver]).boxKey(of: receiver)
      else {
        throw Refusal(.outOfOffice, .au02)
      }
      self.root = root
      box = key.publicKey
    }

    func pack(_ chains: [ChainMaker], from sender: ChainMaker, number: Int64) throws -> [UInt8] {
      let runs = chains.map { ChainRun(chain: $0.chain, events: $0.events, signature: $0.headSignature) }
      let plain = BundleContent.write(runs)
      var header = BundleHeader(
        kind: .full, from: sender.unit, to: [receiver], chain: sender.chain, signingKey: sender.keys.publicKey,
        number: number, created: world.now().date, training: true, root: root,
        events: runs.reduce(0) { $0 + Int64($1.events.count) }, plainSize: Int64(plain.count))
      header.introduction = sender.events.prefix(2).map(\.packed)
      return try Container.write(
        header, plain: plain, recipients: [box, sender.boxKeys.publicKey], signing: sender.keys.secret,
        random: world.random)
    }
  }
}
