import LECModel

/// Questions about who is here and what is left to do.
enum AccountRequest: Sendable, Equatable {
  /// What the log-in screen shows before anybody is known.
  case door
  case logIn(user: String, password: String)
  case unlock(password: String)
  /// How long this person, or whoever is here, must wait before the next password.
  case wait(user: String?)
  case logOut
  /// `current` is the first password, where it was not typed at the log-in.
  case makeProfile(current: String?, first: String, last: String, position: String, phone: String, new: String)
  case changePassword(old: String, new: String)
  case handOver(password: String, note: String)
  case home
  case settings
  case setSetting(String, String)
  /// Makes a training file of this kind in the place of the default file.
  case makeTraining(kind: String, policy: EditPolicy)
  /// The starter files that lie where files are found.
  case starters
  /// Begins with a starter file and the code of its card.
  case join(starter: String, card: String)
  /// After the interface has given way, teach how the program is used; then open it again.
  case learn
  case rule(Rule)
}

/// What comes back.
enum AccountAnswer: Sendable, Equatable {
  case door(Door)
  case entered(Session)
  case unlocked
  /// Seconds until a password is taken again; 0 when it is now.
  case waiting(seconds: Int)
  case handedOver(firstPassword: String)
  case passwordChanged
  case home(HomeState)
  case settings([String: String])
  case made
  case starters([String])
  case joined(JoinedFile)
  case rule(RuleText)
}

/// A file that was made with a card, and what its unit has to know of it.
struct JoinedFile: Sendable, Equatable {
  var unit: String
  var user: String
  /// To be read out when the office above rings.
  var fingerprint: String
  /// Gives another machine the key to files sent here; empty for units that have none.
  var recoveryCode: String
  /// Nobody above has to accept a further machine of the unit.
  var isOwnCard: Bool
}

/// What is known before log-in: whose file it is, and the one user name where there is only one.
struct Door: Sendable, Equatable {
  var unit = ""
  var onlyUser = ""
  var isTraining = false
  /// The printed passwords of a training file, for whoever learns on it.
  var trainingHints: [String] = []
}

/// What the home screen tells: figures, states, what is left.
struct HomeState: Sendable, Equatable {
  var unit: Unit
  var round: Round?
  var person: String
  var counts: Counts
  var unchecked = 0
  var later = 0
  var absent = 0
  var present = 0
  var register = 0
  var waiting = 0
  var states: [DatasetState] = []
  var isPastDeadline = false
  /// The day of the last entry made here, where the clock stands before it.
  var clockBehind: CalendarDate?
  /// The year of a copy that is only looked at.
  var closedYear: String?
  var parent: Contact?
  /// What waits for this unit from others: for offices the heart of the day's work, for institutions what came from above.
  var office = OfficeState()
  /// The forms that this person left half filled.
  var drafts: [DraftKey] = []
}

/// What came from other units and waits for a word.
struct OfficeState: Sendable, Equatable {
  var units = 0
  var complete = 0
  var void = 0
  var joins = 0
  var claims = 0
  var pairs = 0
  var notes = 0
  var pending = 0
  /// Those of them that something can be done about.
  var openPending = 0
  var others = 0
  var othersMissing = 0
  var hasSnapshot = false
  /// Files of other units that lie there unread.
  var letters = 0
  /// Files that lie there and can't be taken: damaged ones above all.
  var badLetters = 0
  /// Confirmations that were released here, and of which no file has told the unit yet.
  var releases = 0
  /// Children that others ordered to be erased and that still lie here.
  var erasures = 0
  /// Why the machine began anew, until it has read a file since.
  var startedAnew: Genesis.Reason?
  /// Fields that two people changed at once.
  var conflicts = 0
  /// The academic year that the children have still to be moved to.
  var promotion: Int?
  /// How things stand with the level above; the department has none.
  var above: PartnerEntry?
}

/// A rule as its page shows it.
struct RuleText: Sendable, Equatable {
  /// A letter in which it stands, in both languages, and where in it.
  struct Source: Sendable, Equatable {
    var thai: String
    var english: String
    var section: String
  }

  var rule: Rule
  /// The letters and sections as the table of rules cites them.
  var letter = ""
  var section = ""
  var thai = ""
  var english = ""
  var sources: [Source] = []
}
