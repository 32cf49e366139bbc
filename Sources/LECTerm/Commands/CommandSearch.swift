/// Finds commands by a few letters of their names, Thai or English whatever is spoken now, or of their keys.
enum CommandSearch {
  /// The commands that the letters could mean, the best first; all of them when there are no letters.
  static func find(_ letters: String, among commands: [Command], in language: Language) -> [Command] {
    let wanted = folded(letters)
    if wanted.isEmpty { return commands }
    let scored = commands.enumerated().compactMap { place, command -> (command: Command, score: Int, place: Int)? in
      let names = Language.Code.allCases.map { language.text(command.name, in: $0) } + [command.id.rawValue]
      let best = names.compactMap { score(wanted, in: folded($0)) }.min()
      let key = KeyMap.keys(of: command.id).contains { folded($0.text) == wanted && wanted.count > 1 } ? 0 : nil
      return (best ?? key).map { (command, $0, place) }
    }
    return scored.sorted { ($0.score, $0.place) < ($1.score, $1.place) }.map(\.command)
  }

  /// How far a name is from the letters: beginning with them, a word that does, having them, having them with gaps; nil where not at all.
  private static func score(_ wanted: [Unicode.Scalar], in name: [Unicode.Scalar]) -> Int? {
    guard wanted.count <= name.count else { return nil }
    for start in 0...(name.count - wanted.count) where Array(name[start..<start + wanted.count]) == wanted {
      if start == 0 { return 0 }
      return name[start - 1] == " " ? 1 : 2
    }
    var rest = name[...]
    for letter in wanted {
      guard let found = rest.firstIndex(of: letter) else { return nil }
      rest = rest[(found + 1)...]
    }
    return 3
  }

  /// Small letters, without tone marks: whoever forgets one finds the command too.
  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter { !(0x0E47...0x0E4E).contains($0.value) }
  }
}
