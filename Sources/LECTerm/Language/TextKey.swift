/// The name of a text in data/lang: what the program says is looked up by it, never written in code.
struct TextKey: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  let name: String

  init(_ name: String) { self.name = name }

  init(stringLiteral name: String) { self.name = name }

  var description: String { name }
}

/// What fills a `{name}` in a text.
indirect enum TextValue: Hashable, Sendable {
  /// A count: grouped by thousands, written in the chosen digits, and the one that decides between singular and plural.
  case number(String, Int)
  /// Words that stay as they are: names, codes, file names.
  case text(String, String)
  /// Words with figures in them that follow the chosen digits: dates, telephone numbers, ID numbers.
  case figures(String, String)
  /// Another text of the language files.
  case key(String, TextKey)
  /// Words of any kind, put into the language with the rest.
  case words(String, Words)

  var name: String {
    switch self {
    case .number(let name, _), .text(let name, _), .figures(let name, _), .key(let name, _), .words(let name, _): name
    }
  }
}
