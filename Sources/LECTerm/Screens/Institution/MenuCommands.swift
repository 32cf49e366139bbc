import LECModel

/// The lines of the first screen's menu as commands: the palette and the help find each under the name that it has there.
enum MenuCommands {
  private static let lines: [(line: String, command: Command.ID)] = [
    ("roster", .goRoster), ("add", .add), ("classes", .goClasses), ("register", .goRegister), ("waiting", .goWaiting),
    ("basics", .goBasics), ("check", .check), ("differences", .goDifferences), ("imports", .goImports),
    ("reports", .goReports), ("files", .goFiles), ("claims", .goClaims), ("cards", .goCards),
    ("partners", .goPartners), ("pending", .goPending), ("log", .history), ("settings", .goSettings),
    ("handOver", .goHandOver), ("logout", .goLogOut), ("board", .goBoard), ("search", .search), ("others", .goOthers),
    ("samples", .goSamples), ("notes", .goNotes), ("rounds", .goRounds), ("snapshot", .goSnapshot),
  ]

  static func of(_ home: HomeState) -> [Command] {
    (home.unit.kind.isInstitution ? HomeMenu.items(home) : OfficeMenu.items(home)).compactMap { item in
      guard let command = lines.first(where: { $0.line == item.id })?.command, case .key(let name, _) = item.label
      else {
        return nil
      }
      return Command(command, name: name)
    }
  }

  /// The line that a command leads to.
  static func line(of command: Command.ID) -> String? { lines.first { $0.command == command }?.line }
}
