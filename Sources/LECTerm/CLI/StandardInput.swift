import Glibc

/// Standard input, of which no more is taken than what is asked for can be: it may be a device that never ends.
@MainActor final class StandardInput {
  /// More than any password or sentence has.
  private static let longestLine = 1 << 16

  private let more: (Int) -> [UInt8]
  private var held: [UInt8] = []
  private var isOver = false

  /// Whether a person sits there, who sees the output and can press Enter for more of it.
  let isPerson: Bool

  /// `more` gives the next bytes, at most so many, and none at the end.
  init(isPerson: Bool = false, more: @escaping (Int) -> [UInt8]) {
    self.isPerson = isPerson
    self.more = more
  }

  /// The lines that a test types.
  convenience init(isPerson: Bool = false, lines: @escaping () -> String?) {
    self.init(isPerson: isPerson) { _ in lines().map { Array($0.utf8) + [10] } ?? [] }
  }

  static let live = StandardInput(isPerson: isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1) { count in
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var got = Glibc.read(STDIN_FILENO, buffer.baseAddress, count)
      while got < 0, errno == EINTR { got = Glibc.read(STDIN_FILENO, buffer.baseAddress, count) }
      filled = max(0, got)
    }
  }

  /// The next line without its end; nil when there is none.
  func line() throws(UsageError) -> String? {
    while true {
      if let end = held.firstIndex(of: 10) {
        defer { held.removeSubrange(...end) }
        return Self.text(held[..<end])
      }
      guard held.count <= Self.longestLine else { throw UsageError("cli.long-line") }
      guard fill(1 << 12) else { break }
    }
    defer { held = [] }
    return held.isEmpty ? nil : Self.text(held[...])
  }

  /// All that is left; nil when it is more than `limit` bytes.
  func all(limit: Int) -> [UInt8]? {
    while held.count <= limit {
      guard fill(min(1 << 16, limit + 1 - held.count)) else {
        defer { held = [] }
        return held
      }
    }
    return nil
  }

  private func fill(_ count: Int) -> Bool {
    guard !isOver else { return false }
    let bytes = more(count)
    isOver = bytes.isEmpty
    held += bytes
    return !isOver
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
  }
}
