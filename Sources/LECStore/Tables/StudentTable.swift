import LECModel

/// The table of children: one row a record, every field in a column of its own.
struct StudentTable {
  let connection: Connection

  /// The fields in the order of their columns, from `number` on.
  static let fields: [StudentField] = [
    .number, .title, .first, .middle, .last, .sex, .birth, .nationality, .schoolNumber, .grade, .room, .admitted,
    .entry,
    .cameFrom, .elsewhere, .state, .reason, .left, .remark, .mark, .paper, .numberStep, .disability, .ethnicity,
    .religion, .guardian, .guardianPhone,
  ]

  static let columns = """
    number, title, first, middle, last, sex, birth, nationality, school_number, grade, room, admitted, entry, \
    came_from, elsewhere, state, reason, left_on, remark, mark, paper, number_step, disability, ethnicity, \
    religion, guardian, guardian_phone
    """

  private static let put = """
    INSERT OR REPLACE INTO student (n, unit, \(columns), grade_rank, sort, find, leaf, heads, room_key)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
      ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35)
    """
  static let selected = "student.n, event.id, unit, heads, \(columns)"
  static let byNumber = "SELECT \(selected) FROM student JOIN event ON event.n = student.n WHERE student.n = ?1"

  /// Writes a row. `salt` is that of the creating event: the row's hash is keyed with it, so that it tells nothing by itself.
  func write(
    _ n: Int64, _ id: RecordID, unit: UnitCode, _ student: Student, heads: [EventID], salt: [UInt8]
  ) throws(SQLiteError) {
    let s = try connection.statement(Self.put)
    defer { s.reset() }
    try s.bind(1, integer: n)
    try s.bind(2, text: unit.text)
    for (i, field) in Self.fields.enumerated() { try s.bind(3 + i, text: student[field]) }
    try s.bind(30, integer: Int64(student.grade?.rank ?? 99))
    try s.bind(31, blob: SortKey.bytes(first: student[.first], last: student[.last]))
    try s.bind(32, text: Self.findText(student))
    let leaf =
      RowDigest.student(id, student).map { Sodium.hash($0, key: Planted.unsaltedRows.isOn ? [] : salt).bytes } ?? []
    try s.bind(33, blob: leaf)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(heads.count * 32)
    for head in heads { head.hash.append(to: &bytes) }
    try s.bind(34, blob: bytes)
    try s.bind(35, blob: ClassRoom.roomKey(student[.room]))
    _ = try s.step()
  }

  /// What the search looks through: number, name, school number, all folded.
  private static func findText(_ student: Student) -> String {
    var text = student[.first]
    if !student[.middle].isEmpty { text += " " + student[.middle] }
    text += " " + student[.last]
    return TextForm.fold(text) + " " + student[.number] + " " + student[.schoolNumber]
  }

  private static let delete = "DELETE FROM student WHERE n = ?1"

  func remove(_ n: Int64) throws(SQLiteError) { try connection.run(Self.delete, .integer(n)) }

  func row(_ n: Int64) throws(SQLiteError) -> StudentRow? {
    try connection.one(Self.byNumber, [.integer(n)], row: Self.read)
  }

  /// Reads a row of `selected`.
  static func read(_ s: Statement) -> StudentRow {
    var student = Student()
    for (i, field) in fields.enumerated() { student[field] = s.text(4 + i) }
    return StudentRow(
      n: s.integer(0), id: RecordID(EventID(s.hash(1))), unit: UnitCode(s.text(2)), student: student,
      heads: Heads.read(s.blob(3)))
  }
}

/// Lists of heads as one blob.
enum Heads {
  static func read(_ bytes: [UInt8]) -> [EventID] {
    stride(from: 0, to: bytes.count - 31, by: 32).compactMap { Hash32(bytes[$0..<$0 + 32]).map(EventID.init) }
  }

  static func bytes(_ heads: [EventID]) -> [UInt8] { heads.flatMap { $0.hash.bytes } }
}
