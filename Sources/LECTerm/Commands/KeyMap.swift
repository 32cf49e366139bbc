/// The one table of keys. Every command that works where no text is typed has a plain key, so that it can be called over SSH, in
/// PuTTY and with the Thai keyboard on; F-keys and Ctrl are extras; a line
/// of a menu has Enter and may do without. Esc with a digit is F1 to F10 and is known to the terminal.
enum KeyMap {
  /// Commands of one group can be offered together; those of groups that never meet may share a key.
  enum Group: String, CaseIterable, Sendable {
    case everywhere, beginning, moving, finding, marking, records, rollCall, confirming, places, menu, filling, line
  }

  struct Row: Sendable {
    let id: Command.ID
    let group: Group
    let keys: [KeyName]
  }

  static let rows: [Row] = [
    Row(id: .help, group: .everywhere, keys: ["?", "F1"]),
    Row(id: .palette, group: .everywhere, keys: [":", "Ctrl-P"]),
    Row(id: .language, group: .everywhere, keys: ["L", "F2"]),
    Row(id: .digits, group: .everywhere, keys: ["D"]),
    Row(id: .undo, group: .everywhere, keys: ["u"]),
    Row(id: .redo, group: .everywhere, keys: ["U", "Ctrl-R"]),
    Row(id: .back, group: .everywhere, keys: ["q", "Esc"]),
    Row(id: .home, group: .everywhere, keys: ["h"]),
    Row(id: .history, group: .everywhere, keys: ["H", "F3", "Ctrl-T"]),
    Row(id: .lock, group: .everywhere, keys: ["K", "Ctrl-L"]),
    Row(id: .quit, group: .everywhere, keys: ["E", "Q", "F10", "Ctrl-Q", "Ctrl-C"]),
    Row(id: .trainer, group: .everywhere, keys: ["T", "F12", "Ctrl-Y"]),

    Row(id: .up, group: .moving, keys: ["k", "Up"]),
    Row(id: .down, group: .moving, keys: ["j", "Down"]),
    Row(id: .left, group: .moving, keys: [",", "Left"]),
    Row(id: .right, group: .moving, keys: [".", "Right"]),
    Row(id: .pageUp, group: .moving, keys: ["[", "PgUp", "Ctrl-B"]),
    Row(id: .pageDown, group: .moving, keys: ["]", "PgDn", "Ctrl-F"]),
    Row(id: .first, group: .moving, keys: ["g", "Home"]),
    Row(id: .last, group: .moving, keys: ["G", "End"]),
    Row(id: .choose, group: .moving, keys: ["Enter"]),
    Row(id: .next, group: .moving, keys: ["Tab"]),
    Row(id: .previous, group: .moving, keys: ["b", "Shift-Tab"]),

    Row(id: .search, group: .finding, keys: ["/", "F7"]),
    Row(id: .sort, group: .finding, keys: ["s"]),
    Row(id: .reverse, group: .finding, keys: ["S"]),
    Row(id: .filter, group: .finding, keys: ["f"]),
    Row(id: .columns, group: .finding, keys: ["c"]),

    Row(id: .mark, group: .marking, keys: ["Space", "Ins"]),
    Row(id: .markAll, group: .marking, keys: ["A", "*"]),

    Row(id: .add, group: .records, keys: ["a", "F4"]),
    Row(id: .edit, group: .records, keys: ["e"]),
    Row(id: .remove, group: .records, keys: ["d", "Del", "F8"]),
    Row(id: .restore, group: .records, keys: ["r"]),
    Row(id: .verify, group: .records, keys: ["v"]),
    Row(id: .setClass, group: .records, keys: ["m", "F6"]),
    Row(id: .promote, group: .records, keys: ["t"]),
    Row(id: .explain, group: .records, keys: ["w"]),
    Row(id: .print, group: .records, keys: ["P"]),
    Row(id: .export, group: .records, keys: ["x"]),
    Row(id: .importFile, group: .records, keys: ["i"]),
    Row(id: .erase, group: .records, keys: ["z"]),

    Row(id: .present, group: .rollCall, keys: ["p"]),
    Row(id: .notHere, group: .rollCall, keys: ["n"]),
    Row(id: .later, group: .rollCall, keys: ["l"]),

    Row(id: .check, group: .confirming, keys: ["C", "F5"]),
    Row(id: .confirm, group: .confirming, keys: ["y", "F9"]),
    Row(id: .unconfirm, group: .confirming, keys: ["N"]),
    Row(id: .otherPolicy, group: .beginning, keys: ["s"]),

    Row(id: .goClasses, group: .places, keys: ["c"]),
    Row(id: .goRegister, group: .places, keys: ["r"]),
    Row(id: .goWaiting, group: .places, keys: ["w"]),
    Row(id: .goBasics, group: .places, keys: ["i"]),
    Row(id: .goDifferences, group: .places, keys: ["d"]),
    Row(id: .goImports, group: .places, keys: ["o"]),
    Row(id: .goReports, group: .places, keys: ["p"]),
    Row(id: .goSend, group: .places, keys: ["t", "F6"]),
    Row(id: .goFiles, group: .places, keys: ["f"]),
    Row(id: .goSettings, group: .places, keys: ["s"]),
    Row(id: .goHandOver, group: .places, keys: ["O"]),
    Row(id: .goPassword, group: .places, keys: ["z"]),
    Row(id: .goLogOut, group: .places, keys: ["v"]),

    Row(id: .goRoster, group: .menu, keys: []),
    Row(id: .goClaims, group: .menu, keys: []),
    Row(id: .goCards, group: .menu, keys: []),
    Row(id: .goPartners, group: .menu, keys: []),
    Row(id: .goPending, group: .menu, keys: []),
    Row(id: .goBoard, group: .menu, keys: []),
    Row(id: .goOthers, group: .menu, keys: []),
    Row(id: .goSamples, group: .menu, keys: []),
    Row(id: .goNotes, group: .menu, keys: []),
    Row(id: .goRounds, group: .menu, keys: []),
    Row(id: .goSnapshot, group: .menu, keys: []),

    Row(id: .save, group: .filling, keys: ["Ctrl-S"]),
    Row(id: .more, group: .filling, keys: ["Ctrl-O"]),

    Row(id: .deleteBack, group: .line, keys: ["Backspace"]),
    Row(id: .deleteForward, group: .line, keys: ["Del", "Ctrl-D"]),
    Row(id: .lineStart, group: .line, keys: ["Home", "Ctrl-A"]),
    Row(id: .lineEnd, group: .line, keys: ["End", "Ctrl-E"]),
    Row(id: .clearLine, group: .line, keys: ["Ctrl-U"]),
  ]

  /// The keys of a command, the one to teach first.
  static func keys(of id: Command.ID) -> [KeyName] {
    rows.first { $0.id == id }?.keys ?? []
  }

  /// The group of a command, under whose heading the help lists it.
  static func group(of id: Command.ID) -> Group {
    rows.first { $0.id == id }?.group ?? .everywhere
  }
}

extension KeyMap {
  /// The command a key calls, among those offered and those that are everywhere; nil for a key that means nothing here, or is text.
  ///
  /// While a line is typed, letters and signs are text and the keys of editing come first. Else the key must have been folded
  /// from Kedmanee before it is asked about.
  static func command(for key: KeyName, isTyping: Bool, among offered: [Command]) -> Command.ID? {
    if isTyping {
      if key.isText { return nil }
      if let row = rows.first(where: { $0.group == .line && $0.keys.contains(key) }) { return row.id }
    }
    let known = Set(offered.map(\.id)).union(Command.everywhere.map(\.id))
    return rows.first { known.contains($0.id) && $0.group != .line && $0.keys.contains(key) }?.id
  }

  /// The key to show for a command: while a line is typed a letter would be text, so one that still works.
  static func shownKey(of id: Command.ID, isTyping: Bool) -> KeyName? {
    let keys = keys(of: id)
    return isTyping ? keys.first { !$0.isText } : keys.first
  }

  /// Keys that two of these commands would claim: none, or the screen that offers them can't be used.
  static func collisions(among ids: [Command.ID]) -> [KeyName] {
    let known = Set(ids)
    var seen: Set<KeyName> = []
    return rows.filter { known.contains($0.id) }.flatMap(\.keys).filter { !seen.insert($0).inserted }
  }
}
