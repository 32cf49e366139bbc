package import LECModel

/// A made-up province in one file: local authorities, institutions and children as if all their files had been read. For trainers
/// who want to show a full board, and for measuring.
package struct TrainingProvince {
  package var authorities: Int
  package var institutionsEach: Int
  package var childrenEach: Int
  package var seed: UInt64
  package var policy: EditPolicy

  package init(authorities: Int, institutionsEach: Int, childrenEach: Int, seed: UInt64, policy: EditPolicy = .release)
  {
    self.authorities = authorities
    self.institutionsEach = institutionsEach
    self.childrenEach = childrenEach
    self.seed = seed
    self.policy = policy
  }

  package static let user = UserName(FoundingLadder.province.code.text)

  /// Makes the province's file.
  package func make(at path: String, world: World) throws -> Store {
    var world = world.starting(at: TrainingSet.clock)
    if world.passwordCost == .standard { world.passwordCost = TrainingSet.passwordCost }
    var round = TrainingSet(.school, policy: policy).round
    round.policy = policy
    let person = Founding.NewProfile(first: "ปรานี", last: "ฝึกหัด", position: "ท้องถิ่นจังหวัด", phone: "0000000010")
    let founding = Founding(
      own: FoundingLadder.province.code, units: [FoundingLadder.province], round: round,
      accounts: [
        .init(
          account: Account(user: Self.user, unit: FoundingLadder.province.code, role: .province),
          password: TrainingSet.password, profile: person)
      ])
    try Store.making(path, training: true, for: founding.own, world: world) { store in
      try store.found(founding)
      try store.set(Setting.trainingClock, to: TrainingSet.clock.iso)
      try store.raise(self, round, world)
    }
    return try Store.open(path, world: world)
  }

  func authority(_ place: Int) -> Unit {
    let code = "0599" + Self.digits(place / 100 + 1, 2) + Self.digits(place % 100, 2)
    return Unit(
      code: UnitCode(code), kind: .authority, name: "เทศบาลตำบล" + TrainingPlaces.place(place),
      parent: FoundingLadder.province.code, district: "เมืองฝึกหัด", province: "ฝึกหัด")
  }

  func institution(_ place: Int, of authority: Unit) -> Unit {
    TrainingPlaces.institution(place, of: authority)
  }

  static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

extension Store {
  fileprivate func raise(_ plan: TrainingProvince, _ round: Round, _ world: World) throws {
    guard let own = try ownUnit() else { return }
    let key = try signingKey(TrainingProvince.user, password: TrainingSet.password)
    var chains: [ChainMaker] = []
    try transaction(author: TrainingProvince.user, unit: own.code) { writer in
      for place in 0..<plan.authorities {
        let unit = plan.authority(place)
        try writer.add(.unitSet, EventBody(.unit(unit)), about: unit.code)
        let enrolment = Sodium.signingPair(seed: world.random(32))
        var card = Card(
          unit: unit.code, term: 1, purpose: .first, user: UserName(unit.code.text),
          enrolmentKey: enrolment.publicKey)
        card.machine = try writer.vouch(for: card.vow)
        let id = try writer.add(.cardIssued, EventBody(.card(card)), sign: key, about: unit.code)
        var chain = ChainMaker(unit: unit.code, training: true, lamport: writer.counter, world: world)
        let join = chain.join(with: IssuedCard(id: id, secret: enrolment.secret), lamport: writer.counter)
        chain.appoint(
          UserName(unit.code.text), first: TrainingPlaces.teacher(place, seed: plan.seed).first, last: "ฝึกหัด",
          position: "นักวิชาการศึกษา", phone: "0000000011")
        try writer.add(
          .joinAccepted, EventBody(.acceptedJoin(JoinAccepted(join: join))), sign: key, about: unit.code)
        chains.append(chain)
      }
    }
    for place in chains.indices {
      var family = [chains[place]]
      for number in 0..<plan.institutionsEach {
        let unit = plan.institution(number, of: plan.authority(place))
        var maker = TrainingInstitution(
          unit: unit, children: plan.childrenEach, seed: plan.seed, round: round, number: place * 50 + number,
          world: world)
        family.append(maker.make(under: &family[0]))
      }
      try transaction(author: UserName(""), unit: own.code) { writer in
        try take(family)
        writer.raise(lamport: family.map(\.lamport).max() ?? 0)
      }
    }
    try settleFigures()
  }
}
