/// The texts that cells share, one after the other in one piece of memory: a hundred thousand names cost no more than
/// their letters. Phonetic readings beside the text (rPh) say nothing; runs of a rich text are one text.
final class SharedStrings: XMLHandler {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var phonetic = 0
  private var inText = false
  private let limits: WorkbookLimits
  private let part: String

  init(part: String, limits: WorkbookLimits) {
    self.part = part
    self.limits = limits
  }

  var count: Int { ends.count }

  /// Hands over the bytes of a text; false if there is no such text.
  func with(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
    guard ends.indices.contains(index) else { return false }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<Int(ends[index])])) }
    return true
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "rPh" { phonetic += 1 }
    inText = name == "t" && phonetic == 0
  }

  override func end(_ name: XMLName) {
    inText = false
    if name == "rPh" { phonetic -= 1 }
    guard name == "si" else { return }
    guard ends.count < limits.sharedStrings else { return refuse() }
    ends.append(Int32(bytes.count))
  }

  override func text(_ bytes: UnsafeRawBufferPointer) {
    guard inText else { return }
    guard self.bytes.count + bytes.count <= limits.sharedBytes else { return refuse() }
    self.bytes.append(contentsOf: bytes)
  }

  private func refuse() { fault = .workbook(.bomb(part: part)) }
}
