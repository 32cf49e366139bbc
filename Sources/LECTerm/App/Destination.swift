import LECModel

/// Where a screen can send the person. One screen opens another by naming it here, and knows nothing else of it.
enum Destination: Sendable, Equatable {
  // Account
  case setUp, join, logIn, home, handOver, password, settings
  /// Who logged in with a first password isn't asked for it again; a trainer who sat down without one is.
  case profile(asksFirst: Bool)
  // Children
  case roster(RosterFilter)
  /// The roster or the list of units with the search open: what is typed next is a name.
  case findChild
  case findUnit
  case newStudent
  case student(RecordID, field: StudentField?)
  case remove([RecordID])
  case register, waiting
  case rollCall
  case rollCallClass(ClassRoom?)
  case sheetEntry(ClassRoom?)
  case history(RecordID, field: UInt8?)
  // Confirming
  case check
  case basics(field: BasicsField?)
  case confirm(Dataset)
  case confirmed(Dataset)
  case differences(Dataset)
  case askRelease(Dataset)
  case rule(Rule)
  // Files
  case imports
  case importFile
  case reports
  case log
  // The levels
  case page(PageID)
  case codes(CodeLetter)
  case pasteBundle
  case otherCounts
}

/// A file that is shown as codes: its text, and what both sides have to know of it.
struct CodeLetter: Sendable, Equatable {
  var text: String
  var from: String
  var to: Words
  var number: Int
  var count: Int
}
