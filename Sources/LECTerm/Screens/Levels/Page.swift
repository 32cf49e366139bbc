import LECModel

/// A page of the levels' work as the desk fills it: words to read, then lines that can be chosen. One screen shows them all.
struct Page: Sendable, Equatable {
  struct Line: Sendable, Equatable {
    var item: Menu.Item
    var action: PageAction
    /// The line that tells what came of it: the bar goes there where this one is gone once it was done, and not to whatever takes its
    /// place.
    var outcome: String?

    init(
      _ id: String, _ label: Words, figure: Words = .none, ink: Ink = .text, heading: Words = .none,
      action: PageAction = .nothing
    ) {
      item = Menu.Item(id, label: label, figure: figure, ink: ink, heading: heading)
      self.action = action
    }
  }

  var title: TextKey
  /// What stands above the lines.
  var remarks: [Words] = []
  var lines: [Line] = []
  /// The line that is chosen at first, where it is not the first one.
  var start: String?
  /// Said where there are no lines.
  var empty: Words = "page.empty"
}

/// Which page.
enum PageID: Sendable, Hashable {
  case board(UnitCode)
  case unit(UnitCode)
  case search
  case cards
  case bundles
  case send(UnitCode, isDelta: Bool)
  /// A bundle at this path, before it is taken.
  case incoming(String)
  case notes(UnitCode)
  case claims
  case claim(EventID)
  case doubles
  case samples
  case sample(EventID)
  case pending
  case partners
  case conflicts
  case promotion
  case rounds
  case snapshot
  case others
  /// Orders to erase children for good, and their carrying out here.
  case erasures
  /// Erasing these, before it is done.
  case erase([RecordID])
  case trainer(TrainerPlace)

  /// Whether its lines can be searched; the others are as short as their unit's day.
  var isSearchable: Bool {
    switch self {
    case .board, .search, .cards: true
    default: false
    }
  }

  /// Whether nothing is left to do there once it was done: Back leads past it.
  var isOverWhenDone: Bool {
    switch self {
    case .incoming, .erase, .trainer(.letter): true
    default: false
    }
  }
}

/// What choosing a line does.
enum PageAction: Sendable, Equatable {
  case nothing
  case open(Destination)
  /// Say all of what a line holds only the beginning of.
  case tell(Words)
  /// Show another page in the place of this one: Back leads where it led before.
  case turn(PageID)
  /// Look at that unit's data, and go there.
  case look(UnitCode, Destination)
  /// Ask for what is needed, then do it.
  case perform(LevelDeed, [Prompt])
}

/// Something to be asked before a deed is done.
enum Prompt: Sendable, Equatable {
  case text(label: Words, text: String)
  /// The same, and may be left empty.
  case optional(label: Words, text: String)
  case password
  case question(Words)

  /// Whether this says nothing where something has to be said.
  func lacks(_ text: String) -> Bool {
    switch self {
    case .text: TextForm.clean(text).isEmpty
    case .password: text.isEmpty
    case .optional, .question: false
    }
  }
}

/// What can be done from a page.
enum LevelDeed: Sendable, Equatable {
  case release(UnitCode, Dataset)
  case accept(UnitCode, Dataset)
  case takeBack(UnitCode, Dataset)
  case exempt(UnitCode)
  case note(UnitCode)
  case answerNote(EventID)
  case issueCard(UnitCode)
  case issueAll
  case acceptJoin(EventID)
  case endTerm(UnitCode)
  case addUnit(UnitKind)
  case rename(UnitCode)
  case move(UnitCode)
  case setComputer(UnitCode, Bool)
  case close(UnitCode)
  case sendTo(UnitCode, String, isDelta: Bool)
  case sendText(UnitCode, isDelta: Bool)
  case sendCodes(UnitCode)
  case previewBundle
  case readAll
  case setMailbox
  case readBundle(String)
  case openClaims
  case settle([ConflictEntry], takingOther: Bool)
  case promote
  case openClaim(DoublePair)
  case answerClaim(EventID, ClaimAnswer.Answer)
  case decideClaim(EventID, ClaimDecision.Outcome)
  case drawSample
  case found(EventID, RecordID, SampleResult.Found)
  case adopt(EventID)
  /// Everything about one unit that was held and may be adopted.
  case adoptAll(UnitCode)
  case addRound
  case takeSnapshot
  case amend(UnitCode)
  case addOther
  case dissolveOther(RecordID)
  case recoverKey
  case erase([RecordID], Erasure.Reason)
  case carryOutErasures
  case trainer(TrainerDeed)
}

/// Questions of the levels' pages.
enum LevelRequest: Sendable, Equatable {
  case page(PageID, search: String)
  case look(UnitCode?)
  /// Whether a deed may be done, asked before anybody types a password for it.
  case may(LevelDeed)
  case perform(LevelDeed, [String])
  case others
  case countOther(RecordID, OtherCounting.Cell)
  /// A text in pieces that one code of so much room holds each.
  case codes(String, room: Size)
  /// Takes back a file that was to go as codes, of which not all were shown.
  case unsend(String)
  case paste(PasteStep)
}

/// What comes back.
enum LevelAnswer: Sendable, Equatable {
  case page(PageID, Page)
  case looking
  case allowed
  /// Done: what to say about it, and a page to read where there is more to know.
  case done(Words, Page?)
  case others([OtherSchoolRow], canEdit: Bool)
  /// Done: a text for the clipboard, and a page to read.
  case copied(String, Page)
  /// Done: it goes on there.
  case go(Destination)
  case codes([[String]])
  case pasted(PasteState)
  /// A trainer has sat down as somebody, or at the door of a file.
  case seated(Session?, Words)
}

/// What a person does with a text that came by chat.
enum PasteStep: Sendable, Equatable {
  case begin
  case add(String)
  case read
}

/// What has come of a pasted text.
struct PasteState: Sendable, Equatable {
  /// What the last piece brought.
  enum Brought: Sendable { case nothing, lines, anew }

  var count = 0
  var total: Int?
  var missing: [ClosedRange<Int>] = []
  /// Lines have come whose first line has not.
  var isLoose = false
  var brought = Brought.lines

  var isComplete: Bool { total != nil && missing.isEmpty }
}
