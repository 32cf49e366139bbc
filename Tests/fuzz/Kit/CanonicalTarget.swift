import LECModel

extension FuzzTarget {
  /// The CBOR reader: what it takes must be the only way of writing it.
  static let canonical = FuzzTarget(
    "canonical", share: 260, shape: .cbor(after: 0),
    seeds: {
      let deep = (0..<8).reduce(CanonicalValue.integer(7)) { value, n in
        n % 2 == 0 ? .array([value]) : .map([-1: value])
      }
      let all: [CanonicalValue] = [
        .null, .bool(true), .integer(.max), .integer(.min), .text("ก"), .bytes([1, 2]), deep,
        .array([23, 24, 255, 256, 65535, 65536, 1 << 32, -1, -25, -257].map { .integer($0) }),
        .map([0: .null, 23: .text("a"), 24: .bytes([]), 256: .array([]), -1: .map([:]), -300: .bool(false)]),
        .bytes([UInt8](repeating: 9, count: 300)), .text(String(repeating: "ข", count: 1365)),
      ]
      return all.map(\.written) + [CanonicalValue.array(all).written]
    },
    make: {
      { input in
        let value: CanonicalValue
        do { value = try CanonicalReader.read(input) } catch { return .refused(error) }
        try BrokenPromise.unless(value.written == input, "what is read as canonical is written the same way")
        return .taken(value.depth)
      }
    })
}
