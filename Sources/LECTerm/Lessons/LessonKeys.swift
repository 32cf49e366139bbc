/// Keys as lessons write them: by the names that the key map and the key bar use, `Down*3` for three times.
enum LessonKeys {
  private static let special: [String: Key] = {
    let keys: [Key] = [
      .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .escape, .tab, .backTab, .backspace, .delete,
      .insert, .char(" "), .control(" "),
    ]
    var table: [String: Key] = [:]
    for key in keys + (1...24).map({ Key.function($0) }) {
      if let name = key.name { table[name.text] = key }
    }
    return table
  }()

  /// The keys that one word stands for; nil where it is no key's name.
  static func keys(_ word: String) -> [Key]? {
    if word.unicodeScalars.count > 2, let star = word.lastIndex(of: "*"), star != word.startIndex {
      guard let times = Int(word[word.index(after: star)...]), (1...99).contains(times),
        let key = key(String(word[..<star]))
      else { return nil }
      return Array(repeating: key, count: times)
    }
    return key(word).map { [$0] }
  }

  private static func key(_ word: String) -> Key? {
    if let key = special[word] { return key }
    let scalars = Array(word.unicodeScalars)
    if scalars.count == 1 { return .char(scalars[0]) }
    if word.hasPrefix("Ctrl-"), scalars.count == 6 {
      return scalars[5].properties.lowercaseMapping.unicodeScalars.first.map { .control($0) }
    }
    if word.hasPrefix("Alt-"), scalars.count == 5 { return .alt(scalars[4]) }
    return nil
  }
}
