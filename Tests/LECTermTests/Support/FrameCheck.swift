import Glibc
import Testing

@testable import LECTerm

/// Compares what is drawn with the frame kept in Tests/LECTermTests/Frames. With RECORD_FRAMES=1 it writes the frame anew and fails,
/// so that nothing new slips in unseen.
enum FrameCheck {
  static func expect(
    _ canvas: Canvas, is name: String, label: String = "", at place: SourceLocation = #_sourceLocation
  ) {
    let file = Spoken.root + "/Tests/LECTermTests/Frames/\(name).frame"
    let drawn = canvas.frame.text(label: label)
    if getenv("RECORD_FRAMES") != nil {
      write(drawn, to: file)
      Issue.record("recorded \(name).frame: look at it, then run without RECORD_FRAMES", sourceLocation: place)
      return
    }
    guard let kept = read(file) else {
      Issue.record("no \(name).frame yet: run with RECORD_FRAMES=1\n\(drawn)", sourceLocation: place)
      return
    }
    guard kept != drawn else { return }
    Issue.record("\(name).frame differs:\n\(differences(kept, drawn))", sourceLocation: place)
  }

  /// The lines that are not the same: what was kept, and what is drawn now.
  private static func differences(_ kept: String, _ drawn: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for number in 0..<max(old.count, new.count) {
      let before = number < old.count ? String(old[number]) : nil
      let now = number < new.count ? String(new[number]) : nil
      guard before != now else { continue }
      if let before { lines.append("- \(before)") }
      if let now { lines.append("+ \(now)") }
    }
    return lines.joined(separator: "\n")
  }

  private static func read(_ file: String) -> String? {
    guard let handle = fopen(file, "r") else { return nil }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, handle)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  private static func write(_ text: String, to file: String) {
    guard let handle = fopen(file, "w") else {
      Issue.record("can't write \(file)")
      return
    }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, handle)
    fclose(handle)
  }
}
