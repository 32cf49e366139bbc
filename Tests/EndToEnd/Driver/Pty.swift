import Glibc
import TestSupport

/// The program in a bare pseudo-terminal: quick to start, and killed without mercy.
final class Pty {
  private let master: Int32
  private(set) var process: pid_t = 0
  private var output: [UInt8] = []

  /// Starts a program with its arguments and exactly these variables; nil when there is no terminal to be had.
  init?(_ arguments: [String], environment: [String: String], columns: UInt16 = 80, rows: UInt16 = 24) {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = -1, unlocked: Int32 = 0
    guard master >= 0, ioctl(master, Self.getNumber, &number) == 0, ioctl(master, Self.setLock, &unlocked) == 0 else {
      return nil
    }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The leader of a new session that opens a terminal gets it as its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.newSession)
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + variables { free(text) } }
    guard posix_spawn(&process, arguments.first ?? "", &actions, &attributes, &argv, &variables) == 0 else {
      return nil
    }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  // Numbers of Linux that Swift's C library module leaves out.
  private static let getNumber: UInt = 0x8004_5430
  private static let setLock: UInt = 0x4004_5431
  private static let newSession: Int16 = 0x80

  deinit {
    kill()
    close(master)
  }

  /// Ends the program as a power cut would.
  func kill() {
    guard process > 0 else { return }
    _ = Glibc.kill(process, SIGKILL)
    var state: Int32 = 0
    while waitpid(process, &state, 0) < 0, errno == EINTR {}
    process = 0
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Reads until the program has said "idle" more often than `count`, or is gone; gives back how often it has.
  func waitForIdle(after count: Int, milliseconds: Int32 = 10_000) -> Int {
    var left = milliseconds
    while idleCount <= count, left > 0 {
      var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let step = min(left, 20)
      if poll(&ready, 1, step) > 0, !read() { return idleCount }
      left -= step
    }
    return idleCount
  }

  /// How often the program has come to rest, by the marks in the terminal's title.
  private(set) var idleCount = 0
  private static let mark = Array("idle ".utf8)

  private func read() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(master, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && errno == EAGAIN }
    output.append(contentsOf: buffer[..<count])
    while let found = firstMark() {
      idleCount += 1
      output.removeFirst(found + Self.mark.count)
    }
    if output.count > 64 { output.removeFirst(output.count - 64) }
    return true
  }

  private func firstMark() -> Int? {
    guard output.count >= Self.mark.count else { return nil }
    return (0...output.count - Self.mark.count).first { output[$0...].starts(with: Self.mark) }
  }
}
