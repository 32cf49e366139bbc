import LECModel
import TestSupport
import Testing

@Suite("Canonical bytes")
struct CanonicalTests {
  @Test("what is written is read back, whatever it is")
  func roundTrip() throws {
    var luck = Luck(seed: 11)
    for _ in 0..<2000 {
      let value = Self.random(&luck, depth: 0)
      var out = CanonicalWriter()
      Self.write(value, &out)
      #expect(try CanonicalReader.read(out.bytes) == value)
    }
  }

  @Test(
    "other ways of writing the same thing are refused",
    arguments: [
      ([0x18, 0x05], CanonicalError.notShortest(at: 0)),
      ([0x19, 0x00, 0xFF], .notShortest(at: 0)),
      ([0x9F, 0xFF], .notAllowed(at: 0)),
      ([0xA2, 0x02, 0x01, 0x01, 0x01], .keyOrder(at: 3)),
      ([0xA2, 0x01, 0x01, 0x01, 0x01], .keyOrder(at: 3)),
      ([0x61, 0xFF], .badText(at: 0)),
      ([0x01, 0x01], .trailingBytes(at: 1)),
      ([0x82, 0x01], .endsEarly(at: 0)),
      ([0x5B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .endsEarly(at: 0)),
      ([0xF9, 0x00, 0x00], .notAllowed(at: 0)),
      ([0xC0, 0x01], .notAllowed(at: 0)),
    ] as [([UInt8], CanonicalError)])
  func refusesOtherForms(bytes: [UInt8], error: CanonicalError) {
    #expect(throws: error) { try CanonicalReader.read(bytes) }
  }

  @Test("deep nesting is refused before it costs anything")
  func depth() {
    let bytes = [UInt8](repeating: 0x81, count: 5000) + [0x01]
    #expect(throws: CanonicalError.tooDeep(at: 9)) { try CanonicalReader.read(bytes) }
  }

  @Test("one value is made of so many others and no more: each is fifty times as large in memory as in a file")
  func many() throws {
    func list(_ count: Int) -> [UInt8] {
      var out = CanonicalWriter()
      out.array(count)
      return out.bytes + [UInt8](repeating: 0, count: count)
    }
    let most = CanonicalReader.most
    #expect(try CanonicalReader.read(list(most - 1)).items?.count == most - 1)
    #expect(throws: CanonicalError.tooMany(at: 5 + most - 1)) { try CanonicalReader.read(list(most)) }
  }

  @Test("what is read piece by piece is held to the same form")
  func pieces() throws {
    var reader = CanonicalReader([0x82, 0x01, 0x81, 0x61, 0x41])
    #expect(try reader.array() == 2)
    #expect(try reader.value(depth: 1) == .integer(1))
    #expect(throws: CanonicalError.trailingBytes(at: 2)) { try reader.end() }
    #expect(try reader.value(depth: 1) == .array([.text("A")]))
    try reader.end()
    var other = CanonicalReader([0xA0, 0x9F])
    #expect(throws: CanonicalError.unexpected(at: 0)) { try other.array() }
    #expect(throws: CanonicalError.notAllowed(at: 1)) { try other.array() }
  }

  static func random(_ luck: inout Luck, depth: Int) -> CanonicalValue {
    switch Int.random(in: 0..<(depth > 5 ? 5 : 7), using: &luck) {
    case 0: return .integer(Int64.random(in: .min ... .max, using: &luck) >> Int64.random(in: 0..<63, using: &luck))
    case 1:
      return .bytes((0..<Int.random(in: 0..<40, using: &luck)).map { _ in UInt8.random(in: 0...255, using: &luck) })
    case 2: return .text(String(repeating: "กำ", count: Int.random(in: 0..<9, using: &luck)))
    case 3: return .bool(Bool.random(using: &luck))
    case 4: return .null
    case 5: return .array((0..<Int.random(in: 0..<4, using: &luck)).map { _ in random(&luck, depth: depth + 1) })
    default:
      var map: [Int64: CanonicalValue] = [:]
      for _ in 0..<Int.random(in: 0..<4, using: &luck) {
        map[Int64.random(in: 0..<70000, using: &luck)] = random(&luck, depth: depth + 1)
      }
      return .map(map)
    }
  }

  static func write(_ value: CanonicalValue, _ out: inout CanonicalWriter) {
    switch value {
    case .integer(let v): out.integer(v)
    case .bytes(let v): out.byteString(v)
    case .text(let v): out.text(v)
    case .bool(let v): out.bool(v)
    case .null: out.null()
    case .array(let v):
      out.array(v.count)
      for item in v { write(item, &out) }
    case .map(let v):
      out.map(v.count)
      for (key, item) in v.sorted(by: { $0.key < $1.key }) {
        out.integer(key)
        write(item, &out)
      }
    }
  }
}
