/// A value bound to a statement.
package enum Value: Equatable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  package static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
}
