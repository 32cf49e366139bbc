import LECModel
import LECStore

extension Desk {
  func answer(_ request: AccountRequest) throws -> Answer? {
    switch request {
    case .door: return .account(.door(try door()))
    case .logIn(let user, let password):
      let entered = try file().logIn(UserName(user), password: password)
      if session?.user != entered.user { try file().forgetSteps() }
      session = entered
      firstPassword = entered.profile == nil || entered.mustChangePassword ? password : nil
      return .account(.entered(entered))
    case .unlock(let password):
      _ = try file().logIn(user(), password: password)
      return .account(.unlocked)
    case .wait(let name):
      guard let user = name.map({ UserName($0) }) ?? session?.user else { return .account(.waiting(seconds: 0)) }
      return .account(.waiting(seconds: try file().secondsToWait(user)))
    case .logOut:
      session = nil
      firstPassword = nil
      try file().forgetSteps()
      return .account(.door(try door()))
    case .makeProfile(let current, let first, let last, let position, let phone, let new):
      let made = try file().makeProfile(
        user(), currentPassword: current ?? firstPassword ?? "", first: TextForm.clean(first),
        last: TextForm.clean(last),
        position: TextForm.clean(position), phone: phone, newPassword: new)
      session = made
      firstPassword = nil
      return .account(.entered(made))
    case .changePassword(let old, let new):
      try file().changePassword(user(), from: old, to: new)
      return .account(.passwordChanged)
    case .handOver(let password, let note):
      let first = try file().handOver(user(), password: password, note: TextForm.clean(note))
      session = nil
      return .account(.handedOver(firstPassword: first))
    case .home: return .account(.home(try home()))
    case .settings: return .account(.settings(try settings()))
    case .setSetting(Setting.trainingClock, let value):
      guard let moment = Moment(iso: value) else { throw Refusal(.badDate, .op04, detail: value) }
      try moveClock(to: moment)
      return .account(.settings(try settings()))
    case .setSetting(let name, let value):
      try file().set(name, to: value)
      return .account(.settings(try settings()))
    case .makeTraining(let kind, let policy): return try makeTraining(kind, policy)
    case .starters: return .account(.starters(starters()))
    case .join(let starter, let card): return .account(.joined(try join(starter, card)))
    case .learn:
      wantsLesson = true
      return nil
    case .rule(let rule): return .account(.rule(RuleTexts.text(of: rule, in: data)))
    }
  }

  private func door() throws -> Door {
    guard let store else { return Door() }
    let unit = try store.ownUnit()
    let users = try store.usersHere()
    let hasOwnPasswords = try store.setting(Setting.ownPasswords) == "1"
    let hints = store.isTraining && !hasOwnPasswords ? users.map(\.text) : []
    return Door(
      unit: unit?.name ?? "", onlyUser: users.count == 1 ? users[0].text : "", isTraining: store.isTraining,
      trainingHints: hints)
  }

  private func home() throws -> HomeState {
    let store = try file()
    store.focus = nil
    guard let unit = try store.ownUnit() else { throw Refusal(.notYourUnit, .au04) }
    let states = try store.states()
    let round = try store.currentRound()
    var home = HomeState(
      unit: unit, round: round, person: session?.profile?.fullName ?? "",
      counts: states.first?.counts ?? Counts(), states: states)
    for progress in try store.classes() {
      home.unchecked += progress.unchecked
      home.later += progress.later
      home.absent += progress.absent
      home.present += progress.present
    }
    home.register = try store.registerCount(unit: unit.code)
    home.waiting = try store.findings().count { $0.check == .numberMissing || $0.check == .legacyCode }
    home.isPastDeadline = round?.due(unit.kind.level ?? .institution).map { store.now() > $0 } ?? false
    home.clockBehind = try store.clockBehind()
    home.office = try office(unit, round)
    home.parent = try store.parentContact()
    home.closedYear = try store.closedYear()
    home.drafts = try store.draftNames().compactMap { draft($0) }
    return home
  }

  private func office(_ unit: Unit, _ round: Round?) throws -> OfficeState {
    let store = try file()
    var office = OfficeState()
    let board = unit.kind.isInstitution ? [] : try store.board(of: unit)
    office.units = board.count
    office.complete = board.count { $0.isComplete }
    office.void = board.count { one in one.datasets.contains { $0.name == .void } }
    office.joins = try store.openJoinCount()
    office.claims = try store.claims().count { $0.state != .decided }
    if Rights.right(of: Role(unit.kind), to: .claimOpened, on: .own) == .allowed {
      office.pairs = try store.doublePairs().count
    }
    office.notes = try store.notes(about: unit.code).count { $0.answers.isEmpty }
    office.pending = try store.pendingCount()
    office.openPending = try store.openPendingCount()
    if unit.kind.isInstitution { office.conflicts = try store.conflicts().count }
    office.startedAnew = try store.startedAnew()
    let letters = try letters()
    office.letters = letters.count { $0.state == .new }
    office.badLetters = try letters.count(where: isMissed)
    office.releases = try store.unsentReleases().values.reduce(0, +)
    office.erasures = try store.erasuresDue()
    office.promotion = try store.promotionPlan()?.year
    if unit.kind == .authority, let round {
      let rows = try store.otherSchools(of: unit.code, round: round.key)
      office.others = rows.count
      office.othersMissing = rows.count { !$0.isComplete }
    }
    office.hasSnapshot = try round.flatMap { try store.snapshot(of: $0.key) } != nil
    office.above = try unit.parent.flatMap { try above($0) }
    return office
  }

  /// What a file for the level above would hold is worked out anew only when something was written.
  private func above(_ code: UnitCode) throws -> PartnerEntry? {
    let store = try file(), made = try store.lastFile(to: code)
    let version = try store.version()
    if let known = sending, known.version == version, known.entry.lastOut == made { return known.entry }
    let entry = try store.partner(code)
    sending = entry.map { (version, $0) }
    return entry
  }

  private func settings() throws -> [String: String] {
    let store = try file()
    var out: [String: String] = [:]
    for name in [Setting.language, Setting.digits, Setting.theme, Setting.lockMinutes, Setting.trainingClock] {
      out[name] = try store.setting(name)
    }
    return out
  }

  /// The starter files that lie on sticks, among the downloads and where this program keeps its file.
  private func starters() -> [String] {
    letterBox.files.filter(LetterBox.isLetter).filter { path in
      guard let bytes = try? BundleFiles.read(path), let header = try? Container.inspect(bytes) else { return false }
      return header.kind == .starter
    }
  }

  private func join(_ starter: String, _ card: String) throws -> JoinedFile {
    let joined = try Joining.join(at: path, starter: try BundleFiles.read(starter), card: card, now: options.now)
    try open()
    return JoinedFile(
      unit: joined.unit.name, user: joined.user.text, fingerprint: joined.fingerprint,
      recoveryCode: joined.recoveryCode?.shown ?? "", isOwnCard: joined.isOwnCard)
  }

  private func makeTraining(_ kind: String, _ policy: EditPolicy) throws -> Answer {
    try Places.makeFolder(of: path)
    let set = TrainingSet(TrainingSet.Kind(rawValue: kind) ?? .centre, policy: policy)
    try set.make(at: path, world: .live()).close()
    try open()
    try room().marks.setFirst(clock: TrainingSet.clock)
    return .account(.made)
  }

  /// What stands at the top of every screen.
  func heading() -> Look.Heading {
    guard let store, let unit = try? store.subject() else { return Look.Heading() }
    // A heading that can't be read is left out: the screens below say what is wrong.
    let round = try? store.currentRound()
    return Look.Heading(
      unit: .text(unit.name), round: round.map { .figures($0.key.text) } ?? .none,
      deadline: round?.due(unit.kind.level ?? .department),
      isTraining: store.isTraining, hasTrainer: hasTrainer)
  }
}
