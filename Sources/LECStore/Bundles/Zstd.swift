import CZstd

/// Packing and bounded unpacking with zstd: one frame, a window of 8 MiB at most, never a byte more than was promised.
enum Zstd {
  private static let largestWindow: Int32 = 23
  private static let piece = 128 << 10

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

  /// Unpacks exactly `size` bytes, piece by piece: memory grows with what is really there and not with what is claimed.
  /// The frame must say the size itself, be the only one and end where the input ends.
  static func unpack(_ packed: [UInt8], size: Int) throws(BundleError) -> [UInt8] {
    guard let frame = ZstdFrame(packed) else { throw .damaged }
    guard frame.content == UInt64(size), frame.window <= ZstdFrame.largestWindow else { throw .bomb }
    guard let context = ZSTD_createDCtx() else { throw .damaged }
    defer { ZSTD_freeDCtx(context) }
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, largestWindow)
    var out: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: piece)
    var at = 0
    while true {
      let (state, read, made) = step(context, packed, from: at, into: &buffer)
      guard ZSTD_isError(state) == 0 else { throw .damaged }
      at += read
      guard out.count + made <= size else { throw .bomb }
      out += buffer[..<made]
      if state == 0 { break }
      // Neither read nor made anything: the input ends before the frame does.
      guard read > 0 || made > 0 else { throw .damaged }
    }
    guard at == packed.count, out.count == size else { throw .damaged }
    return out
  }

  private static func step(
    _ context: OpaquePointer, _ packed: [UInt8], from: Int, into buffer: inout [UInt8]
  ) -> (state: Int, read: Int, made: Int) {
    packed.withUnsafeBytes { input in
      buffer.withUnsafeMutableBytes { output in
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: from)
        var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let state = ZSTD_decompressStream(context, &target, &source)
        return (state, source.pos - from, target.pos)
      }
    }
  }
}
