package import LECModel

/// A made-up department with everything below it, a file for each unit as in real life: made with the same cards, starter files and
/// bundles that real offices use, so that what a learner sees is what there is.
package final class TrainingTree {
  package struct Office: Sendable {
    package var unit: Unit
    package var person: Founding.NewProfile?
    package var set: TrainingSet?
  }

  package let folder: String
  package private(set) var stores: [UnitCode: Store] = [:]
  private let world: World
  private let round: Round
  private var cards: [UnitCode: NewCard] = [:]

  /// What the department was told when its file was made.
  package private(set) var root: NewRoot?

  package static let department = FoundingLadder.department
  package static let province = FoundingLadder.province
  package static let district = Unit(
    code: UnitCode("9901"), kind: .district, name: "อำเภอเมืองฝึกหัด", parent: province.code, province: "ฝึกหัด")
  package static let authorities: [Unit] = [
    authority("05990101", "เทศบาลตำบลฝึกหัด"), authority("06990102", "องค์การบริหารส่วนตำบลบ้านทดลอง"),
  ]

  private static func authority(_ code: String, _ name: String) -> Unit {
    var unit = Unit(
      code: UnitCode(code), kind: .authority, name: name, parent: province.code, district: "เมืองฝึกหัด",
      province: "ฝึกหัด")
    unit.office = district.code
    return unit
  }

  /// The institutions: three under the first authority, two under the second.
  package static func sets(
    _ policy: EditPolicy, seed: UInt64, children: Int? = nil, year: Int = 2567
  ) -> [(UnitCode, TrainingSet)] {
    let kinds: [(Int, TrainingSet.Kind)] = [
      (0, .school), (0, .centre), (0, .newCentre), (1, .college), (1, .lateCentre),
    ]
    return kinds.map { owner, kind in
      var set = TrainingSet(kind, policy: policy, seed: seed, children: children)
      set.year = year
      return (authorities[owner].code, set)
    }
  }

  package init(folder: String, round: Round, world: World) {
    self.folder = folder
    self.round = round
    var world = world
    if world.passwordCost == .standard { world.passwordCost = TrainingSet.passwordCost }
    self.world = world
  }

  package func path(_ unit: UnitCode) -> String { folder + "/" + unit.text + ".db" }

  package func store(_ unit: UnitCode) throws -> Store {
    guard let store = stores[unit] else { throw StoreError.notFound(path: path(unit)) }
    return store
  }

  /// Makes the offices, the institutions with their children, and one exchange of files in both directions.
  package func make(_ sets: [(UnitCode, TrainingSet)]) throws {
    let top = try makeDepartment()
    let province = try install(Self.province, under: top, Self.person("ปรานี", "ฝึกหัด", "ท้องถิ่นจังหวัด"))
    _ = try install(Self.district, under: province, Self.person("อำนาจ", "ฝึกหัด", "ท้องถิ่นอำเภอ"))
    let names = [("กานดา", "นักวิชาการศึกษา"), ("บุญมี", "ผู้อำนวยการกองการศึกษา")]
    for (i, unit) in Self.authorities.enumerated() {
      let person = Self.person(names[i % 2].0, "ฝึกหัด", names[i % 2].1)
      let store = try install(unit, under: province, person)
      for (owner, set) in sets where owner == unit.code { try settle(set, under: store) }
      try addOthers(store, UserName(unit.code.text))
    }
    try exchange()
  }

  private static func person(_ first: String, _ last: String, _ position: String) -> Founding.NewProfile {
    Founding.NewProfile(first: first, last: last, position: position, phone: "0000000010")
  }

  private func makeDepartment() throws -> Store {
    let code = Self.department.code
    let (store, root) = try Store.makeRoot(
      at: path(code), code: code, name: Self.department.name, training: true, world: world)
    self.root = root
    stores[code] = store
    try open(store, root.user, first: root.firstPassword, Self.person("สมฝึก", "ส่วนกลาง", "นักวิชาการ"))
    try store.setRound(round, password: TrainingSet.password, by: root.user)
    try store.set(Setting.trainingClock, to: TrainingSet.clock.iso)
    return store
  }

  /// Makes a unit, its card and its file, and the profile of its person.
  private func install(_ unit: Unit, under parent: Store, _ person: Founding.NewProfile?) throws -> Store {
    guard let own = try parent.ownUnit() else { throw StoreError.notFound(path: path(unit.code)) }
    let officer = UserName(own.code.text)
    if try parent.unit(unit.code) == nil {
      var unit = unit
      unit.parent = own.code
      try parent.addUnit(unit, by: officer)
    }
    let card = try parent.issueCard(for: unit.code, password: TrainingSet.password, by: officer)
    let (store, joined) = try Store.join(
      at: path(unit.code), starter: card.starter.bytes, card: card.code, world: world)
    stores[unit.code] = store
    cards[unit.code] = card
    try store.set(Setting.trainingClock, to: TrainingSet.clock.iso)
    if let person { try open(store, joined.user, first: card.code.text, person) }
    try send(from: unit.code, to: own.code)
    for join in try parent.openJoins() {
      try parent.acceptJoin(join.join, password: TrainingSet.password, by: officer)
    }
    return store
  }

  private func open(_ store: Store, _ user: UserName, first: String, _ p: Founding.NewProfile) throws {
    _ = try store.makeProfile(
      user, currentPassword: first, first: p.first, last: p.last, position: p.position, phone: p.phone,
      newPassword: TrainingSet.password)
  }

  private func settle(_ set: TrainingSet, under parent: Store) throws {
    var unit = set.unit
    unit.parent = try parent.ownUnit()?.code
    let first = set.accounts.first
    let store = try install(unit, under: parent, first?.profile)
    let user = UserName(unit.code.text)
    if first?.profile == nil {
      // The learner's own first log-in: the card's secret is exchanged for the password that is printed.
      try store.setFirstPassword(user, TrainingSet.firstPassword)
    }
    for second in set.accounts.dropFirst() {
      let password = try store.addAccount(second.account.user, of: unit.code, by: user)
      if let p = second.profile { try open(store, second.account.user, first: password, p) }
    }
    try store.seed(set.roster(), basics: set.basics(), by: user, unit: unit.code)
  }

  private func addOthers(_ store: Store, _ user: UserName) throws {
    guard let own = try store.ownUnit() else { return }
    let tail = own.code.text.suffix(2)
    for (number, name, affiliation) in [
      (1, "โรงเรียนบ้านสมมุติ", "OBEC"), (2, "โรงเรียนเอกชนตัวอย่าง", "OPEC"), (3, "โรงเรียนตำรวจตระเวนชายแดนสมมุติ", "BPP"),
    ] {
      try store.addOtherSchool(
        OtherSchool(code: "10990000\(tail)\(number)", name: name + " \(tail)", affiliation: affiliation), by: user)
    }
  }

  /// Everybody who can log in to the files of a tree, institutions first.
  package static func accounts(
    _ sets: [(UnitCode, TrainingSet)]
  ) -> [(unit: Unit, account: Founding.NewAccount)] {
    let people = sets.flatMap { _, set in set.accounts.map { (unit: set.unit, account: $0) } }
    let offices = (authorities + [district, province, department]).map { unit in
      (
        unit: unit,
        account: Founding.NewAccount(
          account: Account(user: UserName(unit.code.text), unit: unit.code, role: Role(unit.kind)),
          password: TrainingSet.password, profile: person("", "", ""))
      )
    }
    return people + offices
  }

  // MARK: Files on their way

  /// One unit makes a file for another, which reads it.
  @discardableResult
  package func send(from: UnitCode, to: UnitCode) throws -> BundleReport {
    let made = try store(from).makeBundle(for: to, by: UserName(from.text))
    return try store(to).read(bundle: made.bytes, name: made.name)
  }

  /// Everybody's file goes up to the department, and what was decided above comes down again.
  package func exchange() throws {
    let all = stores.keys.compactMap { code in try? stores[code]?.ownUnit() }.sorted { $0.code < $1.code }
    for kinds in [[UnitKind.school, .college, .centre], [.authority, .district], [.province]] {
      for unit in all where kinds.contains(unit.kind) {
        if let parent = unit.parent { try send(from: unit.code, to: parent) }
      }
    }
    for kinds in [[UnitKind.province], [.authority, .district], [.school, .college, .centre]] {
      for unit in all where kinds.contains(unit.kind) {
        if let parent = unit.parent { try send(from: parent, to: unit.code) }
      }
    }
  }

  package func close() {
    for store in stores.values { store.close() }
    stores = [:]
  }
}
