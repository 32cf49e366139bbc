import LECModel

/// PU-01, PU-04. The name list to post, class by class: names only, no numbers of people.
struct NameList: Report {
  let name = "nameList"
  let kinds = UnitKind.institutions
  let rule = Rule.pu01

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    var grid = Grid(
      "", [Column(words("no"), 4, .figure), Column(words("name"), 40).at(0, 60, head: words("name"))],
      groupTitle: words("grade"))
    for (progress, names) in try ClassRows.all(store) {
      grid.group(ClassRows.heading(progress, words))
      for (i, name) in names.enumerated() { grid.row([.figure(i + 1), .text(name)]) }
    }
    paper.parts.append(.grid(grid))
    paper.sign(words)
  }
}

/// The sheet a class teacher fills in by hand: one line a child, three boxes, each class on a page of its own.
struct ClassSheets: Report {
  let name = "classSheets"
  let kinds = UnitKind.institutions
  let rule = Rule.pu04

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    var grid = Grid(
      "",
      [
        Column(words("no"), 4, .figure), Column(words("name"), 36), Column(words("present"), 8, .box),
        Column(words("absent"), 8, .box), Column(words("later"), 8, .box),
        // Room for the teacher's pen.
        Column(words("remark"), 20).onSheets,
      ], groupTitle: words("grade"))
    for (progress, names) in try ClassRows.all(store) {
      grid.group(ClassRows.heading(progress, words), newPage: true)
      for (i, name) in names.enumerated() {
        grid.row([.figure(i + 1), .text(name), .box(false), .box(false), .box(false), .empty])
      }
    }
    paper.parts.append(.grid(grid))
    paper.sign(words)
  }
}

/// The rows of a class in the order in which every sheet numbers them.
enum ClassRows {
  static func heading(_ progress: ClassProgress, _ words: ReportWords) -> String {
    words("class", words.digits(progress.classRoom?.thai ?? words("noClass")), words.number(progress.total))
  }

  /// Every class with the names in it.
  static func all(_ store: Store) throws -> [(ClassProgress, [String])] {
    try store.classes().map { progress in (progress, try rows(progress, store).map(\.student.titledName)) }
  }

  private static func rows(_ progress: ClassProgress, _ store: Store) throws -> [StudentRow] {
    try store.roster(RosterFilter(classRoom: progress.classRoom), .first, limit: 5000)
      .filter { progress.classRoom != nil || $0.student.grade == nil }
  }
}

extension Student {
  /// As it stands on lists: the short title and the name.
  var titledName: String { (Title(rawValue: self[.title])?.thaiShort ?? "") + fullName }

  /// The class as it is called, empty where none is known.
  var className: String { grade.map { ClassRoom(grade: $0, room: self[.room]).thai } ?? "" }
}
