/// Everything the program can say, in both languages, and which one is spoken now.
///
/// `text(key, values)` gives the sentence; a missing key shows itself in brackets, so that a slip is seen and nothing stops.
/// A text may have a singular beside it: `roster.count.one` is taken when the first number among the values is 1.
struct Language: Sendable {
  enum Code: String, Sendable, CaseIterable {
    case thai = "th"
    case english = "en"

    /// The other of the two.
    var other: Code { self == .thai ? .english : .thai }
  }

  var code: Code
  var digits: Digits
  private let texts: [Code: [String: String]]

  init(code: Code, digits: Digits = .arabic, texts: [Code: [String: String]]) {
    self.code = code
    self.digits = digits
    self.texts = texts
  }

  /// Reads every data/lang/{th,en}/*.txt; a folder that can't be read leaves that language empty, and its keys show in brackets.
  init(code: Code = .thai, digits: Digits = .arabic, folder: DataFolder) {
    var texts: [Code: [String: String]] = [:]
    for code in Code.allCases {
      for file in folder.files(in: "lang/\(code.rawValue)", ending: ".txt") {
        texts[code, default: [:]].merge(LanguageFile.texts(of: folder.bytes(of: file))) { first, _ in first }
      }
    }
    self.init(code: code, digits: digits, texts: texts)
  }

  /// The text of a key in the language spoken now.
  func text(_ key: TextKey, _ values: [TextValue] = []) -> String {
    text(key, values, in: code)
  }

  /// The text of a key in a given language, whichever is spoken now.
  func text(_ key: TextKey, _ values: [TextValue] = [], in code: Code) -> String {
    guard let pattern = pattern(key, values, in: code) else { return "[\(key.name)]" }
    return fill(pattern, values, in: code)
  }

  /// The same with more texts, which go before those of the files.
  func adding(_ more: [Code: [String: String]]) -> Language {
    let together = texts.merging(more) { own, added in own.merging(added) { _, new in new } }
    return Language(code: code, digits: digits, texts: together)
  }

  /// Whether the language has the key: for help texts that not everything has.
  func has(_ key: TextKey) -> Bool { texts[code]?[key.name] != nil }

  /// Every key of one language, for the checks that compare the two.
  func keys(of code: Code) -> Set<String> { Set((texts[code] ?? [:]).keys) }

  private func pattern(_ key: TextKey, _ values: [TextValue], in code: Code) -> String? {
    let count = values.lazy.compactMap { value in
      if case .number(_, let count) = value { count } else { nil }
    }.first
    if count == 1, let singular = texts[code]?[key.name + ".one"] { return singular }
    return texts[code]?[key.name]
  }

  private func fill(_ pattern: String, _ values: [TextValue], in code: Code) -> String {
    guard pattern.contains("{") else { return digits.written(pattern) }
    var filled = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += digits.written(String(rest[..<open]))
      let name = rest[rest.index(after: open)..<close]
      filled += values.first { $0.name == name }.map { written($0, in: code) } ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + digits.written(String(rest))
  }

  private func written(_ value: TextValue, in code: Code) -> String {
    switch value {
    case .number(_, let count): digits.written(count)
    case .text(_, let words): words
    case .figures(_, let words): digits.written(words)
    case .key(_, let key): text(key, in: code)
    case .words(_, let words): words.said(in: Language(code: code, digits: digits, texts: texts))
    }
  }
}
