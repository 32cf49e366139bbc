import Glibc

/// Other programs that this one calls: the maker of PDF and the printer's. None of them is needed for anything else.
enum Helper {
  struct Result {
    var status: Int32
    var output: [UInt8]
    var errors: String
  }

  /// Where a program stands: beside this one, else in PATH; nil where it is not installed.
  static func find(_ name: String) -> String? {
    var places = (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
    var own = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &own, own.count - 1)
    if length > 0 {
      let path = String(decoding: own[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      places.insert(
        path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"), at: 0)
    }
    return places.map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
  }

  /// Runs a program to its end, at most `seconds`; nil where it can't be started. What it reads and writes are files without a name, so
  /// that neither waits for the other.
  static func run(_ path: String, _ words: [String] = [], input: [UInt8] = [], seconds: Int) -> Result? {
    let files = (0..<3).map { _ in passing() }
    defer { for file in files where file >= 0 { close(file) } }
    guard files.allSatisfy({ $0 >= 0 }), fill(files[0], input) else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() { posix_spawn_file_actions_adddup2(&actions, file, Int32(number)) }
    var argv: [UnsafeMutablePointer<CChar>?] = ([path] + words).map { strdup($0) } + [nil]
    defer { for word in argv { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, path, &actions, nil, &argv, environ) == 0 else { return nil }
    var state: Int32 = 0
    var turns = seconds * 100
    while true {
      let done = waitpid(child, &state, WNOHANG)
      if done == child { break }
      if done < 0, errno != EINTR { return nil }
      if turns == 0 { kill(child, SIGKILL) }
      turns -= 1
      usleep(10_000)
    }
    let status = state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
    return Result(status: status, output: all(files[1]), errors: String(decoding: all(files[2]), as: UTF8.self))
  }

  /// A file that is gone when it is closed.
  private static func passing() -> Int32 {
    var name = Array("/tmp/lecterm-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    if file >= 0 {
      unlink(name)
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    }
    return file
  }

  private static func fill(_ file: Int32, _ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count > 0 { done += count } else if errno != EINTR { return false }
    }
    return lseek(file, 0, SEEK_SET) == 0
  }

  private static func all(_ file: Int32) -> [UInt8] {
    guard lseek(file, 0, SEEK_SET) == 0 else { return [] }
    var out: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return out }
      out.append(contentsOf: chunk[..<count])
    }
  }
}
