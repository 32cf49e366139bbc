import CSQLite
import Glibc

/// What the C library says of file systems and Swift doesn't: on which of them a live database may lie, and two ways to be sure.
enum FileSystem {
  /// The name of the file system of a folder when locks and syncs mean nothing there; nil when it will do.
  static func unsuitable(_ folder: String) -> String? {
    switch UInt32(truncatingIfNeeded: cs_file_system(folder)) {
    case 0x6969: "NFS"
    case 0x517B, 0xFF53_4D42, 0xFE53_4D42: "SMB"
    case 0x4D44: "FAT"
    case 0x2011_BAB0: "exFAT"
    default: nil
    }
  }

  /// Gives a file or folder a name that nobody has; the error's number, EEXIST where somebody has it, 0 when it is done.
  static func renameAsNew(_ path: String, _ target: String) -> Int32 {
    let number = cs_rename_new(path, target)
    guard number == EINVAL || number == ENOSYS else { return number }
    // A file system that can't ask and rename in one step: asked before.
    guard access(target, F_OK) != 0 else { return EEXIST }
    return rename(path, target) == 0 ? 0 : errno
  }

  /// Waits until all of what was written beside an open file or folder is on the disk: one wait for many files.
  static func syncAll(_ descriptor: Int32) -> Int32 { cs_sync_all(descriptor) }
}
