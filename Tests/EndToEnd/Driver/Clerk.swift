import Glibc
import TestSupport
import Testing

/// A person at a real terminal: presses keys, reads the screen. The terminal is tmux on a socket of its own.
///
/// Every key waits until the program is idle again, which it tells by a counter in the terminal's title.
final class Clerk {
  let program: Program
  private let socket: String
  private var lastIdle = ""

  init(
    _ program: Program, arguments: [String] = [], columns: Int = 80, rows: Int = 24, variables: [String: String] = [:]
  ) {
    self.program = program
    socket = program.folder.file("tmux-\(getpid())-\(UInt32.random(in: 0 ..< .max))")
    start(arguments, columns, rows, variables)
  }

  deinit { tmux("kill-server") }

  private func start(_ arguments: [String], _ columns: Int, _ rows: Int, _ variables: [String: String]) {
    tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      program.shellCommand(arguments, extra: variables))
    waitUntilIdle()
  }

  @discardableResult
  private func tmux(_ arguments: String...) -> String {
    CommandRun.run(
      ["tmux", "-u", "-S", socket] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm"],
      folder: program.folder
    ).output
  }

  /// Presses keys by name (`Enter`, `Down`, `Escape`, `C-s`, `F1`) or letters, one after the other.
  func press(_ keys: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    for key in keys {
      tmux("send-keys", key)
      waitUntilIdle(sourceLocation)
    }
  }

  /// Types text as it stands.
  func type(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    tmux("send-keys", "-l", text)
    waitUntilIdle(sourceLocation)
  }

  /// Sends a key without waiting: for what ends the program.
  func send(_ key: String) { tmux("send-keys", key) }

  func resize(columns: Int, rows: Int) {
    tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    waitUntilIdle()
  }

  /// The rows of the screen without trailing blanks.
  var screen: [String] {
    tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The process of the program in the terminal.
  var process: pid_t {
    pid_t(tmux("display-message", "-p", "#{pane_pid}").split(separator: "\n").first.flatMap { Int32($0) } ?? 0)
  }

  var isRunning: Bool { tmux("display-message", "-p", "#{pane_pid}").isEmpty == false }

  /// Fails with the whole screen when no row contains the text.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let rows = screen
    #expect(
      rows.contains { $0.contains(text) }, "wanted “\(text)” on\n\(rows.joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }

  func expectNot(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let rows = screen
    #expect(
      !rows.contains { $0.contains(text) }, "did not want “\(text)” on\n\(rows.joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }

  private var title: String { tmux("display-message", "-p", "#{pane_title}") }

  /// Waits until the counter in the title has moved on and stands still.
  private func waitUntilIdle(_ sourceLocation: SourceLocation = #_sourceLocation) {
    var seen = ""
    for _ in 0..<1500 {
      let now = title
      if now.contains("idle"), now != lastIdle, now == seen {
        lastIdle = now
        return
      }
      seen = now
      usleep(10_000)
    }
    Issue.record(
      "the program did not come to rest:\n\(screen.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }
}
