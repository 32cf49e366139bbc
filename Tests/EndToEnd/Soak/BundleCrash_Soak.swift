import Glibc
import LECStore
import TestSupport
import Testing

/// The program is killed, or its disk is full or fails, while it makes and reads bundles. `LECTERM_BUNDLE_SOAK` says at how many
/// points in all, `LECTERM_BUNDLE_SEED` which.
@Suite("Soak: bundles, killed and on a full disk")
struct BundleCrash_Soak {
  private static func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }

  private static let rounds = max(1, (number("LECTERM_BUNDLE_SOAK") ?? 12) / 4)
  private static let seed = number("LECTERM_BUNDLE_SEED") ?? .random(in: 1...999_999)

  /// What happened how often.
  private final class Tally {
    private var counts: [String: Int] = [:]
    func add(_ what: String) { counts[what, default: 0] += 1 }
    var text: String { counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ") }
  }

  @Test(
    "killed at any moment, there is the old state or the new one, and the same command goes through",
    arguments: CrashSite.Deed.allCases)
  func killed(_ deed: CrashSite.Deed) throws {
    let site = try CrashSite(isSmall: false)
    var luck = Luck(seed: UInt64(Self.seed))
    let tally = Tally()
    try site.reset()
    let points = Tracer.points(site.folder) { site.run(deed, before: $0) } ?? []
    try site.reset()
    let length = Self.length { site.run(deed) }
    for round in 0..<Self.rounds {
      try site.reset()
      let label: String
      if round % 2 == 0, let point = points.randomElement(using: &luck) {
        label = "killed before \(point)"
        site.run(deed, before: Tracer.kill(at: point))
      } else {
        let moment = UInt32.random(in: 0...length, using: &luck)
        label = "killed after \(moment) us"
        site.run(deed, killAfter: moment)
      }
      try afterwards(site, deed, label, tally)
    }
    print(
      "kill \(deed): \(Self.rounds) of \(points.count) calls and \(length) us, LECTERM_BUNDLE_SEED=\(Self.seed): \(tally.text)"
    )
  }

  @Test("on a disk that is full or fails at any point, the same", arguments: CrashSite.Deed.allCases)
  func full(_ deed: CrashSite.Deed) throws {
    let site = try CrashSite(isSmall: true)
    var luck = Luck(seed: UInt64(Self.seed) &+ 1)
    let tally = Tally()
    try site.reset()
    let points = (Tracer.points(site.folder) { site.run(deed, before: $0) } ?? []).filter {
      Tracer.writing.contains($0.call)
    }
    let disks = (deed == .make ? [site.data, site.stick] : [site.data]).filter(\.isDisk)
    let needs = try disks.map { disk in try Self.need(of: disk, site, deed) }
    for round in 0..<Self.rounds {
      try site.reset()
      let label: String
      let run: CommandRun
      if round % 3 < 2, !disks.isEmpty {
        let which = round % disks.count, pages = Int.random(in: 0...needs[which], using: &luck)
        label = "\(pages) free pages on disk \(which)"
        disks[which].fill(leaving: pages)
        run = site.run(deed)
        disks[which].empty()
      } else if let point = points.randomElement(using: &luck) {
        let error = Bool.random(using: &luck) ? "ENOSPC" : "EIO"
        label = "\(error) from \(point)"
        run = site.run(deed, before: Tracer.fail(from: point, error))
      } else {
        continue
      }
      if run.status != 0 {
        let code = ["disk-full", "disk-failed", "cannot-open", "read-only"].first {
          run.output.contains("\"code\":\"\($0)\"")
        }
        // Where nothing at all can be written, not even the answer can.
        #expect(
          code != nil || (run.output.isEmpty && run.status == 5), "\(label): \(run.status) \(run.output) \(run.errors)")
        tally.add("said \(code ?? "nothing")")
      }
      try afterwards(site, deed, label, tally, isDone: run.status == 0)
    }
    print(
      "full \(deed): \(Self.rounds) of \(needs) pages, \(points.count) calls, LECTERM_BUNDLE_SEED=\(Self.seed): \(tally.text)"
    )
  }

  /// The file is whole and old or new, what was left goes, and the same command again goes through.
  private func afterwards(
    _ site: CrashSite, _ deed: CrashSite.Deed, _ label: String, _ tally: Tally, isDone: Bool = false
  )
    throws
  {
    let problems = try site.problems(after: deed, label)
    #expect(problems.isEmpty, "\(problems)")
    let before = deed == .make ? site.made > 0 : try site.state() ?? false
    tally.add(before ? "new" : "old")
    if !site.strangers(site.stick.path).isEmpty { tally.add("half a file") }
    #expect(before || !isDone, "\(label): said to be done and is not")
    let again = site.run(deed)
    site.isAgain = true
    #expect(again.status == 0, "\(label): again: \(again.status) \(again.output) \(again.errors)")
    let rest = try site.problems(after: deed, label + ", again")
    #expect(rest.isEmpty, "\(rest)")
    #expect(
      site.strangers(site.stick.path).isEmpty, "\(label): \(site.strangers(site.stick.path)) is left on the stick")
    if deed == .read { #expect(try site.state() == true, "\(label): again, and it is not there") }
    if deed == .make { #expect(site.made == (before ? 2 : 1), "\(label)") }
  }

  /// How long an undisturbed run takes, in microseconds.
  private static func length(_ run: () -> CommandRun) -> UInt32 {
    let clock = ContinuousClock()
    let time = clock.measure { _ = run() }
    return UInt32(clamping: time.components.attoseconds / 1_000_000_000_000 + time.components.seconds * 1_000_000)
  }

  /// The fewest free pages with which the deed goes through.
  private static func need(of disk: SmallDisk, _ site: CrashSite, _ deed: CrashSite.Deed) throws -> Int {
    var low = -1, high = 1024
    while high - low > 1 {
      let middle = (low + high) / 2
      try site.reset()
      disk.fill(leaving: middle)
      let isEnough = site.run(deed).status == 0
      disk.empty()
      if isEnough { high = middle } else { low = middle }
    }
    return high
  }
}
