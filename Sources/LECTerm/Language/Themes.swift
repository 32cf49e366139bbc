/// Reads themes: a line `ink = foreground background attributes` for each ink that isn't plain. A colour is `-`, a number up to 255
/// or a name; `208/yellow` gives one for 256 colours and one for 8. `#` begins a comment.
enum Themes {
  /// The theme that is taken when none is asked for.
  static let standard = "standard"

  /// What is wrong in a theme's file.
  struct Problem: Error, Equatable, Sendable {
    enum What: Equatable, Sendable { case notALine, ink(String), colour(String), attribute(String), twice(Ink) }
    let line: Int
    let what: What
  }

  /// The names of the themes in a data folder.
  static func names(in folder: DataFolder) -> [String] {
    folder.files(in: "themes", ending: ".theme").map { String($0.dropFirst("themes/".count).dropLast(".theme".count)) }
  }

  /// A theme by name; black and white where there is none or it is wrong.
  static func theme(_ name: String, in folder: DataFolder?) -> Theme {
    guard let folder, names(in: folder).contains(name) else { return .mono }
    let text = String(decoding: folder.bytes(of: "themes/\(name).theme"), as: UTF8.self)
    // A spoilt theme must not keep anybody from working; a test reads all that we deliver.
    return (try? parse(text, name: name)) ?? .mono
  }

  /// Reads a theme's text.
  static func parse(_ text: String, name: String) throws(Problem) -> Theme {
    var styles: [Ink: Style] = [:]
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = raw.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
      if words.isEmpty { continue }
      let line = index + 1
      guard words.count >= 4, words[1] == "=" else { throw Problem(line: line, what: .notALine) }
      guard let ink = inks[words[0]] else { throw Problem(line: line, what: .ink(words[0])) }
      if styles[ink] != nil { throw Problem(line: line, what: .twice(ink)) }
      var style = Style()
      style.foreground = try colour(words[2], line)
      style.background = try colour(words[3], line)
      for word in words.dropFirst(4) {
        guard let attribute = attributes[word] else { throw Problem(line: line, what: .attribute(word)) }
        style.attributes.insert(attribute)
      }
      styles[ink] = style
    }
    return Theme(name: name, styles: styles)
  }

  private static func colour(_ word: String, _ line: Int) throws(Problem) -> Style.Colour {
    if word == "-" { return Style.Colour() }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let many = number(parts[0]), let eight = number(parts[parts.count - 1]) else {
      throw Problem(line: line, what: .colour(word))
    }
    return Style.Colour(many: many, eight: eight < 8 ? eight : nil)
  }

  private static func number(_ word: String) -> Int? {
    if let named = colours.firstIndex(of: word) { return named }
    guard let value = Int(word), (0...255).contains(value) else { return nil }
    return value
  }

  private static let inks = Dictionary(uniqueKeysWithValues: Ink.allCases.map { ($0.name, $0) })
  private static let colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
  private static let attributes: [String: Style.Attributes] = [
    "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse, "italic": .italic,
  ]
}
