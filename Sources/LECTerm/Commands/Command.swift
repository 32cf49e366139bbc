/// Something a person can tell the program to do: one record from which key bar, help and palette are drawn.
///
/// A screen offers commands; the keys that call them are in `KeyMap` alone. A command that is not allowed now is still offered,
/// with the reason, so that nobody has to guess why it is grey.
struct Command: Hashable, Sendable, Identifiable {
  let id: ID
  /// What it is called here; a screen may say more exactly what it does ("add a child").
  var name: TextKey
  var state: State
  /// One sentence on what it does, for the help overlay and the palette.
  var help: TextKey
  /// Whether it stands on the key bar at the bottom.
  var place: Place

  enum State: Hashable, Sendable {
    case ready
    /// Not now, and why: the reason is said when it is called all the same.
    case refused(TextKey, [TextValue] = [])
  }

  enum Place: Hashable, Sendable {
    case bar
    case helpOnly
  }

  init(_ id: ID, name: TextKey? = nil, help: TextKey? = nil, state: State = .ready, place: Place = .helpOnly) {
    self.id = id
    self.name = name ?? id.name
    self.help = help ?? TextKey("command.\(id.rawValue).help")
    self.state = state
    self.place = place
  }

  /// The same command, standing on the key bar.
  static func bar(_ id: ID, name: TextKey? = nil, help: TextKey? = nil, state: State = .ready) -> Command {
    Command(id, name: name, help: help, state: state, place: .bar)
  }

  /// Whether it may be called now.
  var isReady: Bool { state == .ready }
}

extension [Command] {
  /// The first of each name.
  var unique: [Command] {
    var seen: Set<Command.ID> = []
    return filter { seen.insert($0.id).inserted }
  }
}
