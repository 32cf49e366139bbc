import LECModel

/// Head counts by sex in several columns: in text three lines under each other, on wider sheets three columns beside each other.
struct PeopleRows {
  /// Heads of the columns of figures, the last of which is the sum.
  let heads: [String]
  private static let figure = 6
  private static let sex = 4

  /// What is left in text for the place's own lines.
  var room: Int { Sheet.paper - 5 - (Self.sex + 1) - heads.count * (Self.figure + 1) }

  private static let sexes = ["boys", "girls", "both"]

  /// The columns: those of the place, and the figures.
  func columns(_ place: [Column], _ words: ReportWords) -> [Column] {
    place + Self.sexes.enumerated().map { Column("", 0).at($0.offset, Self.sex).inText }
      + heads.flatMap { head in
        Self.sexes.enumerated().map { line, sex in
          Column(words(sex), 6, .figure, over: head).at(line, Self.figure, head: line == 0 ? head : "")
        }
      }
  }

  func cells(_ pairs: [Counts.Pair], _ words: ReportWords) -> [Cell] {
    Self.sexes.map { .text(words($0)) }
      + pairs.flatMap { [.figure($0.male), .figure($0.female), .figure($0.total)] }
  }
}

extension AuthorityData {
  /// A local authority as the heading of its entries.
  func heading(_ words: ReportWords) -> String {
    let district = unit.district.isEmpty ? "" : words("district", unit.district) + "  "
    return district + unit.name + "  (" + words("authorityKind.\(kind.rawValue).short") + ")"
  }
}

extension DatasetState {
  /// Where the recording stands, as short as a column is.
  func said(_ words: ReportWords) -> String {
    if name == .confirmed, let confirmed { return words("confirmedOn", words.day(confirmed.at.date)) }
    return words("state." + name.rawValue)
  }
}
