import LECModel
import LECStore

/// What is wrong on purpose in a training set, for whoever leads the training: where, who, what, what finds it, how it is mended.
@MainActor struct DemoList {
  let rows: [PlantedRow]

  init(_ plan: TrainingPlan) { rows = plan.planted }

  /// Beside the files, in a folder of its own: a folder of files is read whole, and this is none of them.
  static func path(in folder: String) -> String { folder + "/trainer/problems.txt" }

  func write(to folder: String, _ language: Language) throws {
    guard FileCare.makeFolders(folder + "/trainer") else { throw StoreError.cannotOpen(path: folder) }
    try FileCare.write(
      Array((lines(language).joined(separator: "\n") + "\n").utf8), to: Self.path(in: folder), isSynced: false)
  }

  func say(_ call: inout Call) throws -> ExitStatus {
    if call.wantsJSON {
      call.say(JSON.object([("problems", json(call.language))]).written)
    } else {
      for line in lines(call.language) { call.say(line) }
    }
    return .done
  }

  func json(_ language: Language) -> JSON {
    .list(
      rows.map { row in
        let kind = row.unit.kind
        return .object([
          ("unit", .text(row.unit.code.text)), ("problem", .text(row.problem.rawValue)),
          ("check", .optional(row.problem.check(in: kind)?.rawValue)),
          ("rule", .text(row.problem.rule(in: kind).rawValue)),
          ("child", .optional(row.child?.fullName)), ("grade", .optional(row.child?.grade?.rawValue)),
          ("room", .optional(row.child?[.room])), ("other", .optional(row.other?.code.text)),
          ("mend", .text(mend(row.problem).said(in: language))),
        ])
      })
  }

  private func lines(_ language: Language) -> [String] {
    var out = [language.text("demo.list.title"), ""]
    if rows.isEmpty { out.append(language.text("demo.list.none")) }
    var unit: UnitCode?
    for row in rows {
      if row.unit.code != unit {
        if unit != nil { out.append("") }
        out.append("\(row.unit.name)  \(row.unit.code.text)")
        unit = row.unit.code
      }
      out.append("  - " + ([child(row, language), what(row, language)].compactMap { $0 }).joined(separator: ": "))
      let rule = row.problem.rule(in: row.unit.kind).rawValue
      let found: TextKey = row.problem.check(in: row.unit.kind) == nil ? "demo.list.by-claim" : "demo.list.by-check"
      out.append("    " + Words.key(found, [.text("rule", rule)]).said(in: language))
      out.append("    " + mend(row.problem).said(in: language))
    }
    return out
  }

  private func child(_ row: PlantedRow, _ language: Language) -> String? {
    guard let child = row.child, let grade = child.grade else { return nil }
    let words = RosterRow.words(of: grade).said(in: language)
    return "\(child.fullName) (\(words)/\(child[.room]))"
  }

  private func what(_ row: PlantedRow, _ language: Language) -> String {
    Words.key(TextKey("demo.problem.\(row.problem.rawValue)"), [.text("other", row.other?.name ?? "")]).said(
      in: language)
  }

  private func mend(_ problem: PlantedProblem) -> Words { .key(TextKey("demo.mend.\(problem.rawValue)"), []) }
}
