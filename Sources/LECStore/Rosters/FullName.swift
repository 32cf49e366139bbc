package import LECModel

/// A name that came in one cell, taken apart: `ด.ช.น้ำเพชร ณ ตัวอย่าง` has a title, a first name and the surname ณ ตัวอย่าง.
package struct FullName: Equatable, Sendable {
  package let title: Title?
  package let first: String
  /// All after the first space; empty if there is none, which a person has to mend.
  package let last: String

  package init(_ text: String) {
    let (title, name) = Title.split(text)
    self.title = title
    let parts = name.split(separator: " ", maxSplits: 1)
    first = parts.first.map { String($0) } ?? ""
    last = parts.dropFirst().first.map { String($0) } ?? ""
  }
}
