/// One field of a record and the text it now has.
package struct FieldChange: Equatable, Sendable {
  package let field: UInt8
  package let value: String

  package init(field: UInt8, value: String) {
    self.field = field
    self.value = value
  }

  package init(_ field: StudentField, _ value: String) { self.init(field: field.rawValue, value: value) }
  package init(_ field: BasicsField, _ value: String) { self.init(field: field.rawValue, value: value) }
}
