package import LECModel

/// A made-up institution for learning, trying and measuring: same seed, same children.
package struct TrainingSet: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case school, centre, newCentre = "new-centre", college, lateCentre = "late-centre"
  }

  /// The moment at which training files stand when they are opened: three days before the deadline of round 2567/2.
  package static let clock = Moment(iso: "2024-11-08T09:00") ?? Moment(milliseconds: 0)
  /// The password of the accounts whose profile is made.
  package static let password = "ฝึกหัดใช้งาน 2567"
  /// The first password of the accounts that still have to make theirs.
  package static let firstPassword = "abcd-2345-wxyz"

  /// Guards nothing, for the passwords of a training set are printed: only as dear as must be.
  package static let passwordCost = Sodium.Cost(operations: 2, memory: 19 << 20)

  package var kind: Kind
  package var policy: EditPolicy
  package var seed: UInt64
  /// How many children; nil for the usual number of that kind.
  package var children: Int?
  /// The academic year, Buddhist, that the children's ages and dates belong to.
  package var year = 2567
  /// What is wrong on purpose.
  package var problems = PlantedProblem.ofLessons
  /// How far its people have come when the set is handed out.
  package var progress = Progress.begun
  /// A child that another institution lists as well; it is planted here where the problems say so.
  package var guest: Guest?
  /// One institution of many: its unit, its person, and its place, from which numbers follow that no other has.
  package var own: Own?

  /// The running number of its G-code. In the files of lessons all have the same, and so a double to be talked about.
  package var gcode = 1

  package enum Progress: Sendable {
    /// Everything is still to be done, but the office above has had a file.
    case begun
    case confirmed
    /// Nothing was heard of it since it joined.
    case silent
  }

  package struct Guest: Sendable {
    package var child: Student
    package var unit: Unit
  }

  package struct Own: Sendable {
    package var unit: Unit
    package var person: Founding.NewProfile
    package var place: Int
  }

  static let formerCentre = "ศูนย์พัฒนาเด็กเล็กบ้านอื่น"

  package init(_ kind: Kind, policy: EditPolicy = .release, seed: UInt64 = 1, children: Int? = nil) {
    self.kind = kind
    self.policy = policy
    self.seed = seed
    self.children = children
  }

  package var unit: Unit {
    if let own { return own.unit }
    let code: String, name: String, unitKind: UnitKind
    switch kind {
    case .school: (code, name, unitKind) = ("3099000001", "โรงเรียนเทศบาลฝึกหัด ๑", .school)
    case .centre: (code, name, unitKind) = ("3099000002", "ศูนย์พัฒนาเด็กเล็กบ้านฝึกหัด", .centre)
    case .newCentre: (code, name, unitKind) = ("3099000003", "ศูนย์พัฒนาเด็กเล็กวัดฝึกหัด", .centre)
    case .college: (code, name, unitKind) = ("3099000004", "วิทยาลัยเทศบาลฝึกหัด", .college)
    case .lateCentre: (code, name, unitKind) = ("3099000005", "ศูนย์พัฒนาเด็กเล็กบ้านทดลอง", .centre)
    }
    return Unit(
      code: UnitCode(code), kind: unitKind, name: name, parent: Self.authority.code, district: "เมืองฝึกหัด",
      province: "ฝึกหัด", contact: nil)
  }

  package static let authority = Unit(
    code: UnitCode("05990101"), kind: .authority, name: "เทศบาลตำบลฝึกหัด", parent: nil, district: "เมืองฝึกหัด",
    province: "ฝึกหัด",
    contact: Contact(unit: "เทศบาลตำบลฝึกหัด", person: "กองการศึกษา", phone: "0000000001"))

  /// Round 2 of 2567: base of 10 November, confirmation by midnight of 11 November.
  package var round: Round {
    let opens = Moment(iso: "2024-10-15T00:00")
    let due = CalendarDate(iso: "2024-11-11").map { Moment.end(of: $0) } ?? Self.clock
    return Round(
      key: RoundKey(year: 2567, number: 2), opens: opens, closes: nil,
      deadlines: [
        Deadline(level: .institution, due: due), Deadline(level: .authority, due: due),
        Deadline(level: .province, due: due + 86_400_000),
      ], reference: CalendarDate(iso: "2024-11-10") ?? Self.clock.date, policy: policy,
      datasets: [.students, .basics, .others], ages: AgeRule())
  }

  /// The accounts of this set; the school has two people, so that one enters and the other confirms.
  package var accounts: [Founding.NewAccount] {
    let user = unit.code.text
    func account(_ name: String, _ profile: Founding.NewProfile?) -> Founding.NewAccount {
      Founding.NewAccount(
        account: Account(user: UserName(name), unit: unit.code, role: .institution),
        password: profile == nil ? Self.firstPassword : Self.password, profile: profile)
    }
    if let own { return [account(user, own.person)] }
    switch kind {
    case .school:
      return [
        account(user, .init(first: "มานี", last: "ใจฝึก", position: "ครู", phone: "0000000002")),
        account(user + "-2", .init(first: "ปิติ", last: "ใจทวน", position: "ผู้อำนวยการ", phone: "0000000003")),
      ]
    case .centre: return [account(user, .init(first: "ชูใจ", last: "เลิศฝึก", position: "หัวหน้าศูนย์", phone: "0000000004"))]
    case .college: return [account(user, .init(first: "วีระ", last: "เพียรฝึก", position: "ครู", phone: "0000000005"))]
    case .newCentre: return [account(user, nil)]
    case .lateCentre:
      return [account(user, .init(first: "สมใจ", last: "รอก่อน", position: "ครูผู้ดูแลเด็ก", phone: "0000000007"))]
    }
  }

  /// Makes the file of this set at a path where none is yet.
  @discardableResult
  package func make(at path: String, world: World) throws -> Store {
    var world = world.starting(at: Self.clock)
    if world.passwordCost == .standard { world.passwordCost = Self.passwordCost }
    try Store.making(path, training: true, for: unit.code, world: world) { store in
      try store.found(
        Founding(own: unit.code, units: [Self.authority, unit], round: round, accounts: accounts))
      try store.set(Setting.trainingClock, to: Self.clock.iso)
      let user = accounts.first?.account.user ?? UserName(unit.code.text)
      try store.seed(roster(), basics: basics(), by: kind == .school ? UserName(unit.code.text) : user, unit: unit.code)
    }
    return try Store.open(path, world: world)
  }

  private func grades() -> [Grade] {
    switch kind {
    case .school: [.k2, .k3, .p1, .p2, .p3, .p4, .p5, .p6]
    case .centre, .newCentre, .lateCentre: [.c2, .c3, .c4]
    case .college: [.v1, .v2, .v3, .h1, .h2]
    }
  }

  /// The children as events have them.
  package func roster() -> [[FieldChange]] {
    students().map { student in
      StudentField.allCases.compactMap { student[$0].isEmpty ? nil : FieldChange($0, student[$0]) }
    }
  }

  /// The children, with the problems that a clerk learns on.
  package func students() -> [Student] {
    let mixed = seed &* 31 &+ UInt64(unit.code.text.utf8.reduce(0) { $0 &* 7 &+ Int($1) })
    var people = own.map { TrainingPeople(seed: seed, place: $0.place) } ?? TrainingPeople(seed: mixed)
    let grades = grades()
    let total = children ?? (kind == .school ? 96 : kind == .college ? 60 : 27)
    let perGrade = max(1, total / grades.count)
    let admitted = CalendarDate(iso: "\(year - 543)-05-16") ?? Self.clock.date
    var out: [Student] = []
    for i in 0..<total {
      let grade = grades[min(i / perGrade, grades.count - 1)]
      let room = total > 2000 ? String(1 + i % 40) : String(1 + (i % perGrade) / 30)
      out.append(people.child(grade: grade, room: room, academicYear: year, admitted: admitted))
    }
    guard total >= PlantedProblem.fewestChildren else { return out }
    mix(&out, &people)
    for problem in problems where problem.fits(self) { problem.plant(in: &out, of: self) }
    return out
  }

  /// Children of other nationalities and one who moved in, as there are everywhere: nothing is wrong with them.
  private func mix(_ out: inout [Student], _ people: inout TrainingPeople) {
    let last = out.count - 1
    out[5][.number] = own.map { people.number(first: 7, place: $0.place) } ?? people.number(first: 7)
    out[5][.nationality] = "MMR"
    out[8][.number] = "G6796" + TrainingProvince.digits(gcode, 8)
    out[8][.nationality] = "LAO"
    out[last - 1][.entry] = EntryKind.movedIn.rawValue
    out[last - 1][.admitted] = "\(year - 543)-11-01"
    out[last - 1][.cameFrom] = Self.formerCentre
  }

  /// What is planted here, for whoever leads the training.
  package func planted() -> [PlantedRow] {
    let students = students()
    return problems.filter { $0.fits(self) }.compactMap { problem in
      guard let place = problem.place(among: students.count) else {
        return PlantedRow(unit: unit, problem: problem, child: nil, other: nil)
      }
      guard students.count >= PlantedProblem.fewestChildren else { return nil }
      let other = problem == .doubledNextDoor ? guest?.unit : nil
      return PlantedRow(unit: unit, problem: problem, child: students[place], other: other)
    }
  }

  /// A centre that begins has nothing of this yet.
  private var hasNoBasics: Bool { kind == .newCentre || problems.contains(.noBasics) }

  func basics() -> [FieldChange] {
    guard !hasNoBasics else { return [] }
    let grades = grades()
    let filled: [(BasicsField, String)] = [
      (.head, own.map { $0.person.first + " " + $0.person.last } ?? (kind == .school ? "ปิติ ใจทวน" : "ชูใจ เลิศฝึก")),
      (.phone, "0000000006"), (.address, "99"),
      (.village, "9"), (.subdistrict, "ฝึกหัด"), (.district, "เมืองฝึกหัด"), (.province, "ฝึกหัด"),
      (.lowestGrade, grades.first?.rawValue ?? ""), (.highestGrade, grades.last?.rawValue ?? ""),
      (.teachers, kind.rawValue == "centre" ? "" : "12"), (.carers, kind == .centre ? "3" : ""), (.water, "yes"),
      (.electricity, "yes"), (.internet, "no"), (.kitchen, "yes"), (.rooms, problems.contains(.noRooms) ? "" : "4"),
    ]
    return filled.filter { !$0.1.isEmpty }.map { FieldChange($0.0, $0.1) }
  }
}
