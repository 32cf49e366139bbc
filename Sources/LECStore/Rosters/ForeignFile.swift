/// A kind of file that is not a sheet of text, whatever its name says; known by its first bytes.
package enum ForeignFile: String, CaseIterable, Sendable {
  case pdf, excel, openDocument, zip, oldExcel, png, jpeg, sqlite, gzip, zstd, bundle, html, xml, richText

  /// What the file is, if it is one of these.
  package init?(_ raw: UnsafeRawBufferPointer) {
    func begins(_ magic: [UInt8]) -> Bool { raw.starts(with: magic) }
    if begins(Array("%PDF".utf8)) {
      self = .pdf
    } else if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
      self = Self.inZip(raw)
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .oldExcel
    } else if begins([0x89, 0x50, 0x4E, 0x47]) {
      self = .png
    } else if begins([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if begins(Array("SQLite format 3\0".utf8)) {
      self = .sqlite
    } else if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstd
    } else if begins(Array("LEC1".utf8)) {
      self = .bundle
    } else if begins(Array("{\\rtf".utf8)) {
      self = .richText
    } else if let markup = Self.markup(raw) {
      self = markup
    } else {
      return nil
    }
  }

  /// Spreadsheets of today are ZIP archives; the names of their parts stand near the beginning.
  private static func inZip(_ raw: UnsafeRawBufferPointer) -> ForeignFile {
    let head = String(decoding: raw.prefix(4096), as: UTF8.self)
    if head.contains("xl/") || head.contains("[Content_Types].xml") { return .excel }
    return head.contains("opendocument") ? .openDocument : .zip
  }

  /// Some systems save a web page under the name .xls or .csv.
  private static func markup(_ raw: UnsafeRawBufferPointer) -> ForeignFile? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = raw.starts(with: mark) ? raw.dropFirst(3) : raw[...]
    let text = body.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }.prefix(16)
    guard text.first == UInt8(ascii: "<") else { return nil }
    let head = String(decoding: text, as: UTF8.self).lowercased()
    if head.hasPrefix("<?xml") { return .xml }
    return ["<html", "<table", "<!doctype", "<head", "<body", "<meta"].contains { head.hasPrefix($0) } ? .html : nil
  }
}
