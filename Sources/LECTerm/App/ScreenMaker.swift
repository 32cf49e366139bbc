import LECModel

/// Makes the screen that a destination names.
struct ScreenMaker {
  let language: Language

  func screen(for destination: Destination) -> any Screen {
    switch destination {
    case .setUp: SetUpScreen()
    case .join: JoinScreen()
    case .logIn: LogInScreen()
    case .profile(let asksFirst): ProfileScreen(asksFirst: asksFirst)
    case .home: HomeScreen()
    case .handOver: HandOverScreen()
    case .password: PasswordScreen()
    case .settings: SettingsScreen()
    case .rule(let rule): RuleScreen(rule)
    case .roster(let filter): RosterScreen(filter)
    case .findChild: RosterScreen(RosterFilter(), isSearching: true)
    case .findUnit: PageScreen(.search, isSearching: true)
    case .newStudent: StudentScreen(nil, field: nil, language: language)
    case .student(let id, let field): StudentScreen(id, field: field, language: language)
    case .remove(let ids): RemoveScreen(ids, language: language)
    case .register: RegisterScreen()
    case .waiting: WaitingScreen()
    case .rollCall: RollCallScreen()
    case .rollCallClass(let classRoom): RollCallClassScreen(classRoom)
    case .sheetEntry(let classRoom): SheetEntryScreen(classRoom)
    case .history(let record, let field): HistoryScreen(record, field: field)
    case .check: CheckScreen()
    case .basics(let field): BasicsScreen(field: field, language: language)
    case .confirm(let dataset): ConfirmScreen(dataset)
    case .confirmed(let dataset): ConfirmedScreen(dataset)
    case .differences(let dataset): DifferencesScreen(dataset)
    case .askRelease(let dataset): AskReleaseScreen(dataset, language: language)
    case .imports: ImportsScreen()
    case .importFile: ImportScreen()
    case .reports: ReportsScreen()
    case .log: LogScreen()
    case .page(let id): PageScreen(id)
    case .otherCounts: OtherCountsScreen()
    case .codes(let letter): CodesScreen(letter)
    case .pasteBundle: PasteScreen()
    }
  }

  func lock(user: String) -> any Screen { LockScreen(user: user) }
}
