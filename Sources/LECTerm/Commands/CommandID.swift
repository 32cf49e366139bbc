extension Command {
  /// The name of a command. Its words are `command.NAME`, `command.NAME.help` in data/lang/*/commands.txt, its keys a row of `KeyMap`.
  enum ID: String, CaseIterable, Sendable {
    // Everywhere
    case help, palette, language, digits, undo, redo, back, home, history, lock, quit
    // On training files alone, from everywhere
    case trainer
    // Moving about in lists, forms, menus and dialogs
    case up, down, left, right, pageUp, pageDown, first, last, choose, next, previous
    // Finding in lists
    case search, sort, reverse, filter, columns
    // Marking rows
    case mark, markAll
    // Acting on what a list shows
    case add, edit, remove, restore, verify, setClass, promote, explain, print, export, importFile, erase
    // Roll-call
    case present, notHere, later
    // Checking and confirming
    case check, confirm, unconfirm
    // Places that the home screen leads to
    case goClasses, goRegister, goWaiting, goBasics, goDifferences, goImports, goReports, goSettings, goHandOver
    case goSend, goFiles
    case goPassword, goLogOut
    // Lines of its menu without a key: a few letters find them
    case goRoster, goClaims, goCards, goPartners, goPending, goBoard, goOthers, goSamples, goNotes, goRounds, goSnapshot
    // Before there is a file
    case otherPolicy
    // Filling in
    case save, more
    // Within a line of text
    case deleteBack, deleteForward, lineStart, lineEnd, clearLine

    /// What the command is called when a screen doesn't say it more exactly.
    var name: TextKey { TextKey("command.\(rawValue)") }
  }

  /// Every screen has these, without offering them.
  static let everywhere: [Command] = [
    .bar(.help), Command(.palette), Command(.language), Command(.digits), Command(.undo), Command(.redo), .bar(.back),
    Command(.home), Command(.history), Command(.lock), Command(.quit),
  ]
}
