/// Takes small decisions out of bytes, and zeros when there are none left.
struct Feed {
  private let bytes: [UInt8]
  private(set) var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isEmpty: Bool { at >= bytes.count }

  mutating func byte() -> UInt8 {
    guard at < bytes.count else { return 0 }
    defer { at += 1 }
    return bytes[at]
  }

  mutating func number() -> Int { Int(byte()) }

  mutating func take(_ count: Int) -> [UInt8] {
    let end = min(at + count, bytes.count)
    defer { at = end }
    return Array(bytes[at..<end])
  }

  mutating func rest() -> [UInt8] { take(bytes.count - at) }
}

extension Array {
  /// The element that a number of any size stands for.
  func around(_ index: Int) -> Element { self[index % count] }
}
