import LECModel

/// RP-04. Form 4 of the letter of 2562: the recording of schools of other affiliations, school by school.
struct FormFour: Report {
  let name = "form4"
  let kinds: [UnitKind] = [.authority, .province]
  let rule = Rule.rp04

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    let (unit, round) = try store.reportScope()
    let recorded = try store.othersRecorded(round.key)
    var sheet = Sheet()
    try sheet.head(words("form4"), store, words)
    sheet.columnHead {
      $0.row([(words("no"), -4), (words("code"), 14), (words("school"), 36), (words("affiliation"), 18)])
      $0.gradeHead(words)
      $0.rule(Sheet.paper)
    }
    var number = 0
    var sums = OtherSums()
    for data in try store.authorityData(under: unit, round) {
      let schools = try store.otherSchools(of: data.unit.code, round: round.key)
      if schools.isEmpty { continue }
      sheet.authority(data, words)
      sheet.line(try Self.confirmed(data.standing.state(.others), store, words))
      for row in schools {
        number += 1
        sheet.block()
        sheet.row([
          (words.number(number), -4), (words.digits(row.school.code), 14), (row.school.name, 36),
          (words.affiliation(row.school.affiliation), 18),
        ])
        sheet.grades(OtherCounts(row.cells), words)
        let on = recorded[row.record].map { words("recordedOn", words.day($0)) } ?? words("notRecorded")
        sheet.line("     " + on + (row.school.isDissolved ? "  " + words("dissolved") : ""))
      }
      sums.add(OtherSums(schools))
    }
    sheet.sums(sums, words)
    sheet.foot(words, unit.kind)
    return Pages.lines(sheet, title: words("form4"), words)
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
