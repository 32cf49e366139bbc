import LECModel

/// RP-02. The sheet of the last random check, to take along: the children of each institution, with boxes to tick.
struct SampleSheet: Report {
  let name = "sampleSheet"
  let kinds: [UnitKind] = [.province]
  let rule = Rule.rp02

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    let (unit, _) = try store.reportScope()
    var sheet = Sheet()
    try sheet.head(words("sampleSheet"), store, words)
    guard let sample = try store.samples().first else {
      sheet.line(words("noSample"))
      return sheet.lines
    }
    sheet.line(words("sample", words.number(sample.draw.number), sample.draw.seed))
    sheet.line(words("sampleDone", words.number(sample.checked), words.number(sample.lines.count)))
    sheet.columnHead {
      $0.line()
      $0.row([
        (words("no"), -4), (words("name"), 30), (words("number"), 17), (words("grade"), 7), (words("present"), 8),
        (words("absent"), 8),
      ])
      $0.rule(Sheet.paper)
    }
    let people = try store.peopleInOffice()
    var last: UnitCode?
    for (i, line) in sample.lines.enumerated() {
      sheet.block()
      if line.unit.code != last {
        last = line.unit.code
        sheet.line(line.unit.name + "  " + words.digits(line.unit.code.text))
        if let person = people[line.unit.code] { sheet.line("     " + person.name + "  " + words.digits(person.phone)) }
      }
      let number = (try? IdentityNumber.read(line.number, yearBE: nil).get().grouped) ?? line.number
      let found = line.result?.found
      func box(_ is: SampleResult.Found) -> String { found == `is` ? "[x ]" : "[  ]" }
      sheet.row([
        (words.number(i + 1), -4), (line.name, 30), (words.digits(number), 17),
        (words.digits(Grade(rawValue: line.grade)?.thai ?? line.grade), 7), (box(.present), 8), (box(.absent), 8),
      ])
      if let told = line.result, !told.words.isEmpty || told.found == .unknown {
        sheet.row([("", 4), (words("found." + told.found.rawValue) + "  " + told.words, 74)])
      }
    }
    sheet.foot(words, unit.kind)
    return Pages.lines(sheet, title: words("sampleSheet"), words)
  }
}
