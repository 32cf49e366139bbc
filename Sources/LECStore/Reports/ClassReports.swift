import LECModel

/// PU-01, PU-04. The name list to post, class by class: names only, no numbers of people.
struct NameList: Report {
  let name = "nameList"
  let kinds = UnitKind.institutions
  let rule = Rule.pu01

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    var sheet = Sheet()
    try sheet.head(words("nameList"), store, words)
    for progress in try store.classes() {
      try ClassRows.heading(progress, &sheet, words)
      for (i, row) in try ClassRows.rows(progress, store).enumerated() {
        let title = Title(rawValue: row.student[.title])?.thaiShort ?? ""
        sheet.row([(String(i + 1), -4), (title + row.student.fullName, 50)])
      }
      sheet.line()
    }
    sheet.foot(words)
    return sheet.lines
  }
}

/// The sheet a class teacher fills in by hand: one line a child, three boxes.
struct ClassSheets: Report {
  let name = "classSheets"
  let kinds = UnitKind.institutions
  let rule = Rule.pu04

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    var sheet = Sheet()
    for progress in try store.classes() {
      try sheet.head(words("classSheet"), store, words)
      try ClassRows.heading(progress, &sheet, words)
      sheet.row([
        (words("no"), -4), (words("name"), 36), (words("present"), 8), (words("absent"), 8), (words("later"), 8),
      ])
      sheet.rule()
      for (i, row) in try ClassRows.rows(progress, store).enumerated() {
        let title = Title(rawValue: row.student[.title])?.thaiShort ?? ""
        sheet.row([(String(i + 1), -4), (title + row.student.fullName, 36), ("[  ]", 8), ("[  ]", 8), ("[  ]", 8)])
      }
      sheet.foot(words)
      sheet.line("\u{2500}\u{2500}\u{2500}")
    }
    return sheet.lines
  }
}

/// The rows of a class in the order in which every sheet numbers them.
enum ClassRows {
  static func heading(_ progress: ClassProgress, _ sheet: inout Sheet, _ words: ReportWords) throws {
    sheet.line(words("class", progress.classRoom?.thai ?? words("noClass"), String(progress.total)))
    sheet.rule()
  }

  static func rows(_ progress: ClassProgress, _ store: Store) throws -> [StudentRow] {
    try store.roster(RosterFilter(classRoom: progress.classRoom), .first, limit: 5000)
      .filter { progress.classRoom != nil || $0.student.grade == nil }
  }
}
