package import LECModel

/// A made-up department with everything below it, a file for each unit as in real life: made with the same cards, starter files and
/// bundles that real offices use, so that what a learner sees is what there is.
package final class TrainingTree {
  package let folder: String
  package private(set) var stores: [UnitCode: Store] = [:]
  private let world: World
  private let round: Round

  package static let department = TrainingPlan.department
  package static let province = TrainingPlan.province
  package static let district = TrainingPlan.district
  package static let authorities: [Unit] = [
    TrainingPlan.authority("05990101", "เทศบาลตำบลฝึกหัด"),
    TrainingPlan.authority("06990102", "องค์การบริหารส่วนตำบลบ้านทดลอง"),
  ]

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
    let names = [("กานดา", "นักวิชาการศึกษา"), ("บุญมี", "ผู้อำนวยการกองการศึกษา")]
    let offices = Self.authorities.enumerated().map { i, unit in
      TrainingPlan.Office(
        unit: unit, person: Self.person(names[i % 2].0, "ฝึกหัด", names[i % 2].1),
        sets: sets.filter { $0.0 == unit.code }.map(\.1))
    }
    try make(offices)
  }

  /// The same for a whole plan, with what its people have done until it is handed out: who is late stays silent.
  package func make(_ plan: TrainingPlan) throws { try make(plan.offices) }

  private func make(_ offices: [TrainingPlan.Office]) throws {
    let top = try makeDepartment()
    let province = try install(Self.province, under: top, Self.person("ปรานี", "ฝึกหัด", "ท้องถิ่นจังหวัด"))
    _ = try install(Self.district, under: province, Self.person("อำนาจ", "ฝึกหัด", "ท้องถิ่นอำเภอ"))
    for office in offices {
      let store = try install(office.unit, under: province, office.person)
      for set in office.sets { try settle(set, under: store) }
      try addOthers(store, UserName(office.unit.code.text))
    }
    try exchange(offices)
  }

  private static func person(_ first: String, _ last: String, _ position: String) -> Founding.NewProfile {
    Founding.NewProfile(first: first, last: last, position: position, phone: "0000000010")
  }

  private func makeDepartment() throws -> Store {
    let code = Self.department.code
    let (store, root) = try Store.makeRoot(
      at: path(code), code: code, name: Self.department.name, training: true, world: world)
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
    guard set.progress == .confirmed else { return }
    let worker = TrainingWorker(store: store)
    try worker.makeReady()
    try worker.confirm()
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

  // MARK: Files on their way

  /// One unit makes a file for another, which reads it.
  @discardableResult
  package func send(from: UnitCode, to: UnitCode) throws -> BundleReport {
    let made = try store(from).makeBundle(for: to, by: UserName(from.text))
    return try store(to).read(bundle: made.bytes, name: made.name)
  }

  /// Everybody's file goes up to the department, and what was decided above comes down again.
  package func exchange() throws { try exchange([]) }

  private func exchange(_ offices: [TrainingPlan.Office]) throws {
    let all = stores.keys.compactMap { code in try? stores[code]?.ownUnit() }.sorted { $0.code < $1.code }
    let silent = Set(
      offices.flatMap { office in office.sets.filter { $0.progress == .silent }.map(\.unit.code) })
    for kinds in [[UnitKind.school, .college, .centre], [.authority, .district], [.province]] {
      for unit in all where kinds.contains(unit.kind) && !silent.contains(unit.code) {
        if let office = offices.first(where: { $0.unit.code == unit.code }), office.isConfirmed {
          try confirm(unit)
        }
        if let parent = unit.parent { try send(from: unit.code, to: parent) }
      }
    }
    for kinds in [[UnitKind.province], [.authority, .district], [.school, .college, .centre]] {
      for unit in all where kinds.contains(unit.kind) {
        if let parent = unit.parent { try send(from: parent, to: unit.code) }
      }
    }
  }

  /// An office whose institutions have all confirmed does so too.
  private func confirm(_ unit: Unit) throws {
    let store = try store(unit.code), worker = TrainingWorker(store: store)
    try store.settleFigures()
    try worker.makeReady()
    try worker.confirm()
  }

  /// Opens the files of a set that lies in the folder already.
  package func reopen() throws {
    for name in FileCare.names(in: folder) where name.hasSuffix(".db") {
      let store = try Store.open(folder + "/" + name, world: world)
      if let unit = try store.ownUnit() { stores[unit.code] = store }
    }
  }

  /// Closes the files and takes away what lies empty beside them, so that a set is its files and nothing else.
  package func close() {
    for store in stores.values { store.closeTidily() }
    stores = [:]
  }
}
