/// A strict reader of one JSON document, so that tests see what a script sees.
indirect enum JSONRead: Equatable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case null
  case list([JSONRead])
  case object([String], [String: JSONRead])

  /// Nil when the text is not exactly one document.
  init?(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    guard let value = Self.value(&rest) else { return nil }
    Self.blank(&rest)
    guard rest.isEmpty else { return nil }
    self = value
  }

  subscript(_ key: String) -> JSONRead? { if case .object(_, let pairs) = self { pairs[key] } else { nil } }
  /// The keys in the order in which they stand.
  var keys: [String] { if case .object(let keys, _) = self { keys } else { [] } }
  var items: [JSONRead] { if case .list(let items) = self { items } else { [] } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Int? { if case .number(let number) = self { number } else { nil } }
  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

  private typealias Rest = ArraySlice<Unicode.Scalar>

  private static func blank(_ rest: inout Rest) {
    while let next = rest.first, next == " " || next == "\n" || next == "\t" || next == "\r" { rest.removeFirst() }
  }

  private static func take(_ word: String, _ rest: inout Rest) -> Bool {
    guard rest.starts(with: word.unicodeScalars) else { return false }
    rest.removeFirst(word.unicodeScalars.count)
    return true
  }

  private static func value(_ rest: inout Rest) -> JSONRead? {
    blank(&rest)
    if take("true", &rest) { return .flag(true) }
    if take("false", &rest) { return .flag(false) }
    if take("null", &rest) { return .null }
    if take("\"", &rest) { return string(&rest).map(JSONRead.text) }
    if take("[", &rest) { return list(&rest) }
    if take("{", &rest) { return object(&rest) }
    let digits = rest.prefix { $0 == "-" || ("0"..."9").contains($0) }
    rest.removeFirst(digits.count)
    return Int(digits.map(String.init).joined()).map(JSONRead.number)
  }

  private static func string(_ rest: inout Rest) -> String? {
    var out = String.UnicodeScalarView()
    while let next = rest.popFirst() {
      if next == "\"" { return String(out) }
      guard next.value >= 0x20 else { return nil }
      guard next == "\\" else {
        out.append(next)
        continue
      }
      switch rest.popFirst() {
      case "\""?: out.append("\"")
      case "\\"?: out.append("\\")
      case "n"?: out.append("\n")
      case "r"?: out.append("\r")
      case "t"?: out.append("\t")
      case "u"?:
        let hex = rest.prefix(4).map(String.init).joined()
        rest.removeFirst(min(4, rest.count))
        guard let code = UInt32(hex, radix: 16), let scalar = Unicode.Scalar(code) else { return nil }
        out.append(scalar)
      default: return nil
      }
    }
    return nil
  }

  private static func list(_ rest: inout Rest) -> JSONRead? {
    var items: [JSONRead] = []
    blank(&rest)
    if take("]", &rest) { return .list([]) }
    while let item = value(&rest) {
      items.append(item)
      blank(&rest)
      if take("]", &rest) { return .list(items) }
      guard take(",", &rest) else { return nil }
    }
    return nil
  }

  private static func object(_ rest: inout Rest) -> JSONRead? {
    var keys: [String] = []
    var pairs: [String: JSONRead] = [:]
    blank(&rest)
    if take("}", &rest) { return .object([], [:]) }
    while true {
      blank(&rest)
      guard take("\"", &rest), let key = string(&rest), pairs[key] == nil else { return nil }
      blank(&rest)
      guard take(":", &rest), let value = value(&rest) else { return nil }
      keys.append(key)
      pairs[key] = value
      blank(&rest)
      if take("}", &rest) { return .object(keys, pairs) }
      guard take(",", &rest) else { return nil }
    }
  }
}
