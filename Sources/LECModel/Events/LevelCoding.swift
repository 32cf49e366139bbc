// How the acts of the levels are written and read; see ContentCoding.swift for the rules that hold here.

extension Release {
  func write(to out: inout CanonicalWriter) {
    out.map(5)
    out.pair(1, text: unit.text)
    out.pair(2, text: round.text)
    out.pair(3, text: dataset.rawValue)
    out.pair(4, hash: confirmation.hash)
    out.pair(5, text: reason)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let unit = m[1]?.text, let round = m[2]?.text.flatMap({ RoundKey($0) }),
      let dataset = m[3]?.text.flatMap(Dataset.init), let confirmation = m[4]?.hash, let reason = m[5]?.text
    else { return nil }
    self.init(
      unit: UnitCode(unit), round: round, dataset: dataset, confirmation: EventID(confirmation), reason: reason)
  }
}

extension Acceptance {
  func write(to out: inout CanonicalWriter) {
    out.map(5)
    out.pair(1, text: unit.text)
    out.pair(2, text: round.text)
    out.pair(3, text: dataset.rawValue)
    out.pair(4, hash: confirmation.hash)
    out.pair(5, text: words)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let unit = m[1]?.text, let round = m[2]?.text.flatMap({ RoundKey($0) }),
      let dataset = m[3]?.text.flatMap(Dataset.init), let confirmation = m[4]?.hash, let words = m[5]?.text
    else { return nil }
    self.init(unit: UnitCode(unit), round: round, dataset: dataset, confirmation: EventID(confirmation), words: words)
  }
}

extension Exemption {
  func write(to out: inout CanonicalWriter) {
    out.map(4)
    out.pair(1, text: unit.text)
    out.pair(2, text: round.text)
    out.pair(3, integer: until.milliseconds)
    out.pair(4, text: reason)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let unit = m[1]?.text, let round = m[2]?.text.flatMap({ RoundKey($0) }),
      let until = m[3]?.integer, let reason = m[4]?.text
    else { return nil }
    self.init(unit: UnitCode(unit), round: round, until: Moment(milliseconds: until), reason: reason)
  }
}

extension Note {
  func write(to out: inout CanonicalWriter) {
    out.map(2)
    out.pair(1, text: unit.text)
    out.pair(2, text: words)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let unit = m[1]?.text, let words = m[2]?.text else { return nil }
    self.init(unit: UnitCode(unit), words: words)
  }
}

extension SnapshotRow {
  func write(to out: inout CanonicalWriter) {
    out.array(7)
    out.text(unit.text)
    out.text(dataset.rawValue)
    out.hash(digest)
    out.integer(total)
    out.integer(male)
    out.integer(female)
    out.bool(isConfirmed)
  }

  package init?(_ value: CanonicalValue) {
    guard let f = value.items, f.count == 7, let unit = f[0].text, let dataset = f[1].text.flatMap(Dataset.init),
      let digest = f[2].hash, let total = f[3].integer, let male = f[4].integer, let female = f[5].integer,
      let confirmed = f[6].flag, [total, male, female].allSatisfy({ (0...1 << 32).contains($0) })
    else { return nil }
    self.init(
      unit: UnitCode(unit), dataset: dataset, digest: digest, total: total, male: male, female: female,
      isConfirmed: confirmed)
  }
}

extension SnapshotPart {
  func write(to out: inout CanonicalWriter) {
    out.map(3)
    out.pair(1, text: round.text)
    out.pair(2, text: province.text)
    out.unsigned(3)
    out.array(rows.count)
    for row in rows { row.write(to: &out) }
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let round = m[1]?.text.flatMap({ RoundKey($0) }), let province = m[2]?.text,
      let items = m[3]?.items
    else { return nil }
    let rows = items.compactMap { SnapshotRow($0) }
    guard rows.count == items.count else { return nil }
    self.init(round: round, province: UnitCode(province), rows: rows)
  }
}

extension Snapshot {
  func write(to out: inout CanonicalWriter) {
    out.map(4)
    out.pair(1, text: round.text)
    out.pair(2, text: reference.iso)
    out.unsigned(3)
    out.array(parts.count)
    for part in parts {
      out.array(4)
      out.text(part.province.text)
      out.hash(part.root)
      out.integer(part.rows)
      out.integer(part.total)
    }
    out.pair(4, hash: root)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let round = m[1]?.text.flatMap({ RoundKey($0) }),
      let reference = m[2]?.text.flatMap({ CalendarDate(iso: $0) }), let items = m[3]?.items, let root = m[4]?.hash
    else { return nil }
    var parts: [Part] = []
    for item in items {
      guard let f = item.items, f.count == 4, let province = f[0].text, let root = f[1].hash, let rows = f[2].integer,
        let total = f[3].integer, [rows, total].allSatisfy({ (0...1 << 32).contains($0) })
      else { return nil }
      parts.append(Part(province: UnitCode(province), root: root, rows: rows, total: total))
    }
    self.init(round: round, reference: reference, parts: parts, root: root)
  }
}

extension Amendment {
  func write(to out: inout CanonicalWriter) {
    out.map(4)
    out.pair(1, text: round.text)
    out.pair(2, integer: number)
    out.unsigned(3)
    row.write(to: &out)
    out.pair(4, text: reason)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let round = m[1]?.text.flatMap({ RoundKey($0) }), let number = m[2]?.figure,
      let row = m[3].flatMap({ SnapshotRow($0) }), let reason = m[4]?.text
    else { return nil }
    self.init(round: round, number: number, row: row, reason: reason)
  }
}

extension Claim {
  func write(to out: inout CanonicalWriter) {
    out.map(7)
    out.pair(1, integer: number)
    out.pair(2, text: asked.unit.text)
    out.pair(3, hash: asked.record.event.hash)
    out.pair(4, text: other.unit.text)
    out.pair(5, hash: other.record.event.hash)
    out.pair(6, text: evidence.rawValue)
    out.pair(7, text: due.iso)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let number = m[1]?.figure, let unit = m[2]?.text, let record = m[3]?.hash,
      let otherUnit = m[4]?.text, let otherRecord = m[5]?.hash, let evidence = m[6]?.text.flatMap(Evidence.init),
      let due = m[7]?.text.flatMap({ CalendarDate(iso: $0) })
    else { return nil }
    self.init(
      number: number, asked: Side(unit: UnitCode(unit), record: RecordID(EventID(record))),
      other: Side(unit: UnitCode(otherUnit), record: RecordID(EventID(otherRecord))), evidence: evidence, due: due)
  }
}

extension ClaimAnswer {
  func write(to out: inout CanonicalWriter) {
    out.map(2)
    out.pair(1, text: answer.rawValue)
    out.pair(2, text: words)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let answer = m[1]?.text.flatMap(Answer.init), let words = m[2]?.text else { return nil }
    self.init(answer: answer, words: words)
  }
}

extension ClaimDecision {
  func write(to out: inout CanonicalWriter) {
    out.map(2)
    out.pair(1, text: outcome.rawValue)
    out.pair(2, text: words)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let outcome = m[1]?.text.flatMap(Outcome.init), let words = m[2]?.text else { return nil }
    self.init(outcome: outcome, words: words)
  }
}

extension SampleDraw {
  func write(to out: inout CanonicalWriter) {
    out.map(6)
    out.pair(1, integer: number)
    out.pair(2, text: round.text)
    out.pair(3, text: seed)
    out.pair(4, integer: institutions)
    out.pair(5, integer: perInstitution)
    out.unsigned(6)
    out.array(children.count)
    for child in children {
      out.array(2)
      out.text(child.unit.text)
      out.hash(child.record.event.hash)
    }
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let number = m[1]?.figure, let round = m[2]?.text.flatMap({ RoundKey($0) }),
      let seed = m[3]?.text, let institutions = m[4]?.figure, let per = m[5]?.figure, let items = m[6]?.items
    else { return nil }
    var children: [Child] = []
    for item in items {
      guard let f = item.items, f.count == 2, let unit = f[0].text, let record = f[1].hash else { return nil }
      children.append(Child(unit: UnitCode(unit), record: RecordID(EventID(record))))
    }
    self.init(
      number: number, round: round, seed: seed, institutions: institutions, perInstitution: per, children: children)
  }
}

extension SampleResult {
  func write(to out: inout CanonicalWriter) {
    out.map(3)
    out.pair(1, hash: child.event.hash)
    out.pair(2, text: found.rawValue)
    out.pair(3, text: words)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let child = m[1]?.hash, let found = m[2]?.text.flatMap(Found.init), let words = m[3]?.text
    else { return nil }
    self.init(child: RecordID(EventID(child)), found: found, words: words)
  }
}

extension OtherSchool {
  func write(to out: inout CanonicalWriter) {
    out.map(4)
    out.pair(1, text: code)
    out.pair(2, text: name)
    out.pair(3, text: affiliation)
    out.pair(4, flag: isDissolved)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let code = m[1]?.text, let name = m[2]?.text, let affiliation = m[3]?.text,
      let dissolved = m[4]?.flag
    else { return nil }
    self.init(code: code, name: name, affiliation: affiliation, isDissolved: dissolved)
  }
}

extension OtherCounting {
  func write(to out: inout CanonicalWriter) {
    out.map(2)
    out.pair(1, text: round.text)
    out.unsigned(2)
    out.array(cells.count)
    for cell in cells.sorted(by: { $0.grade < $1.grade }) {
      out.array(4)
      out.text(cell.grade.rawValue)
      out.integer(cell.total)
      if let male = cell.male { out.integer(male) } else { out.null() }
      if let female = cell.female { out.integer(female) } else { out.null() }
    }
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let round = m[1]?.text.flatMap({ RoundKey($0) }), let items = m[2]?.items else {
      return nil
    }
    var cells: [Cell] = []
    for item in items {
      // No figure from elsewhere is so large that sums of them could overflow.
      guard let f = item.items, f.count == 4, let grade = f[0].text.flatMap(Grade.init), let total = f[1].integer,
        (0...1_000_000).contains(total), (0...1_000_000).contains(f[2].integer ?? 0),
        (0...1_000_000).contains(f[3].integer ?? 0)
      else { return nil }
      cells.append(Cell(grade: grade, total: total, male: f[2].integer, female: f[3].integer))
    }
    self.init(round: round, cells: cells)
  }
}
