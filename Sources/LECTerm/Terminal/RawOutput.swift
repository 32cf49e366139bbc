import Glibc

/// Writes to standard output at once, past every library's buffer.
enum RawOutput {
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let done = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if done < 0, errno == EINTR || errno == EAGAIN { continue }
      if done <= 0 { return }
      bytes = bytes.dropFirst(done)
    }
  }
}
