import LECModel

/// A child that waits to be written, in one piece of text: a hundred thousand of them wait at once while a sheet is read.
struct PackedChild {
  private let text: String

  /// A sign that no field can hold: text is cleaned of it at the border.
  private static let separator: UInt8 = 0x1F

  init(_ fields: [FieldChange]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(192)
    for field in fields {
      bytes.append(0x20 + field.field)
      bytes.append(contentsOf: field.value.utf8)
      bytes.append(Self.separator)
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  var fields: [FieldChange] {
    text.utf8.split(separator: Self.separator).compactMap { part in
      part.first.map { FieldChange(field: $0 - 0x20, value: String(decoding: part.dropFirst(), as: UTF8.self)) }
    }
  }
}
