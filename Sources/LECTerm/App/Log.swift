import Glibc
import LECModel
import LECStore

/// The program's own diary: off unless `LECTERM_LOG` names a file. No name, number or body of a record ever goes in, only codes,
/// verbs and counts.
struct Log: Sendable {
  enum Level: String, Sendable { case error, warning, notice, info, debug }

  /// Nil: nothing is written.
  let path: String?

  init(path: String?) { self.path = path }

  /// The log that the environment asks for.
  static var asked: Log { Log(path: Places.logFile) }

  /// Adds one line. A log that can't be written must not stop anybody's work, so nothing comes back.
  func write(_ level: Level, _ message: String) {
    guard let path else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let line = Array("\(World.live().wall().iso) \(level.rawValue) \(message)\n".utf8)
    // One write, so that two programs never mix their lines.
    _ = line.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
  }
}
