internal import CMinizip

/// The bytes of an archive as minizip reads them: it asks for pieces as if of a file, and nothing is ever written.
final class ZipMemory {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The calls minizip makes. This object must live as long as the archive is open.
  var functions: zlib_filefunc64_def {
    var functions = zlib_filefunc64_def()
    functions.opaque = Unmanaged.passUnretained(self).toOpaque()
    functions.zopen64_file = { opaque, _, _ in opaque }
    functions.zread_file = { opaque, _, buffer, size in ZipMemory.of(opaque)?.read(into: buffer, size) ?? 0 }
    functions.zwrite_file = { _, _, _, _ in 0 }
    functions.ztell64_file = { opaque, _ in ZipMemory.of(opaque).map { UInt64($0.at) } ?? .max }
    functions.zseek64_file = { opaque, _, offset, origin in ZipMemory.of(opaque)?.seek(offset, origin) ?? -1 }
    functions.zclose_file = { _, _ in 0 }
    functions.zerror_file = { _, _ in 0 }
    return functions
  }

  private static func of(_ opaque: UnsafeMutableRawPointer?) -> ZipMemory? {
    opaque.map { Unmanaged<ZipMemory>.fromOpaque($0).takeUnretainedValue() }
  }

  private func read(into buffer: UnsafeMutableRawPointer?, _ size: UInt) -> UInt {
    let count = min(Int(clamping: size), bytes.count - at)
    guard count > 0, let buffer, let from = bytes.baseAddress else { return 0 }
    buffer.copyMemory(from: from + at, byteCount: count)
    at += count
    return UInt(count)
  }

  private func seek(_ offset: UInt64, _ origin: Int32) -> Int {
    let start: Int
    switch origin {
    case ZLIB_FILEFUNC_SEEK_SET: start = 0
    case ZLIB_FILEFUNC_SEEK_CUR: start = at
    case ZLIB_FILEFUNC_SEEK_END: start = bytes.count
    default: return -1
    }
    let (sum, overflow) = start.addingReportingOverflow(Int(truncatingIfNeeded: offset))
    guard !overflow, (0...bytes.count).contains(sum) else { return -1 }
    at = sum
    return 0
  }
}
