internal import CMinizip

/// A workbook's parts, unpacked piece by piece into a small buffer; no part is ever held whole.
final class ZipArchive {
  private let memory: ZipMemory
  private let handle: unzFile
  private let limits: WorkbookLimits
  private var places: [String: unz64_file_pos] = [:]
  /// What may still be unpacked.
  private var budget: Int

  init(_ bytes: UnsafeRawBufferPointer, limits: WorkbookLimits) throws(WorkbookFault) {
    memory = ZipMemory(bytes)
    self.limits = limits
    budget = limits.unpacked
    var functions = memory.functions
    guard let handle = unzOpen2_64("", &functions) else { throw .damaged(part: "ZIP") }
    self.handle = handle
    try list()
  }

  deinit { unzClose(handle) }

  /// Names are compared without case, as Windows does; slashes may lean either way.
  static func key(_ name: String) -> String {
    let plain = name.lowercased().map { $0 == "\\" ? "/" : $0 }
    return String(plain.drop { $0 == "/" })
  }

  func has(_ name: String) -> Bool { places[Self.key(name)] != nil }

  private func list() throws(WorkbookFault) {
    var status = unzGoToFirstFile(handle)
    while status == UNZ_OK {
      guard places.count < limits.parts else { throw .bomb(part: "ZIP") }
      var info = unz_file_info64()
      var name = [CChar](repeating: 0, count: 512)
      guard unzGetCurrentFileInfo64(handle, &info, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK else {
        throw .damaged(part: "ZIP")
      }
      if info.flag & 1 != 0 { throw .encrypted }
      var place = unz64_file_pos()
      guard unzGetFilePos64(handle, &place) == UNZ_OK else { throw .damaged(part: "ZIP") }
      let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      // Two parts of one name: readers would disagree about which is meant.
      guard places.updateValue(place, forKey: Self.key(text)) == nil else { throw .damaged(part: text) }
      status = unzGoToNextFile(handle)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE, !places.isEmpty else { throw .damaged(part: "ZIP") }
  }

  /// Hands the part's bytes over piece by piece until it ends or `body` says that it has enough.
  func read(
    _ name: String, _ body: (UnsafeRawBufferPointer, _ isLast: Bool) throws(WorkbookFault) -> Bool
  ) throws(WorkbookFault) {
    guard var place = places[Self.key(name)] else { throw .missingPart(name) }
    guard unzGoToFilePos64(handle, &place) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else {
      throw .damaged(part: name)
    }
    var isOpen = true
    defer { if isOpen { unzCloseCurrentFile(handle) } }
    var info = unz_file_info64()
    guard unzGetCurrentFileInfo64(handle, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK else { throw .damaged(part: name) }
    let most = limits.freeBytes + Int(clamping: info.compressed_size) &* limits.ratio
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { chunk.deallocate() }
    var total = 0
    while true {
      let count = Int(unzReadCurrentFile(handle, chunk.baseAddress, UInt32(chunk.count)))
      guard count >= 0 else { throw .damaged(part: name) }
      total += count
      budget -= count
      if budget < 0 || total > most { throw .bomb(part: name) }
      if count == 0 {
        isOpen = false
        // The checksum is known only at the end.
        guard unzCloseCurrentFile(handle) == UNZ_OK, total == Int(clamping: info.uncompressed_size) else {
          throw .damaged(part: name)
        }
        _ = try body(UnsafeRawBufferPointer(start: nil, count: 0), true)
        return
      }
      if try !body(UnsafeRawBufferPointer(rebasing: chunk[..<count]), false) { return }
    }
  }
}
