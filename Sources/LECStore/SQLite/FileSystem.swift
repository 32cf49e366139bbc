import CSQLite

/// On which file systems a live database may lie.
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
}
