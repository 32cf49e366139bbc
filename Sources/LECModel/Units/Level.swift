/// The levels that confirm, from the institution up. The district reads and comments; it confirms nothing (SC-13).
package enum Level: String, CaseIterable, Sendable, Comparable {
  case institution, authority, province, department

  package static func < (l: Level, r: Level) -> Bool { l.rank < r.rank }

  private var rank: Int {
    switch self {
    case .institution: 0
    case .authority: 1
    case .province: 2
    case .department: 3
    }
  }
}
