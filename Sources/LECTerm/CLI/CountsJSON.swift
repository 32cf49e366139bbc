import LECModel
import LECStore

/// Counts as the contract writes them.
enum CountsJSON {
  static func object(_ counts: Counts) -> JSON {
    let all = counts.all
    return .object([
      ("total", .number(all.total)), ("male", .number(all.male)), ("female", .number(all.female)),
      ("byGrade", .object(counts.grades.map { ($0.rawValue, .number(counts.byGrade[$0]?.total ?? 0)) })),
    ])
  }
}
