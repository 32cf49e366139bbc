package import LECModel

extension Store {
  static let classRows = """
    SELECT grade_rank, room_key, room, mark, sex, count(*) FROM student WHERE unit = ?1 AND state = 'enrolled'
    GROUP BY grade_rank, room_key, room, mark, sex ORDER BY grade_rank, room_key
    """

  /// The classes of the institution with the progress of the roll-call, in the order of grades.
  package func classes() throws -> [ClassProgress] {
    guard let unit = try subject(), let round = try currentRound() else { return [] }
    let rows = try connection.all(Self.classRows, [.text(unit.code.text)]) {
      ($0.integer(0), $0.text(2), $0.text(3), $0.text(4), Int($0.integer(5)))
    }
    var out: [ClassProgress] = []
    for (rank, room, mark, sex, count) in rows {
      let grade = Grade.allCases.first { $0.rank == Int(rank) }
      let classRoom = grade.map { ClassRoom(grade: $0, room: room) }
      if out.isEmpty || out.last?.classRoom != classRoom { out.append(ClassProgress(classRoom: classRoom)) }
      var student = Student()
      student[.mark] = mark
      let last = out.count - 1
      switch student.mark(in: round.key) {
      case .present: out[last].present += count
      case .absent: out[last].absent += count
      case .later: out[last].later += count
      case .unchecked: out[last].unchecked += count
      }
      switch Sex(rawValue: sex) {
      case .male: out[last].male += count
      case .female: out[last].female += count
      case nil: break
      }
    }
    return out
  }
}
