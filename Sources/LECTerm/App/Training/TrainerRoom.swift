import LECModel
import LECStore

/// The files of a training set as a trainer goes about with them: who sits where, what lies there, and how letters travel.
@MainActor struct TrainerRoom {
  struct Place {
    var path: String
    var unit: Unit
    var people: [Session]
    /// Letters that lie there unread.
    var letters: Int
  }

  let training: TrainingFolder
  /// How a file is opened; the one that is open already is given as it is.
  let door: (String) throws -> (store: Store, isOurs: Bool)

  var marks: TrainingMarks { TrainingMarks(training) }

  /// Does something with a file of the set, and closes it again where it was not open.
  func with<T>(_ path: String, _ body: (Store) throws -> T) throws -> T {
    let (store, isOurs) = try door(path)
    defer { if isOurs { store.close() } }
    return try body(store)
  }

  /// The files of the set, from the institutions up.
  func places() throws -> [Place] {
    let letters = training.letters(in: training.path).compactMap { path -> (bytes: [UInt8], header: BundleHeader)? in
      guard let bytes = try? BundleFiles.read(path), let header = try? Container.inspect(bytes) else { return nil }
      return (bytes, header)
    }
    let all = try training.files.compactMap { path in
      try with(path) { store -> Place? in
        guard let unit = try store.ownUnit() else { return nil }
        let unread = try letters.filter { letter in
          guard letter.header.to.contains(unit.code), letter.header.kind != .starter, letter.header.from != unit.code
          else { return false }
          return try !store.hasRead(letter.bytes)
        }.count
        return Place(path: path, unit: unit, people: try store.trainingPeople(), letters: unread)
      }
    }
    return all.sorted { (Self.rank($0.unit.kind), $0.unit.code.text) < (Self.rank($1.unit.kind), $1.unit.code.text) }
  }

  private static func rank(_ kind: UnitKind) -> Int {
    switch kind {
    case .school, .college, .centre: 0
    case .authority: 1
    case .district: 2
    case .province: 3
    case .department: 4
    }
  }

  /// The units to which a file of the set can send and whose files are in the set too.
  func receivers(of store: Store) throws -> [Unit] {
    guard let own = try store.ownUnit() else { return [] }
    var units = try own.parent.flatMap { try store.unit($0) }.map { [$0] } ?? []
    units += try store.children(of: own).filter(\.isOpen)
    return try units.filter { unit in
      try store.canSend(to: unit.code) && (try? training.file(of: unit.code)) != nil
    }
  }

  // MARK: On the way

  /// The files that have been made and have not come yet, by their names.
  var way: [(name: String, header: BundleHeader)] {
    training.letters(in: training.way).compactMap { path in
      guard let bytes = try? BundleFiles.read(path), let header = try? Container.inspect(bytes) else { return nil }
      return (path.split(separator: "/").last.map(String.init) ?? path, header)
    }
  }

  /// Makes a file as that unit would, and puts it on its way.
  func send(from store: Store, to receiver: UnitCode, isDelta: Bool, by user: UserName) throws -> MadeBundle {
    try store.requireTraining()
    let made = try store.makeBundle(for: receiver, delta: isDelta, by: user)
    guard FileCare.makeFolders(training.way) else { throw StoreError.cannotOpen(path: training.way) }
    try BundleFiles.write(made.bytes, to: BundleFiles.join(training.way, made.name))
    return made
  }

  /// Lets a file that is on its way meet its fate, and tells what happened.
  func deliver(_ name: String, _ fate: TrainerFate) throws -> TrainerJourney {
    let path = BundleFiles.join(training.way, name)
    var bytes = try BundleFiles.read(path)
    let header = try Container.inspect(bytes)
    guard let receiver = header.to.first else { throw BundleError.badHeader }
    let target = try training.file(of: receiver)
    var journey = TrainerJourney(name: name, header: header, bytes: bytes.count, fate: fate)
    try with(target) { store in
      try store.requireTraining()
      journey.from = try store.unit(header.from)?.name ?? header.from.text
      journey.to = try store.unit(receiver)?.name ?? receiver.text
      let before = try store.version()
      if fate == .damaged { bytes[bytes.count * 2 / 3] ^= 1 }
      let times = fate == .twice ? 2 : fate == .arrives || fate == .damaged ? 1 : 0
      for _ in 0..<times { journey.readings.append(Self.read(bytes, name, store)) }
      journey.isUnchanged = try store.version() == before
    }
    switch fate {
    case .late: break
    case .box: try FileCare.rename(path, to: BundleFiles.join(training.path, name))
    case .arrives, .twice, .damaged, .lost: FileCare.remove(path)
    }
    return journey
  }

  private static func read(_ bytes: [UInt8], _ name: String, _ store: Store) -> TrainerJourney.Reading {
    do {
      let report = try store.read(bundle: bytes, name: name)
      try store.settleFigures()
      return .brought(report)
    } catch {
      return .refused(Explain.objection(error).objection)
    }
  }
}
