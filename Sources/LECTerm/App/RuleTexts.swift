import LECModel
import LECStore

/// Reads data/rules.csv: the sentence behind each rule, and the letter it stands in.
enum RuleTexts {
  static func text(of rule: Rule, in data: DataFolder?) -> RuleText {
    var found = RuleText(rule: rule, letter: "", section: "", thai: "", english: "")
    guard let data else { return found }
    for cells in rows(of: data.bytes(of: "rules.csv")) where cells.first == rule.rawValue && cells.count >= 7 {
      found = RuleText(rule: rule, letter: cells[1], section: cells[2], thai: cells[5], english: cells[6])
    }
    return found
  }

  /// The rows of a small table of ours: commas, and quotes where a cell has one.
  static func rows(of bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      var cells = [""]
      var isQuoted = false
      for c in line {
        if c == "\"" {
          isQuoted.toggle()
        } else if c == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(c)
        }
      }
      return cells
    }
  }
}
