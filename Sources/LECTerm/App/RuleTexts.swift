import LECModel
import LECStore

/// Reads data/rules.csv and data/letters.csv: the sentence behind each rule, and the letters it stands in.
enum RuleTexts {
  static func text(of rule: Rule, in data: DataFolder?) -> RuleText {
    var found = RuleText(rule: rule)
    guard let data else { return found }
    for cells in rows(of: data.bytes(of: "rules.csv")) where cells.first == rule.rawValue && cells.count >= 7 {
      let letters = rows(of: data.bytes(of: "letters.csv"))
      found = RuleText(
        rule: rule, letter: cells[1], section: cells[2], thai: cells[5], english: cells[6],
        sources: sources(cells[1], cells[2], among: letters))
    }
    return found
  }

  /// `S20a/b; S21` and `G 5.1; G 4.1(1), 4.2` are two letters and the sections of each.
  private static func sources(_ letters: String, _ sections: String, among known: [[String]]) -> [RuleText.Source] {
    let sections = parts(of: sections)
    return parts(of: letters).enumerated().map { place, letter -> RuleText.Source in
      // S20a/b are two scans of one letter.
      let letter = letter.hasSuffix("/b") ? String(letter.dropLast(2)) : letter
      let section = sections.indices.contains(place) ? sections[place] : sections.last ?? ""
      let named = section.split(separator: " ").first.map(String.init) ?? ""
      let rows = known.filter { $0.count >= 5 && $0[0] == letter }
      let isNamed = rows.contains { $0[1] == named }
      let row = rows.first { $0[1] == (isNamed ? named : "DLA") } ?? rows.first
      return RuleText.Source(
        thai: row?[3] ?? letter, english: row?[4] ?? letter,
        section: isNamed ? section.replacing("\(named) ", with: "") : section)
    }
  }

  private static func parts(of list: String) -> [String] {
    list.split(separator: ";").map { part in String(part.first == " " ? part.dropFirst() : part) }
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
