import LECModel
import LECStore

/// What people and ways do to files in one step.
extension Simulation {
  /// An act that the rules may refuse; whatever else goes wrong ends the simulation.
  private func attempt(_ name: String, _ device: SimDevice, _ body: () throws -> Void) throws {
    do {
      try body()
      count(name)
      note("\(name) on \(device.name)")
    } catch is Refusal {
      count("refused")
    } catch {
      throw fail("\(name) on \(device.name): \(error)")
    }
  }

  func edit() throws {
    let device = devices[pick([.school])]
    let children = try device.store.roster(RosterFilter(), .first, limit: 60)
    let kind = luck.below(10)
    if children.count < 3 || kind < 3 {
      serial += 1
      let child = Fixtures.child {
        $0[.number] = TrainingNumber.text(serial)
        $0[.first] = "เด็ก\(serial)"
      }
      return try attempt("add", device) { _ = try device.store.addStudent(Fixtures.changes(child), by: device.user) }
    }
    let one = children[luck.below(children.count)]
    let value = "\(luck.below(9) + 1)"
    try attempt(["edit", "edit", "edit", "mark", "remove", "basics", "restore"][kind - 3], device) {
      switch kind {
      case 3: try device.store.editStudent(one.id, [FieldChange(.room, value)], by: device.user)
      case 4: try device.store.editStudent(one.id, [FieldChange(.remark, "ข้อ \(value)")], by: device.user)
      case 5:
        try device.store.editStudent(
          one.id, [FieldChange(.last, "ทองทุ่ง\(value)"), FieldChange(.room, value)], by: device.user)
      case 6: _ = try device.store.mark([one.id], luck.below(2) == 0 ? .present : .later, by: device.user)
      case 7: _ = try device.store.remove([one.id], reason: .left, by: device.user)
      case 8: try device.store.editBasics([FieldChange(.rooms, value)], by: device.user)
      default:
        let gone = try device.store.roster(RosterFilter(states: .removed), .first, limit: 5)
        if let back = gone.first { _ = try device.store.restore([back.id], by: device.user) }
      }
    }
  }

  /// A family asks to be forgotten: the school orders it, or the office above; somewhere it is carried out, elsewhere later.
  func erase() throws {
    let device = devices[pick([.school, .school, .authority])]
    if luck.below(3) == 0 {
      return try attempt("carry out", device) { _ = try device.store.carryOutErasures() }
    }
    if device.kind == .authority { device.store.focus = childUnits(of: device.unit).first }
    defer { device.store.focus = nil }
    guard let gone = try device.store.roster(RosterFilter(states: .removed), .first, limit: 3).first else { return }
    try attempt("erase", device) {
      try device.store.erase(
        [gone.id], reason: .request, password: TrainingSet.password, by: device.user)
    }
  }

  func confirm() throws {
    let device = devices[pick([.school, .authority, .province])]
    try attempt("confirm", device) {
      _ = try device.store.confirm(.students, password: TrainingSet.password, by: device.user)
    }
  }

  /// A release, a note, an acceptance: what an office says about a unit below.
  func decideAbove() throws {
    let device = devices[pick([.authority, .province, .department])]
    guard let own = try device.store.ownUnit() else { return }
    let below = try device.store.children(of: own).filter(\.isOpen)
    guard !below.isEmpty else { return }
    let unit = below[luck.below(below.count)]
    switch luck.below(3) {
    case 0:
      try attempt("note", device) { try device.store.note(unit.code, words: "ตรวจ \(serial)", by: device.user) }
    case 1:
      try attempt("release", device) {
        try device.store.release(
          .students, of: unit.code, reason: "ขอแก้ไข", password: TrainingSet.password, by: device.user)
      }
    default:
      try attempt("accept", device) {
        try device.store.accept(
          .students, of: unit.code, words: "", password: TrainingSet.password, by: device.user)
      }
    }
  }

  func changeUnit() throws {
    let device = devices[pick([.authority, .province])]
    guard let own = try device.store.ownUnit() else { return }
    let below = try device.store.children(of: own).filter(\.isOpen)
    guard let unit = below.first else { return }
    serial += 1
    try attempt("rename", device) {
      try device.store.editUnit(unit.code, by: device.user) { $0.name = "ชื่อใหม่ \(serial)" }
    }
  }

  /// An institution gets another authority above it: the province says so, and everybody hears of it by and by.
  func moveUnit() throws {
    guard moved == nil else { return }
    let device = devices[pick([.province])]
    // The province moves what it knows of: an office tells it first.
    _ = try? carry(devices[pick([.authority])], to: device)
    let units = try device.store.units().filter(\.isOpen)
    let schools = units.filter { $0.kind == .school }
    guard !schools.isEmpty else { return }
    let school = schools[luck.below(schools.count)]
    let offices = units.filter { $0.kind == .authority && $0.code != school.parent }
    guard !offices.isEmpty else { return }
    let office = offices[luck.below(offices.count)]
    moved = school.code
    try attempt("move", device) {
      try device.store.editUnit(school.code, by: device.user) { $0.parent = office.code }
    }
  }

  /// One institution's person goes: the office ends the term and another machine takes over with a new card.
  func endTerm() throws {
    guard ended == nil, steps > 60 else { return }
    let officer = devices[pick([.authority])]
    guard let own = try officer.store.ownUnit(),
      let unit = try officer.store.children(of: own).last(where: { $0.isOpen })
    else { return }
    ended = unit.code
    try attempt("end of term", officer) {
      try officer.store.endTerm(of: unit.code, reason: "ย้าย", password: TrainingSet.password, by: officer.user)
      for device in devices where device.unit == unit.code { device.isOut = true }
      let place = devices.count
      try join(unit.code, .school, own.code, issuer: officer)
      try carry(devices[place], to: officer)
      for join in try officer.store.openJoins() where join.unit.code == unit.code {
        try officer.store.acceptJoin(join.join, password: TrainingSet.password, by: officer.user)
      }
    }
  }

  func jumpClock() {
    let device = devices[luck.below(devices.count)]
    let days = [-3650, -400, -2, 0, 0, 3, 500, 3650][luck.below(8)]
    device.clock.jump(Int64(days) * 86_400_000)
    note("clock of \(device.name) off by \(days) days")
    count("clock")
  }

  /// Somebody sets a machine's counter far beyond everybody else's, as no honest program would.
  func runAhead() throws {
    let device = devices[pick(Set(UnitKind.allCases))]
    let far = Int64(1) << 52
    guard let counter = Int64(try device.store.setting(Setting.lamport) ?? ""), counter < far else { return }
    try device.store.set(Setting.lamport, to: String(far + counter))
    count("ahead")
    note("the counter of \(device.name) runs far ahead")
  }

  func keepCopy() throws {
    let device = devices[luck.below(devices.count)]
    serial += 1
    let copy = folder.file("copy\(serial).db")
    try device.store.backup(to: copy)
    device.copies.append(copy)
    count("copy")
  }

  /// The disk failed, and somebody puts an old copy in the place of the file.
  func putBack() throws {
    let places = devices.indices.filter { !devices[$0].copies.isEmpty && !devices[$0].isOut }
    guard !places.isEmpty else { return }
    let device = devices[places[luck.below(places.count)]]
    let copy = device.copies[luck.below(device.copies.count)]
    device.store.close()
    for end in ["", "-wal", "-shm"] { FileCare.remove(device.path + end) }
    // Sometimes the mark beside the file is lost with the disk, sometimes it stays.
    if luck.below(2) == 0 { FileCare.remove(device.path + "-mark") }
    guard let bytes = try FileCare.read(copy, limit: 64 << 20).bytes else { throw fail("no copy") }
    try FileCare.write(bytes, to: device.path)
    let number = Int(device.name.split(separator: "/").last ?? "") ?? 0
    serial += 1
    device.store = try Store.open(device.path, world: world(device.clock, number + serial * 1000))
    device.wasSetBack = true
    count("put back")
    note("old copy put back on \(device.name)")
  }

  /// A machine of a school gets an old copy of the program, or the present one again. What the old one does not know waits there.
  func changeProgram() throws {
    let device = devices[pick([.school])]
    device.isOld.toggle()
    try device.store.behave(asBefore: device.isOld ? [.noteWritten, .accepted, .erased] : [])
    count("program")
    note("\(device.name) has \(device.isOld ? "an older" : "the present") program")
  }

  /// Somebody copies the file of one machine to another, and both go on writing.
  func copyToAnother() throws {
    guard devices.count < 44 else { return }
    let device = devices[pick([.school])]
    serial += 1
    let number = serial
    let path = folder.file("m\(number).db")
    try device.store.backup(to: path)
    let clock = SimClock(time)
    let store = try Store.open(path, world: world(clock, number))
    devices.append(
      SimDevice(
        name: "\(device.unit.text)/\(number)", unit: device.unit, kind: device.kind, parent: device.parent, path: path,
        store: store, clock: clock))
    count("clone")
    note("\(device.name) was copied to machine \(number)")
  }

  // MARK: Files

  func post() throws {
    let from = pick(Set(UnitKind.allCases))
    let device = devices[from]
    // Whom its own file names: not everybody has heard of a move.
    guard let own = try device.store.ownUnit() else { return }
    let below = try device.store.children(of: own).map(\.code).filter { unit in devices.contains { $0.unit == unit } }
    let receivers = [own.parent, device.unit, device.unit] + below
    guard let to = receivers.compactMap({ $0 })[safe: luck.below(receivers.compactMap { $0 }.count)] else { return }
    let isDelta = luck.below(2) == 0
    do {
      let made = try device.store.makeBundle(for: to, delta: isDelta, by: device.user)
      mail.append(SimLetter(bytes: made.bytes, name: made.name, from: from, to: to))
      count(made.header.kind == .delta ? "delta" : "full")
      note("\(made.header.kind.rawValue) from \(device.name) to \(to.text)")
    } catch is Refusal {
      count("refused")
    } catch {
      throw fail("making a file on \(device.name): \(error)")
    }
  }

  func childUnits(of unit: UnitCode) -> [UnitCode] {
    Array(Set(devices.filter { $0.parent == unit }.map(\.unit))).sorted()
  }

  func deliver() throws {
    guard !mail.isEmpty else { return }
    let place = luck.below(mail.count)
    var letter = mail[place]
    let fate = luck.below(100)
    if fate >= 20 { mail.remove(at: place) }
    if fate < 50 && fate >= 20 {
      count("lost")
      return
    }
    archive.append(letter)
    switch luck.below(12) {
    case 0: letter.bytes = Array(letter.bytes.prefix(luck.below(letter.bytes.count)))
    case 1:
      let bit = luck.below(letter.bytes.count * 8)
      letter.bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    case 2: letter.bytes += (0...luck.below(64)).map { UInt8($0) }
    default: return try read(letter)
    }
    letter.isDamaged = true
    try read(letter)
  }

  func replay() throws {
    guard !archive.isEmpty else { return }
    try read(archive[luck.below(archive.count)])
  }

  private func read(_ letter: SimLetter) throws {
    let receivers = devices.indices.filter { devices[$0].unit == letter.to && $0 != letter.from && !devices[$0].isOut }
    guard !receivers.isEmpty else { return }
    let near = receivers.filter(isBusy)
    let place =
      near.isEmpty || luck.below(4) == 0 ? receivers[luck.below(receivers.count)] : near[luck.below(near.count)]
    let device = devices[place]
    let before = try device.store.eventCount()
    do {
      let report = try device.store.read(bundle: letter.bytes, name: letter.name)
      if letter.isDamaged { throw fail("a damaged file was read on \(device.name)") }
      let sum = report.new + report.known + report.waiting + report.held + report.refused
      if sum != report.events { throw fail("the report on \(device.name) says \(sum) of \(report.events) entries") }
      count("read")
      note("\(letter.name) read on \(device.name): \(report.new) new, \(report.waiting) waiting, \(report.held) held")
    } catch let error as BundleError {
      if try device.store.eventCount() != before { throw fail("a refused file changed \(device.name): \(error)") }
      let isLegal =
        letter.isDamaged || [.unknownSender, .needsFull].contains(error)
        // An institution's machines have a key each: who has not heard of the newest can't write to it.
        || (error == .notForYou && device.kind == .school)
      if !isLegal { throw fail("an undamaged file was refused on \(device.name): \(error)") }
      count(letter.isDamaged ? "damaged" : "not opened: \(error)")
    }
  }
}

extension Array {
  subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}

/// Numbers of children that are all different and right.
enum TrainingNumber {
  static func text(_ serial: Int) -> String {
    var digits = [1, 9, 9] + String(100_000_000 + serial * 7919 % 899_999_999).compactMap(\.wholeNumberValue)
    let sum = digits.enumerated().reduce(0) { $0 + $1.element * (13 - $1.offset) }
    digits.append((11 - sum % 11) % 10)
    return digits.map(String.init).joined()
  }
}
