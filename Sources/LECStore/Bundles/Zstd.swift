import CZstd

/// Packing and bounded unpacking with zstd: one frame, a window of 8 MiB at most, never a byte more than was promised.
enum Zstd {
  private static let largestWindow: Int32 = 23

  static func pack(_ plain: [UInt8]) -> [UInt8]? {
    guard let context = ZSTD_createCCtx() else { return nil }
    defer { ZSTD_freeCCtx(context) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, plain.count > 8 << 20 ? 9 : 19)
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, plain.count > 1 << 20 ? largestWindow : 20)
    var out = [UInt8](repeating: 0, count: ZSTD_compressBound(plain.count))
    let count = ZSTD_compress2(context, &out, out.count, plain, plain.count)
    guard ZSTD_isError(count) == 0 else { return nil }
    return Array(out[..<count])
  }

  /// Unpacks exactly `size` bytes. The frame must say so itself, be the only one and end where the input ends.
  static func unpack(_ packed: [UInt8], size: Int) throws(BundleError) -> [UInt8] {
    let claimed = ZSTD_getFrameContentSize(packed, packed.count)
    // The two highest numbers mean "unknown" and "not a frame".
    guard claimed < UInt64.max - 1 else { throw .damaged }
    guard claimed == UInt64(size) else { throw .bomb }
    let whole = ZSTD_findFrameCompressedSize(packed, packed.count)
    guard ZSTD_isError(whole) == 0, whole == packed.count else { throw .damaged }
    guard let context = ZSTD_createDCtx() else { throw .damaged }
    defer { ZSTD_freeDCtx(context) }
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, largestWindow)
    var done = 0
    let out = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      done = ZSTD_decompressDCtx(context, buffer.baseAddress, size, packed, packed.count)
      count = ZSTD_isError(done) == 0 ? done : 0
    }
    guard ZSTD_isError(done) == 0, out.count == size else { throw .damaged }
    return out
  }
}
