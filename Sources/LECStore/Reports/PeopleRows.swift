import LECModel

/// Head counts in three rows, as paper forms have them: boys, girls, and all; beside them what is to be told of the place.
struct PeopleRows {
  /// Heads of the columns of figures, the last of which is the sum.
  let columns: [String]
  private static let figure = 6
  private static let sex = 4

  private var room: Int { Sheet.paper - 5 - (Self.sex + 1) - columns.count * (Self.figure + 1) }

  func head(_ sheet: inout Sheet, _ name: String, _ words: ReportWords) {
    sheet.columnHead {
      $0.row(
        [(words("no"), -4), (name, room), ("", Self.sex)] + columns.map { ($0, -Self.figure) })
      $0.rule(Sheet.paper)
    }
  }

  /// An entry: of `text`, the first three lines stand beside the figures and the others below.
  func entry(
    _ sheet: inout Sheet, _ number: String, _ text: [String], _ pairs: [Counts.Pair], _ words: ReportWords
  ) {
    sheet.block()
    let sexes: [(String, (Counts.Pair) -> Int)] = [
      ("boys", \.male), ("girls", \.female), ("both", \.total),
    ]
    for (i, (key, count)) in sexes.enumerated() {
      sheet.row(
        [(i == 0 ? number : "", -4), (i < text.count ? text[i] : "", room), (words(key), Self.sex)]
          + pairs.map { (words.number(count($0)), -Self.figure) })
    }
    for line in text.dropFirst(3) { sheet.row([("", 4), (line, Sheet.paper - 5)]) }
  }
}

extension Sheet {
  /// A local authority as the heading of its entries.
  mutating func authority(_ data: AuthorityData, _ words: ReportWords) {
    heading()
    line()
    let district = data.unit.district.isEmpty ? "" : words("district", data.unit.district) + "  "
    line(district + data.unit.name + "  (" + words("authorityKind.\(data.kind.rawValue).short") + ")")
  }
}

extension DatasetState {
  /// Where the recording stands, as short as a column is.
  func said(_ words: ReportWords) -> String {
    if name == .confirmed, let confirmed { return words("confirmedOn", words.day(confirmed.at.date)) }
    return words("state." + name.rawValue)
  }
}
