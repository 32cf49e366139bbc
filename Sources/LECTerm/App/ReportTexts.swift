import LECStore

/// The words of reports in the language of the person.
enum ReportTexts {
  /// What has its words already, under the model's own keys.
  private static let known = [
    "reason.", "step.", "dataset.", "authorityKind.", "affiliation.", "level.", "found.", "severity.", "check.",
  ]

  static func words(_ language: Language) -> ReportWords {
    ReportWords(
      { key, values in
        var filled: [TextValue] = []
        for (i, value) in values.enumerated() { filled.append(.figures("\(i + 1)", value)) }
        let isKnown = known.contains { key.hasPrefix($0) }
        return language.text(TextKey(isKnown ? key : "paperReport.\(key)"), filled)
      }, digits: { language.digits.written($0) })
  }

  /// The same in letters that every program and printer has: bars of #, lines of - and |.
  static func plain(_ line: String) -> String {
    String(String.UnicodeScalarView(line.unicodeScalars.map { Borders.ascii($0) }))
  }

  /// The lines for a screen, which has no pages to feed.
  static func onScreen(_ lines: [String]) -> [String] {
    lines.map { $0.unicodeScalars.first == "\u{0C}" ? String($0.unicodeScalars.dropFirst()) : $0 }
  }
}
