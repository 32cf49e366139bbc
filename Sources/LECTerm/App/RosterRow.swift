import LECModel

/// A child as lists show it.
enum RosterRow {
  static func row(_ row: StudentRow, round: RoundKey, today: CalendarDate, hasProblem: Bool) -> ListRow {
    let s = row.student
    let mark = s.mark(in: round)
    let number = number(s)
    return ListRow(
      RowID(row.id),
      cells: [
        .text(s.state == .enrolled ? symbol(mark) : " "), .figures(number.isEmpty ? "-" : number), .text(s.fullName),
        classWords(s), s.sex.map { .key(TextKey("sex.\($0.rawValue)"), []) } ?? .none,
        s.birth.map { .number($0.fullYears(at: today)) } ?? .none, .text(hasProblem ? "!" : ""),
        s.reason.map { .key(TextKey("reason.\($0.rawValue)"), []) } ?? .none,
        CalendarDate(iso: s[.left]).map { Dates.day($0) } ?? .none,
        NumberStep(rawValue: s[.numberStep]).map { .key(TextKey("step.\($0.rawValue)"), []) } ?? "waiting.noStep",
      ])
  }

  /// The number as it is written on papers; empty where there is none.
  static func number(_ s: Student) -> String {
    (try? IdentityNumber.read(s[.number], yearBE: nil).get().grouped) ?? s[.number]
  }

  /// One sign a mark: seen at once, and the same with every keyboard and font.
  static func symbol(_ mark: Mark) -> String {
    switch mark {
    case .present: "+"
    case .absent: "x"
    case .later: "?"
    case .unchecked: "."
    }
  }

  static func classWords(_ s: Student) -> Words {
    guard let grade = s.grade else { return "grade.none" }
    return words(of: ClassRoom(grade: grade, room: s[.room]))
  }

  static func words(of grade: Grade) -> Words { .key(TextKey("grade.\(grade.rawValue)"), []) }

  static func words(of classRoom: ClassRoom?) -> Words {
    guard let classRoom else { return "grade.none" }
    let grade = words(of: classRoom.grade)
    return classRoom.room.isEmpty
      ? grade : .key("grade.room", [.words("grade", grade), .figures("room", classRoom.room)])
  }
}
