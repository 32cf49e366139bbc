/// Sizes as people say them: what is small to the byte or a tenth, nothing rounded up.
enum ByteWords {
  static func size(_ bytes: Int) -> Words {
    switch bytes {
    case ..<1000: .key("size.bytes", [.number("count", bytes)])
    case ..<1_000_000: .key("size.kilobytes", [.figures("count", figure(bytes, of: 1000))])
    case ..<1_000_000_000: .key("size.megabytes", [.figures("count", figure(bytes, of: 1_000_000))])
    default: .key("size.gigabytes", [.figures("count", figure(bytes, of: 1_000_000_000))])
    }
  }

  /// A tenth matters below ten.
  private static func figure(_ bytes: Int, of unit: Int) -> String {
    let tenths = (bytes + unit / 20) / (unit / 10)
    if tenths >= 100 || tenths % 10 == 0 { return String((bytes + unit / 2) / unit) }
    return "\(tenths / 10).\(tenths % 10)"
  }
}
