package import LECModel

extension CanonicalValue {
  /// The one way to write this value.
  package var written: [UInt8] {
    var out = CanonicalWriter()
    write(to: &out)
    return out.bytes
  }

  private func write(to out: inout CanonicalWriter) {
    switch self {
    case .integer(let v): out.integer(v)
    case .bytes(let v): out.byteString(v)
    case .text(let v): out.text(v)
    case .bool(let v): out.bool(v)
    case .null: out.null()
    case .array(let items):
      out.array(items.count)
      for item in items { item.write(to: &out) }
    case .map(let items):
      out.map(items.count)
      // The order of the keys' bytes: 0 upwards, then -1 downwards.
      for key in items.keys.sorted(by: { ($0 < 0 ? 1 : 0, $0 < 0 ? ~$0 : $0) < ($1 < 0 ? 1 : 0, $1 < 0 ? ~$1 : $1) }) {
        out.integer(key)
        items[key]?.write(to: &out)
      }
    }
  }

  /// How many values there are, this one included.
  package var count: Int {
    switch self {
    case .array(let items): items.reduce(1) { $0 + $1.count }
    case .map(let items): items.values.reduce(1) { $0 + $1.count }
    default: 1
    }
  }

  var depth: Int {
    switch self {
    case .array(let items): 1 + (items.map(\.depth).max() ?? 0)
    case .map(let items): 1 + (items.values.map(\.depth).max() ?? 0)
    default: 0
    }
  }

  /// The value with this number, counted from the top downwards.
  package func value(_ number: Int) -> CanonicalValue {
    var found = self
    _ = replacing(number) {
      found = $0
      return $0
    }
    return found
  }

  /// A copy in which the value with this number is another.
  package func replacing(_ number: Int, _ change: (CanonicalValue) -> CanonicalValue) -> CanonicalValue {
    if number == 0 { return change(self) }
    var left = number - 1
    func inside(_ item: CanonicalValue) -> CanonicalValue? {
      let count = item.count
      defer { left -= count }
      return left >= 0 && left < count ? item.replacing(left, change) : nil
    }
    switch self {
    case .array(var items):
      for (i, item) in items.enumerated() {
        if let new = inside(item) { items[i] = new }
      }
      return .array(items)
    case .map(var items):
      for key in items.keys.sorted() {
        if let item = items[key], let new = inside(item) { items[key] = new }
      }
      return .map(items)
    default: return self
    }
  }
}
