/// The table of rights: who may write which kind of event about whose unit. Menus, commands and the receiver ask it, and nothing else.
package enum Rights {
  package static func right(of role: Role, to kind: EventKind, on relation: Relation) -> Right {
    (table[kind] ?? Row()).right(role, relation)
  }

  /// One line of the table: for every role the relations in which the kind is allowed.
  struct Row: Sendable {
    var institution: Set<Relation> = []
    var authority: Set<Relation> = []
    var district: Set<Relation> = []
    var province: Set<Relation> = []
    var department: Set<Relation> = []
    /// What an authority may write for its institutions without a computer.
    var onBehalf = false

    func right(_ role: Role, _ relation: Relation) -> Right {
      let allowed =
        switch role {
        case .institution: institution
        case .authority: authority
        case .district: district
        case .province: province
        case .department: department
        }
      if allowed.contains(relation) { return .allowed }
      return onBehalf && role == .authority && relation == .child ? .onBehalf : .refused
    }
  }

  /// What every unit writes about itself.
  private static let everyone = Row(
    institution: [.own], authority: [.own], district: [.own], province: [.own], department: [.own])
  /// What an institution writes about its own children and itself.
  private static let roster = Row(institution: [.own], onBehalf: true)
  /// What a level does to the units directly below it.
  private static let overseer = Row(authority: [.child], province: [.child], department: [.child])
  private static let departmentAlone = Row(department: [.own])
  private static let provinceAlone = Row(province: [.own])
  private static let authorityAlone = Row(authority: [.own])

  static let table: [EventKind: Row] = [
    .genesis: everyone, .joined: everyone, .bundleRead: everyone, .profileMade: everyone, .handedOver: everyone,
    .adopted: Row(
      institution: [.own], authority: [.own, .child], district: [.own], province: [.own, .child],
      department: [.own, .child]),
    .rootMade: departmentAlone, .roundSet: departmentAlone, .snapshotPart: departmentAlone,
    .snapshotTaken: departmentAlone, .amended: departmentAlone,
    .unitSet: Row(authority: [.child], province: [.child, .below], department: [.own, .child, .below]),
    .accountSet: Row(
      institution: [.own], authority: [.own, .child], district: [.own], province: [.own, .child],
      department: [.own, .child]),
    .cardIssued: Row(
      institution: [.own], authority: [.own, .child], district: [.own], province: [.own, .child],
      department: [.own, .child]),
    .joinAccepted: Row(
      institution: [.own], authority: [.own, .child], district: [.own], province: [.own, .child],
      department: [.own, .child]),
    .termEnded: overseer,
    .boxKeySet: Row(authority: [.own], district: [.own], province: [.own], department: [.own]),

    .studentAdded: roster, .studentEdited: roster, .studentMarked: roster, .studentRemoved: roster,
    .studentRestored: roster, .studentWithdrawn: roster, .basicsEdited: roster, .findingExplained: roster,
    .imported: roster, .importTakenBack: roster,

    .confirmed: Row(institution: [.own], authority: [.own], province: [.own], onBehalf: true),
    .confirmationCancelled: Row(institution: [.own], authority: [.own], province: [.own], onBehalf: true),
    .releaseAsked: Row(institution: [.own], authority: [.own]),
    .released: overseer, .accepted: overseer, .acceptanceTakenBack: overseer, .exceptionGiven: overseer,

    .noteWritten: Row(
      authority: [.child], district: [.child, .below], province: [.child, .below], department: [.child, .below]),
    .noteAnswered: Row(institution: [.own], authority: [.own], province: [.own]),
    .claimOpened: Row(authority: [.own], province: [.own], department: [.own]),
    .claimDecided: Row(authority: [.own], province: [.own], department: [.own]),
    .claimAnswered: Row(institution: [.own], onBehalf: true),
    .sampleDrawn: provinceAlone, .sampleFound: provinceAlone,
    .erased: Row(institution: [.own], authority: [.child], province: [.below], department: [.below]),
    .otherSchoolSet: authorityAlone, .otherCounted: authorityAlone,
  ]
}
