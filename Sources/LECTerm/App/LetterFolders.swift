import Glibc
import LECStore

/// The sticks in this machine, and its folder for downloads.
struct LetterFolders: Sendable {
  var sticks: [String] = []
  var downloads: String?

  static var ofThisMachine: LetterFolders { LetterFolders(sticks: mounted, downloads: downloadFolder) }

  /// What is mounted where desktops mount sticks; LECTERM_MEDIA names another folder of them.
  private static var mounted: [String] {
    if let folder = variable("LECTERM_MEDIA") { return LetterBox.names(in: folder).filter(FileCare.isFolder) }
    guard let mounts = try? FileCare.read("/proc/self/mounts", limit: 1 << 20).bytes else { return [] }
    return String(decoding: mounts, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count > 1 else { return nil }
      // The table writes a space as \040, and Thai as it is.
      let path = unescaped(fields[1])
      return ["/media/", "/run/media/", "/mnt/"].contains { path.hasPrefix($0) } ? path : nil
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.count > 2,
        let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
      {
        out.append(code)
        rest = rest.dropFirst(3)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What the desktop calls its folder for downloads, which has a Thai name on a Thai one.
  private static var downloadFolder: String? {
    guard let home = variable("HOME") else { return nil }
    let settings = (variable("XDG_CONFIG_HOME") ?? home + "/.config") + "/user-dirs.dirs"
    if let bytes = try? FileCare.read(settings, limit: 1 << 16).bytes {
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        guard line.hasPrefix("XDG_DOWNLOAD_DIR=") else { continue }
        let value = line.dropFirst(17).filter { $0 != "\"" }
        return value.hasPrefix("$HOME/") ? home + value.dropFirst(5) : value
      }
    }
    return home + "/Downloads"
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
