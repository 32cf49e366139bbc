import LECModel

/// RP-02. The sheet of the last random check, to take along: the children of each institution, with boxes to tick.
struct SampleSheet: Report {
  let name = "sampleSheet"
  let kinds: [UnitKind] = [.province]
  let rule = Rule.rp02

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    let (unit, _) = try store.reportScope()
    guard let sample = try store.samples().first else {
      paper.line(words("noSample"))
      return
    }
    paper.line(words("sample", words.number(sample.draw.number), sample.draw.seed))
    paper.line(words("sampleDone", words.number(sample.checked), words.number(sample.lines.count)))
    paper.line()
    var grid = Grid("", Self.columns(words), groupTitle: words("unit"))
    let people = try store.peopleInOffice()
    var last: UnitCode?
    for (i, line) in sample.lines.enumerated() {
      if line.unit.code != last {
        last = line.unit.code
        let person = people[line.unit.code].map { "     " + $0.name + "  " + words.digits($0.phone) }
        grid.group(line.unit.name + "  " + words.digits(line.unit.code.text), person ?? "")
      }
      grid.row(
        [.figure(i + 1), .text(line.name), .number(line.number)] + Self.result(line, words))
    }
    paper.parts.append(.grid(grid))
    paper.sign(words, unit.kind)
  }

  private static func columns(_ words: ReportWords) -> [Column] {
    [
      Column(words("no"), 4, .figure), Column(words("name"), 30), Column(words("number"), 17, .code),
      Column(words("grade"), 7), Column(words("present"), 8, .box), Column(words("absent"), 8, .box),
      Column(words("remark"), 24).at(1, 74, indent: 5),
    ]
  }

  private static func result(_ line: SampleEntry.Line, _ words: ReportWords) -> [Cell] {
    let found = line.result?.found
    let told = line.result.map { result in
      result.words.isEmpty && result.found != .unknown
        ? "" : words("found." + result.found.rawValue) + "  " + result.words
    }
    return [
      .text(words.digits(Grade(rawValue: line.grade)?.thai ?? line.grade)), .box(found == .present),
      .box(found == .absent), .text(told ?? ""),
    ]
  }
}
