import Glibc
import LECStore
import TestSupport
import Testing

/// The program is killed, or its disk is full or fails, while it makes new files: `init` one, `demo` a set. `LECTERM_SOAK` says at
/// how many points (an eighth of it each), `LECTERM_BUNDLE_SEED` which.
@Suite("Soak: new files, killed and on a full disk", .serialized)
struct NewFileCrash_Soak {
  private static func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }

  private static let rounds = max(1, (number("LECTERM_SOAK") ?? 25) / 8)
  private static let seed = number("LECTERM_BUNDLE_SEED") ?? .random(in: 1...999_999)

  @Test("killed at any moment, the file or the set is whole or absent", arguments: NewFileSite.Deed.allCases)
  func killed(_ deed: NewFileSite.Deed) throws {
    let site = try NewFileSite(deed, isSmall: false)
    var luck = Luck(seed: UInt64(Self.seed))
    let points = Self.byCall(Tracer.points(site.folder) { site.run(before: $0) } ?? [])
    let length = site.length()
    var tally: [String: Int] = [:]
    for round in 0..<Self.rounds {
      site.reset()
      let label: String
      // Of the kinds of calls each is as likely as another: most calls only write.
      if round % 5 < 4, let point = points.randomElement(using: &luck)?.randomElement(using: &luck) {
        label = "killed before \(point)"
        site.run(before: Tracer.kill(at: point))
      } else {
        let moment = UInt32.random(in: 0...length, using: &luck)
        label = "killed after \(moment) us"
        site.run(killAfter: moment)
      }
      tally[try site.afterwards(label), default: 0] += 1
    }
    print("kill \(deed): \(Self.rounds) points, LECTERM_BUNDLE_SEED=\(Self.seed): \(tally)")
  }

  @Test("killed at any of its last calls, there is no file whose codes were not shown")
  func codes() throws {
    let site = try NewFileSite(.one, isSmall: false)
    let points = (Tracer.points(site.folder) { site.run(before: $0) } ?? []).suffix(12)
    var states: Set<Bool> = []
    for point in points {
      site.reset()
      site.run(before: Tracer.kill(at: point))
      states.insert(site.codes.file)
      _ = try site.afterwards("killed before \(point)")
    }
    #expect(points.isEmpty || states == [false, true])
  }

  @Test("where the codes can't be printed there is no file")
  func unprinted() throws {
    let site = try NewFileSite(.one, isSmall: false)
    let run = site.run(before: ["/bin/sh", "-c", "exec \"$@\" >/dev/full", "sh"])
    #expect(run.status == 5 && !run.errors.isEmpty && !site.codes.file)
    #expect(try site.afterwards("nothing can be printed") == "old")
  }

  @Test("on a disk that is full or fails at any point, the same", arguments: NewFileSite.Deed.allCases)
  func full(_ deed: NewFileSite.Deed) throws {
    let site = try NewFileSite(deed, isSmall: true)
    var luck = Luck(seed: UInt64(Self.seed) &+ 1)
    let points = Self.byCall(
      (Tracer.points(site.folder) { site.run(before: $0) } ?? []).filter { Tracer.writing.contains($0.call) })
    let need = site.pages
    var tally: [String: Int] = [:]
    for round in 0..<Self.rounds {
      site.reset()
      let label: String
      let run: CommandRun
      if round % 3 < 2, site.disk.isDisk {
        let pages = Int.random(in: 0...need, using: &luck)
        label = "\(pages) of \(need) pages"
        site.disk.fill(leaving: pages)
        run = site.run()
        site.disk.empty()
      } else if let point = points.randomElement(using: &luck)?.randomElement(using: &luck) {
        let error = Bool.random(using: &luck) ? "ENOSPC" : "EIO"
        label = "\(error) from \(point)"
        run = site.run(before: Tracer.fail(from: point, error))
      } else {
        continue
      }
      if run.status != 0 {
        // Where nothing at all can be written, not even the answer can.
        let isSaid = ["disk-full", "disk-failed", "cannot-open", "read-only"].contains {
          run.output.contains("\"code\":\"\($0)\"")
        }
        #expect(
          isSaid || (run.output.isEmpty && run.status == 5) || (site.codes.shown && !run.errors.isEmpty),
          "\(label): \(run.status) \(run.output) \(run.errors)")
        #expect(!site.hasHalf || label.contains("from"), "\(label): half a file is left")
      }
      let state = try site.afterwards(label)
      #expect(state == "new" || run.status != 0, "\(label): said to be done and is not")
      tally[state, default: 0] += 1
    }
    print("full \(deed): \(Self.rounds) points, LECTERM_BUNDLE_SEED=\(Self.seed): \(tally)")
  }

  private static func byCall(_ points: [Tracer.Point]) -> [[Tracer.Point]] {
    Dictionary(grouping: points, by: \.call).sorted { $0.key < $1.key }.map(\.value)
  }
}
