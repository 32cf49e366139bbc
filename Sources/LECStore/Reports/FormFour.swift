import LECModel

/// RP-04. Form 4 of the letter of 2562: the recording of schools of other affiliations, school by school.
struct FormFour: Report {
  let name = "form4"
  let kinds: [UnitKind] = [.authority, .province]
  let rule = Rule.rp04

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    let (unit, round) = try store.reportScope()
    let recorded = try store.othersRecorded(round.key)
    var grid = Grid("", Self.columns(words), groupTitle: words("authority"))
    var number = 0
    var sums = OtherSums()
    for data in try store.authorityData(under: unit, round) {
      let schools = try store.otherSchools(of: data.unit.code, round: round.key)
      if schools.isEmpty { continue }
      let confirmed = try Self.confirmed(data.standing.state(.others), store, words)
      grid.group(data.heading(words), confirmed)
      for row in schools {
        number += 1
        let day = recorded[row.record]
        let on = day.map { words("recordedOn", words.day($0)) } ?? words("notRecorded")
        let end = row.school.isDissolved ? words("dissolved") : ""
        grid.row(
          [
            .figure(number), .code(row.school.code), .text(row.school.name),
            .text(words.affiliation(row.school.affiliation)),
          ] + OtherCountList.grades(OtherCounts(row.cells)) + [
            .text(on + (end.isEmpty ? "" : "  " + end)), day.map { .date($0) } ?? .empty, .text(end), .text(confirmed),
          ])
      }
      sums.add(OtherSums(schools))
    }
    paper.parts.append(.grid(grid))
    paper.parts += OtherCountList.sums(sums, words)
    paper.sign(words, unit.kind)
  }

  private static func columns(_ words: ReportWords) -> [Column] {
    [
      Column(words("no"), 4, .figure), Column(words("code"), 14, .code), Column(words("school"), 36),
      Column(words("affiliation"), 18).at(0, 18, head: words("affiliation")),
    ] + OtherCountList.gradeColumns(words, line: 1) + [
      Column("", 0).at(2, 70, indent: 5).inText, Column(words("recorded"), 11, .date).onSheets,
      Column(words("dissolved"), 9).onSheets, Column(words("standing"), 24).onSheets,
    ]
  }

  /// The counts of one authority are confirmed as a whole.
  private static func confirmed(_ state: DatasetState?, _ store: Store, _ words: ReportWords) throws -> String {
    guard let state else { return "" }
    guard state.name == .confirmed, let confirmed = state.confirmed else {
      return words("state." + state.name.rawValue)
    }
    return words(
      "confirmedOn", words.day(confirmed.at.date)) + "  " + (try store.position(of: confirmed) ?? confirmed.person)
  }
}

extension Store {
  /// The position of who confirmed, as it was then: papers name positions.
  func position(of confirmed: ConfirmedBy) throws -> String? {
    guard let n = try log.number(of: confirmed.event), let event = try log.event(n) else { return nil }
    return try ProfileTable(connection: connection).holder(of: event.header.author, at: n)?.position
  }

  static let lastCounting = "SELECT school, tie, max(lamport) FROM other_count WHERE round = ?1 GROUP BY school"

  /// The day on which the counts of each school of another affiliation were recorded last.
  func othersRecorded(_ round: RoundKey) throws -> [RecordID: CalendarDate] {
    var out: [RecordID: CalendarDate] = [:]
    let rows = try connection.all(Self.lastCounting, [.text(round.text)]) {
      (RecordID(EventID($0.hash(0))), EventID($0.hash(1)))
    }
    for (school, id) in rows {
      guard let n = try log.number(of: id), let event = try log.event(n) else { continue }
      out[school] = event.header.time.date
    }
    return out
  }
}
