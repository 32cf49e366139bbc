import LECModel

/// A JSON value, written by hand because nothing else of its kind is needed: keys stay in the order they were given.
indirect enum JSON: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case null
  case list([JSON])
  case object([(String, JSON)])

  static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

  var written: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let value): String(value)
    case .flag(let value): value ? "true" : "false"
    case .null: "null"
    case .list(let items): "[" + items.map(\.written).joined(separator: ",") + "]"
    case .object(let pairs): "{" + pairs.map { Self.quoted($0.0) + ":" + $0.1.written }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where SafeText.isHidden(scalar): for unit in String(scalar).utf16 { out += escaped(unit) }
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static func escaped(_ unit: UInt16) -> String {
    let hex = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
  }
}
