import Glibc
import LECModel
import TestSupport
import Testing

@testable import LECStore

/// One file with a school's 900 children, damaged in every way there is, given to the office that it was made for.
///
/// 2,000 ways at random as a rule; `LECTERM_DAMAGE=all` takes every one (`make soak`), `LECTERM_DAMAGE_SEED` the random ones of a
/// run that is to be seen again.
@Suite("Soak: every damage to a bundle")
struct Damage_Soak {
  private static func word(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static let isWhole = word("LECTERM_DAMAGE") == "all"
  private static let seed = word("LECTERM_DAMAGE_SEED").flatMap { UInt64($0) } ?? .random(in: 1...999_999)
  private static let most = 2000

  private let folder = TemporaryFolder()

  /// The office's file, closed, and what the school made for it.
  private func site() throws -> (path: String, bundle: [UInt8]) {
    let world = Fixtures.world()
    let tree = TrainingTree(folder: folder.path, round: TrainingSet(.school).round, world: world)
    let authority = TrainingTree.authorities[0].code
    let set = TrainingSet(.school, children: 900)
    try tree.make([(authority, set)])
    let school = try tree.store(set.unit.code)
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    _ = try school.set([FieldChange(.room, "9")], of: [child.id], by: UserName(set.unit.code.text))
    let made = try school.makeBundle(for: authority, by: UserName(set.unit.code.text))
    tree.close()
    return (tree.path(authority), made.bytes)
  }

  /// The numbers of the damages to be tried: every kind has its share.
  private func chosen(_ damage: Damage) -> [Int] {
    if Self.isWhole { return Array(0..<damage.count) }
    var luck = Luck(seed: Self.seed)
    let shares: [Damage.Kind: Int] = [.bit: 1000, .length: 400, .trailing: 128, .letter: 236, .stranger: 236]
    var start = 0
    var out: [Int] = []
    for (kind, count) in damage.counts {
      let share = shares[kind] ?? 0
      out +=
        share >= count
        ? Array(start..<start + count)
        : (0..<share).map { _ in start + Int.random(in: 0..<count, using: &luck) }
      start += count
    }
    return out
  }

  @Test("is refused with a reason that says so, and changes nothing")
  func everyDamage() async throws {
    let (path, bundle) = try site()
    let damage = try Damage(bundle)
    #expect((15_000...40_000).contains(bundle.count), "\(bundle.count) bytes")
    let numbers = chosen(damage)
    let tasks = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let which = Self.isWhole ? "all" : "LECTERM_DAMAGE_SEED=\(Self.seed)"
    print("damage: \(bundle.count) bytes, \(numbers.count) of \(damage.count) changes, \(which), \(tasks) tasks")
    let refused = try await withThrowingTaskGroup(of: [String: Int].self) { group in
      for task in 0..<tasks {
        let share = stride(from: task, to: numbers.count, by: tasks).map { numbers[$0] }
        group.addTask { try Self.refuse(share, damage, path) }
      }
      return try await group.reduce(into: [:]) { sum, one in sum.merge(one, uniquingKeysWith: +) }
    }
    #expect(refused.values.reduce(0, +) == numbers.count)
    print("damage: refused", refused.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
  }

  /// Gives a share of the damages to the office, by turns as a look and to be taken; returns how often each reason was given.
  private static func refuse(_ numbers: [Int], _ damage: Damage, _ path: String) throws -> [String: Int] {
    let store = try Store.open(path, world: Fixtures.world())
    defer { store.close() }
    let words = try LanguageKeys()
    let log = try store.events(after: 0, limit: 1_000_000).map(\.id), tables = try store.projectionDigest()
    let written = try Self.written(store)
    var reasons: [String: Int] = [:]
    for number in numbers {
      let (kind, bytes) = damage.damaged(number)
      do {
        _ = try store.read(bundle: try Armor.unwrapped(bytes), name: "x.lec", isPreview: number % 2 == 0)
        Issue.record("\(kind) \(number) was taken")
      } catch {
        let key = LanguageKeys.key(error)
        if !words.has(key) || !Damage.isPlain(error, kind) { Issue.record("\(kind) \(number): \(error)") }
        reasons[key, default: 0] += 1
      }
      // Not a row was touched, in no table, not even for a moment.
      if try Self.written(store) != written { Issue.record("\(kind) \(number) wrote into the file") }
    }
    #expect(try store.events(after: 0, limit: 1_000_000).map(\.id) == log)
    #expect(try store.projectionDigest() == tables)
    // The same file without the damage is good: what was refused above was refused for the damage.
    #expect(try store.read(bundle: damage.file, name: "x.lec", isPreview: true).new > 0)
    return reasons
  }

  private static func written(_ store: Store) throws -> Int64? {
    try store.connection.one("SELECT total_changes()") { $0.integer(0) }
  }
}

/// The keys of the sentences in both languages.
struct LanguageKeys {
  private let keys: [Set<String>]

  init() throws {
    keys = try ["th", "en"].map { code in
      let text = try #require(
        try FileCare.read("\(TestPaths.project)/data/lang/\(code)/levels.txt", limit: 1 << 20).bytes)
      return Set(
        String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { line in
          line.split(separator: " ").first.map(String.init)
        })
    }
  }

  func has(_ key: String) -> Bool { keys.allSatisfy { $0.contains(key) } }

  /// The sentence that a person is shown for an error; none for one that was not foreseen.
  static func key(_ error: any Error) -> String {
    switch error {
    case let error as BundleError: "bundleError.\(error.rawValue)"
    case let error as ArmorError: "armorError.\(error.code)"
    default: "unforeseen: \(error)"
    }
  }
}
