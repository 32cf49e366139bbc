import Glibc

/// A folder for files that are of use only while the program runs. It goes with this value; what a program that was killed has left
/// goes when the next one of the same user makes its own or starts.
package final class ThrowAwayFolder {
  /// Long enough that nobody calls a folder of his own so.
  private static let beginning = "lecterm-throwaway-"
  private static let letters = 6

  package let path: String
  private let descriptor: Int32

  /// Within that folder, such as /tmp.
  package init(in folder: String) throws(StoreError) {
    Self.sweep(folder)
    let held = try HeldName.hold(isNew: true) { () throws(StoreError) in
      var template = Array("\(folder)/\(Self.beginning)\(String(repeating: "X", count: Self.letters))".utf8CString)
      guard let made = mkdtemp(&template).map({ String(cString: $0) }) else { throw PartFile.failure(errno, folder) }
      let fd = open(made, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard fd >= 0 || errno == ENOENT else { throw PartFile.failure(errno, folder) }
      return fd < 0 ? nil : HeldName.Held(descriptor: fd, path: made)
    }
    (path, descriptor) = (held.path, held.descriptor)
  }

  deinit {
    FileCare.removeFolder(path)
    close(descriptor)
  }

  /// Takes away what no living program holds: only folders of that form, and only one's own.
  package static func sweep(_ folder: String) {
    for name in FileCare.names(in: folder) where name.hasPrefix(beginning) {
      guard name.utf8.count == beginning.utf8.count + letters else { continue }
      let path = folder + "/" + name
      var about = stat()
      guard lstat(path, &about) == 0, about.st_mode & S_IFMT == S_IFDIR, about.st_uid == geteuid() else { continue }
      HeldName.ifLeft(path, flags: O_DIRECTORY) { FileCare.removeFolder(path) }
    }
  }
}
