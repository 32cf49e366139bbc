import Glibc
import TestSupport

/// strace, that can stop a program at the n-th call of one kind or make that call fail: moments that no clock would hit.
struct Tracer {
  struct Point: Hashable, CustomStringConvertible {
    let call: String
    let number: Int
    var description: String { "\(call) \(number)" }
  }

  static let path = "/usr/bin/strace"
  private static let calls = [
    "openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat2", "unlink", "mkdir",
    "syncfs",
  ]
  /// The calls that a full or failing disk lets fail.
  static let writing: Set<String> = [
    "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat2", "mkdir", "syncfs",
  ]

  /// Every call of an undisturbed run that changes something on a disk, and those that open something to write; nil where
  /// nothing may be traced.
  static func points(_ folder: TemporaryFolder, _ run: ([String]) -> CommandRun) -> [Point]? {
    let file = folder.file("trace")
    guard access(path, X_OK) == 0,
      run([path, "-f", "-qq", "-o", file, "-e", "trace=" + calls.joined(separator: ",")]).status == 0
    else { return nil }
    var counts: [String: Int] = [:]
    var out: [Point] = []
    for line in CommandRun.read(file).split(separator: "\n") {
      guard let call = calls.first(where: { line.contains(" \($0)(") }) else { continue }
      counts[call, default: 0] += 1
      // Of the many files that are only read, such as texts, none is worth a kill.
      if call == "openat", !line.contains("O_CREAT"), !line.contains("O_DIRECTORY") { continue }
      out.append(Point(call: call, number: counts[call] ?? 0))
    }
    return out
  }

  static func kill(at point: Point) -> [String] { inject(point, "signal=KILL:when=\(point.number)") }

  /// From that call on all of its kind fail.
  static func fail(from point: Point, _ error: String) -> [String] {
    inject(point, "error=\(error):when=\(point.number)+")
  }

  private static func inject(_ point: Point, _ what: String) -> [String] {
    [path, "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(point.call)", "-e", "inject=\(point.call):\(what)"]
  }
}
