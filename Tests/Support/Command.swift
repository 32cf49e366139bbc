import Glibc

/// Runs another program and gives back what it printed: for tests that use ours from outside.
package struct CommandRun: Sendable {
  package let status: Int32
  package let output: String
  package let errors: String

  /// Runs a program with exactly these variables. `input` goes to its standard input. With `killAfter` it is killed so many
  /// microseconds after its start, if it still runs.
  package static func run(
    _ arguments: [String], environment: [String: String] = [:], input: String = "", folder: TemporaryFolder,
    killAfter: UInt32? = nil
  ) -> CommandRun {
    let name = "run-\(counter.next())"
    let files = ["in", "out", "err"].map { folder.file(name + "." + $0) }
    write(input, to: files[0])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // The threads of a test run block signals, and a program begun by them would never hear of a resize.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + variables { free(text) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, arguments.first ?? "", &actions, &attributes, &argv, &variables) == 0 else {
      return CommandRun(status: 127, output: "", errors: "cannot start \(arguments.first ?? "")")
    }
    if let killAfter {
      usleep(killAfter)
      kill(child, SIGKILL)
    }
    var state: Int32 = 0
    while waitpid(child, &state, 0) < 0, errno == EINTR {}
    defer { for file in files { unlink(file) } }
    let status = state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
    return CommandRun(status: status, output: read(files[1]), errors: read(files[2]))
  }

  private static let counter = RunCounter()

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  package static func read(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var out: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: out, as: UTF8.self) }
      out.append(contentsOf: buffer[..<count])
    }
  }
}
