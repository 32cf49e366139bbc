/// As the register has it.
package enum Sex: String, CaseIterable, Sendable {
  case male = "M"
  case female = "F"

  /// Reads `ชาย`, `ญ`, `M`, `female` and the register's 1 and 2.
  package static func parse(_ text: String) -> Sex? { words[text] }

  private static let words = WordTable<Sex>([
    (.male, "ช ชาย เพศชาย m male boy 1"),
    (.female, "ญ หญิง เพศหญิง f female girl 2"),
  ])
}
