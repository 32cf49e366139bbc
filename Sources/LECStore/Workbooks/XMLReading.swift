internal import CExpat
internal import Glibc

/// What a part of a workbook says, element by element. Those who read a part override what they care about.
///
/// Names come without their prefix: some programs write `x:row`. There is no state that a hostile part could grow but the
/// depth, which is bounded; document types end the reading.
class XMLHandler {
  /// Set to end the reading with a problem.
  var fault: CSVProblem?
  /// Set to end the reading because there is enough.
  var isDone = false
  fileprivate(set) var depth = 0

  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// The name of an element without its prefix, valid while the call lasts.
struct XMLName {
  private let bytes: UnsafePointer<CChar>

  init(_ name: UnsafePointer<CChar>) {
    bytes = strchr(name, 0x3A).map { UnsafePointer($0 + 1) } ?? name
  }

  static func == (name: XMLName, word: StaticString) -> Bool { same(name.bytes, word) }

  fileprivate static func same(_ bytes: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
    strlen(bytes) == word.utf8CodeUnitCount && memcmp(bytes, word.utf8Start, word.utf8CodeUnitCount) == 0
  }
}

/// The attributes of an element, valid while the call lasts.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute, whatever its prefix.
  func bytes(_ word: StaticString) -> UnsafeRawBufferPointer? {
    guard let list else { return nil }
    var i = 0
    while let name = list[i], let value = list[i + 1] {
      if XMLName(name) == word { return UnsafeRawBufferPointer(start: value, count: strlen(value)) }
      i += 2
    }
    return nil
  }

  subscript(_ word: StaticString) -> String? { bytes(word).map { String(decoding: $0, as: UTF8.self) } }

  /// A number of at most nine digits.
  func number(_ word: StaticString) -> Int? { bytes(word).flatMap { Self.number($0) } }

  static func number(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard (1...9).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard 0x30...0x39 ~= byte else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

extension ZipArchive {
  /// Reads a part with a handler, as a stream.
  func parse(_ part: String, with handler: XMLHandler, depth: Int) throws(CSVProblem) {
    guard let parser = XML_ParserCreate(nil) else { throw .workbook(.damaged(part: part)) }
    defer { XML_ParserFree(parser) }
    let state = XMLState(handler, parser, depth)
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        if let state = XMLState.of(data), let name { state.start(XMLName(name), XMLAttributes(list: attributes)) }
      },
      { data, name in
        if let state = XMLState.of(data), let name { state.end(XMLName(name)) }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      if let state = XMLState.of(data) {
        state.handler.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
        state.stopIfAsked()
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLState.of(data)?.refuseDocumentType() }
    do {
      try read(part) { (bytes, isLast) throws(WorkbookFault) in
        let status = XML_Parse(
          parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
        if state.hasDocumentType { throw .documentType(part: part) }
        if state.isTooDeep { throw .damaged(part: part) }
        if handler.fault != nil || handler.isDone { return false }
        guard status == XML_STATUS_OK else {
          throw .notXML(part: part, line: Int(clamping: XML_GetCurrentLineNumber(parser)))
        }
        return true
      }
    } catch { throw .workbook(error) }
    if let fault = handler.fault { throw fault }
  }
}

/// What the callbacks of one parser share.
private final class XMLState {
  let handler: XMLHandler
  private let parser: XML_Parser
  private let most: Int
  var hasDocumentType = false
  var isTooDeep = false

  init(_ handler: XMLHandler, _ parser: XML_Parser, _ most: Int) {
    self.handler = handler
    self.parser = parser
    self.most = most
  }

  static func of(_ data: UnsafeMutableRawPointer?) -> XMLState? {
    data.map { Unmanaged<XMLState>.fromOpaque($0).takeUnretainedValue() }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    handler.depth += 1
    if handler.depth > most {
      isTooDeep = true
      XML_StopParser(parser, 0)
      return
    }
    handler.start(name, attributes)
    stopIfAsked()
  }

  func end(_ name: XMLName) {
    handler.end(name)
    handler.depth -= 1
    stopIfAsked()
  }

  func stopIfAsked() {
    if handler.fault != nil || handler.isDone { XML_StopParser(parser, 0) }
  }

  func refuseDocumentType() {
    hasDocumentType = true
    XML_StopParser(parser, 0)
  }
}
