/// Why bytes are not the one canonical form of anything.
package enum CanonicalError: Error, Equatable, Sendable {
  case endsEarly(at: Int)
  case trailingBytes(at: Int)
  case notShortest(at: Int)
  case notAllowed(at: Int)
  case keyOrder(at: Int)
  case badText(at: Int)
  case tooLong(at: Int)
  case tooDeep(at: Int)
  case tooMany(at: Int)
  case unexpected(at: Int)
}

/// A value read from canonical bytes. Integers that need more than 63 bits are refused: nothing of ours is that large.
package indirect enum CanonicalValue: Equatable, Sendable {
  case integer(Int64)
  case bytes([UInt8])
  case text(String)
  case array([CanonicalValue])
  case map([Int64: CanonicalValue])
  case bool(Bool)
  case null
}

/// Reads deterministic CBOR and refuses every other way of writing the same thing, so that one value has one hash.
///
/// A value in memory takes some fifty times the one byte that it may have in a file. So one value holds at most `most` others, and
/// what may hold more (the events of a bundle) is read piece by piece: `array()` for what is around, `value(depth:)` for each.
package struct CanonicalReader: Sendable {
  package static let longestText = 4096
  package static let deepest = 8
  /// How many values one value can be made of, itself included.
  package static let most = 1 << 19

  private let bytes: [UInt8]
  private var at = 0
  private var left = Self.most

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value that these bytes hold, to the last byte.
  package static func read(_ bytes: [UInt8]) throws(CanonicalError) -> CanonicalValue {
    var reader = CanonicalReader(bytes)
    let value = try reader.value(depth: 0)
    try reader.end()
    return value
  }

  /// The next value, which stands inside so many others.
  package mutating func value(depth: Int) throws(CanonicalError) -> CanonicalValue {
    left = Self.most
    return try item(depth: depth)
  }

  /// The head of an array: how many values follow that belong to it. Each of them takes at least one byte that is there.
  package mutating func array() throws(CanonicalError) -> Int {
    let start = at
    let first = try next()
    guard first >> 5 == 4 else { throw .unexpected(at: start) }
    return try length(first & 31)
  }

  /// Nothing may follow.
  package func end() throws(CanonicalError) {
    guard at == bytes.count else { throw .trailingBytes(at: at) }
  }

  private mutating func next() throws(CanonicalError) -> UInt8 {
    guard at < bytes.count else { throw .endsEarly(at: at) }
    defer { at += 1 }
    return bytes[at]
  }

  private mutating func argument(_ low: UInt8) throws(CanonicalError) -> UInt64 {
    let start = at - 1
    let count: Int
    switch low {
    case 0..<24: return UInt64(low)
    case 24: count = 1
    case 25: count = 2
    case 26: count = 4
    case 27: count = 8
    default: throw .notAllowed(at: start)
    }
    var value: UInt64 = 0
    for _ in 0..<count { value = value << 8 | UInt64(try next()) }
    let least: UInt64 = count == 1 ? 24 : count == 2 ? 0x100 : count == 4 ? 0x1_0000 : 0x1_0000_0000
    guard value >= least else { throw .notShortest(at: start) }
    return value
  }

  private mutating func length(_ low: UInt8) throws(CanonicalError) -> Int {
    let start = at - 1
    let value = try argument(low)
    // A count can never exceed what is left: this is the guard against a few bytes that claim gigabytes.
    guard value <= UInt64(bytes.count - at) else { throw .endsEarly(at: start) }
    return Int(value)
  }

  private mutating func item(depth: Int) throws(CanonicalError) -> CanonicalValue {
    guard depth <= Self.deepest else { throw .tooDeep(at: at) }
    guard left > 0 else { throw .tooMany(at: at) }
    left -= 1
    let start = at
    let first = try next()
    let low = first & 31
    switch first >> 5 {
    case 0:
      let value = try argument(low)
      guard value <= UInt64(Int64.max) else { throw .notAllowed(at: start) }
      return .integer(Int64(value))
    case 1:
      let value = try argument(low)
      guard value <= UInt64(Int64.max) else { throw .notAllowed(at: start) }
      return .integer(-1 - Int64(value))
    case 2:
      let count = try length(low)
      defer { at += count }
      return .bytes(Array(bytes[at..<at + count]))
    case 3: return .text(try text(low))
    case 4:
      let count = try length(low)
      var items: [CanonicalValue] = []
      for _ in 0..<count { items.append(try item(depth: depth + 1)) }
      return .array(items)
    case 5: return .map(try map(low, depth))
    default:
      switch first {
      case 0xF4: return .bool(false)
      case 0xF5: return .bool(true)
      case 0xF6: return .null
      default: throw .notAllowed(at: start)
      }
    }
  }

  private mutating func text(_ low: UInt8) throws(CanonicalError) -> String {
    let start = at - 1
    let count = try length(low)
    guard count <= Self.longestText else { throw .tooLong(at: start) }
    guard let text = String(validating: bytes[at..<at + count], as: UTF8.self) else { throw .badText(at: start) }
    at += count
    return text
  }

  private mutating func map(_ low: UInt8, _ depth: Int) throws(CanonicalError) -> [Int64: CanonicalValue] {
    let count = try length(low)
    var items: [Int64: CanonicalValue] = [:]
    var previous: [UInt8] = []
    for _ in 0..<count {
      let start = at
      guard case .integer(let key) = try item(depth: depth + 1) else { throw .notAllowed(at: start) }
      let encoded = Array(bytes[start..<at])
      guard previous.isEmpty || previous.lexicographicallyPrecedes(encoded) else { throw .keyOrder(at: start) }
      previous = encoded
      items[key] = try item(depth: depth + 1)
    }
    return items
  }
}
