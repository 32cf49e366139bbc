import LECModel
import Testing

/// The table of rights, written out by hand once more: every role, every kind of event, every place of the unit it is about.
@Suite("The table of rights")
struct Rights_Tests {
  /// One line a kind: institution, authority, district, province, department; in each the places where it is allowed.
  /// `o` own, `c` directly below, `b` further below, `h` on behalf of a unit below without a computer, `-` nowhere.
  private static let table = """
    genesis                o    o    o    o    o
    unitSet                -    c    -    cb   ocb
    roundSet               -    -    -    -    o
    accountSet             o    oc   o    oc   oc
    profileMade            o    o    o    o    o
    handedOver             o    o    o    o    o
    studentAdded           o    h    -    -    -
    studentEdited          o    h    -    -    -
    studentMarked          o    h    -    -    -
    studentRemoved         o    h    -    -    -
    studentRestored        o    h    -    -    -
    studentWithdrawn       o    h    -    -    -
    basicsEdited           o    h    -    -    -
    findingExplained       o    h    -    -    -
    confirmed              o    oh   -    o    -
    confirmationCancelled  o    oh   -    o    -
    releaseAsked           o    o    -    -    -
    released               -    c    -    c    c
    accepted               -    c    -    c    c
    acceptanceTakenBack    -    c    -    c    c
    exceptionGiven         -    c    -    c    c
    snapshotPart           -    -    -    -    o
    snapshotTaken          -    -    -    -    o
    amended                -    -    -    -    o
    imported               o    h    -    -    -
    importTakenBack        o    h    -    -    -
    bundleRead             o    o    o    o    o
    rootMade               -    -    -    -    o
    cardIssued             o    oc   o    oc   oc
    joined                 o    o    o    o    o
    joinAccepted           o    oc   o    oc   oc
    termEnded              -    c    -    c    c
    boxKeySet              -    o    o    o    o
    adopted                o    oc   o    oc   oc
    noteWritten            -    c    cb   cb   cb
    noteAnswered           o    o    -    o    -
    claimOpened            -    o    -    o    o
    claimAnswered          o    h    -    -    -
    claimDecided           -    o    -    o    o
    sampleDrawn            -    -    -    o    -
    sampleFound            -    -    -    o    -
    otherSchoolSet         -    o    -    -    -
    otherCounted           -    o    -    -    -
    erased                 o    c    -    b    b
    """

  @Test("every role x every kind x own, child, further below, foreign: all cells")
  func everyCell() throws {
    var cells = 0
    var seen: Set<String> = []
    for line in Self.table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      let kind = try #require(EventKind.allCases.first { $0.name == words[0] }, "\(words[0]) is no kind")
      #expect(words.count == 6)
      seen.insert(kind.name)
      for (role, allowed) in zip([Role.institution, .authority, .district, .province, .department], words.dropFirst()) {
        for relation in Relation.allCases {
          cells += 1
          let expected = Self.right(allowed, relation)
          let right = Rights.right(of: role, to: kind, on: relation)
          #expect(right == expected, "\(role) \(kind) \(relation)")
        }
      }
    }
    #expect(seen == Set(EventKind.allCases.map(\.name)), "a kind without a line")
    #expect(cells == EventKind.allCases.count * Role.allCases.count * Relation.allCases.count)
  }

  private static func right(_ letters: String, _ relation: Relation) -> Right {
    switch relation {
    case .own: letters.contains("o") ? .allowed : .refused
    case .child: letters.contains("c") ? .allowed : letters.contains("h") ? .onBehalf : .refused
    case .below: letters.contains("b") ? .allowed : .refused
    case .foreign: .refused
    }
  }
}
