/// Something to say that is put into words only when it is drawn, so that switching language or digits changes what already stands.
indirect enum Words: Hashable, Sendable, ExpressibleByStringLiteral {
  case key(TextKey, [TextValue])
  /// Words that are data: names, codes. They stay as they are.
  case text(String)
  /// Data with figures that follow the chosen digits: dates, telephone and ID numbers.
  case figures(String)
  case number(Int)
  case none

  init(stringLiteral key: String) { self = .key(TextKey(key), []) }

  /// The words in the language spoken now.
  func said(in language: Language) -> String {
    switch self {
    case .key(let key, let values): language.text(key, values)
    case .text(let words): words
    case .figures(let words): language.digits.written(words)
    case .number(let count): language.digits.written(count)
    case .none: ""
    }
  }
}
