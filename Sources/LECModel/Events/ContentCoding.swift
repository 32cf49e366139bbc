// How each content is written and read: a map with small keys in ascending order. Read and write stand side by side, so that
// one is never changed without the other. Keys are never used again for something else.

extension CanonicalWriter {
  mutating func pair(_ key: UInt64, text: String) {
    unsigned(key)
    self.text(text)
  }
  mutating func pair(_ key: UInt64, integer: Int64) {
    unsigned(key)
    self.integer(integer)
  }
  mutating func pair(_ key: UInt64, bytes: [UInt8]) {
    unsigned(key)
    byteString(bytes)
  }
  mutating func pair(_ key: UInt64, hash: Hash32?) {
    unsigned(key)
    if let hash { self.hash(hash) } else { null() }
  }
  mutating func pair(_ key: UInt64, flag: Bool) {
    unsigned(key)
    bool(flag)
  }
}

extension FieldChange {
  static func write(_ changes: [FieldChange], to out: inout CanonicalWriter) {
    out.map(changes.count)
    for change in changes.sorted(by: { $0.field < $1.field }) { out.pair(UInt64(change.field), text: change.value) }
  }

  static func read(_ value: CanonicalValue) -> [FieldChange]? {
    guard let map = value.map else { return nil }
    var changes: [FieldChange] = []
    for (key, value) in map.sorted(by: { $0.key < $1.key }) {
      guard let field = UInt8(exactly: key), let text = value.text else { return nil }
      changes.append(FieldChange(field: field, value: text))
    }
    return changes
  }
}

extension Genesis {
  func write(to out: inout CanonicalWriter) {
    out.map(7 + (continues == nil ? 0 : 1) + (unit == nil ? 0 : 1))
    out.pair(1, text: device)
    out.pair(2, bytes: signingKey)
    out.pair(3, bytes: boxKey)
    out.pair(4, bytes: nonce)
    out.pair(5, text: reason.rawValue)
    out.pair(6, hash: lastHead?.hash)
    out.pair(7, flag: training)
    if let continues {
      out.unsigned(8)
      out.array(2)
      out.hash(continues.chain.hash)
      out.byteString(continues.signature)
    }
    if let unit { out.pair(9, text: unit.text) }
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let device = m[1]?.text, let signing = m[2]?.bytes, let box = m[3]?.bytes,
      let nonce = m[4]?.bytes, let reason = m[5]?.text.flatMap(Reason.init), let training = m[7]?.flag
    else { return nil }
    var continues: Continuation?
    if let pair = m[8] {
      guard let items = pair.items, items.count == 2, let chain = items[0].hash, let signature = items[1].bytes else {
        return nil
      }
      continues = Continuation(chain: ChainID(chain), signature: signature)
    }
    self.init(
      device: device, signingKey: signing, boxKey: box, nonce: nonce, reason: reason,
      lastHead: m[6]?.hash.map(EventID.init), training: training, continues: continues,
      unit: m[9]?.text.map { UnitCode($0) })
  }
}

extension Unit {
  func write(to out: inout CanonicalWriter, ends: [ChainHead]) {
    let extra = [closed != nil, office != nil, hasNoComputer, successor != nil, !ends.isEmpty].count { $0 }
    out.map(9 + extra)
    out.pair(1, text: code.text)
    out.pair(2, text: kind.rawValue)
    out.pair(3, text: name)
    out.pair(4, text: parent?.text ?? "")
    out.pair(5, text: district)
    out.pair(6, text: province)
    out.pair(7, text: contact?.unit ?? "")
    out.pair(8, text: contact?.person ?? "")
    out.pair(9, text: contact?.phone ?? "")
    if let closed { out.pair(10, text: closed.iso) }
    if let office { out.pair(11, text: office.text) }
    if hasNoComputer { out.pair(12, flag: true) }
    if let successor { out.pair(13, text: successor.text) }
    if !ends.isEmpty {
      out.unsigned(14)
      ChainHead.write(ends, to: &out)
    }
  }

  static func readSetting(_ value: CanonicalValue) -> EventContent? {
    guard let unit = Unit(value) else { return nil }
    guard let named = value.map?[14] else { return .unit(unit) }
    guard let ends = ChainHead.read(named), !ends.isEmpty else { return nil }
    return .unit(unit, ends: ends)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let code = m[1]?.text, let kind = m[2]?.text.flatMap(UnitKind.init), let name = m[3]?.text,
      let parent = m[4]?.text, let district = m[5]?.text, let province = m[6]?.text, let office = m[7]?.text,
      let person = m[8]?.text, let phone = m[9]?.text
    else { return nil }
    self.init(
      code: UnitCode(code), kind: kind, name: name, parent: parent.isEmpty ? nil : UnitCode(parent),
      district: district, province: province,
      contact: office.isEmpty && phone.isEmpty ? nil : Contact(unit: office, person: person, phone: phone))
    if let day = m[10]?.text {
      guard let date = CalendarDate(iso: day) else { return nil }
      closed = date
    }
    self.office = m[11]?.text.map { UnitCode($0) }
    hasNoComputer = m[12]?.flag ?? false
    successor = m[13]?.text.map { UnitCode($0) }
  }
}

extension Account {
  func write(to out: inout CanonicalWriter) {
    out.map(3)
    out.pair(1, text: user.text)
    out.pair(2, text: unit.text)
    out.pair(3, text: role.rawValue)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let user = m[1]?.text, let unit = m[2]?.text, let role = m[3]?.text.flatMap(Role.init)
    else { return nil }
    self.init(user: UserName(user), unit: UnitCode(unit), role: role)
  }
}

extension Profile {
  func write(to out: inout CanonicalWriter) {
    out.map(6)
    out.pair(1, text: user.text)
    out.pair(2, text: first)
    out.pair(3, text: last)
    out.pair(4, text: position)
    out.pair(5, text: phone)
    out.pair(6, bytes: key)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let user = m[1]?.text, let first = m[2]?.text, let last = m[3]?.text,
      let position = m[4]?.text, let phone = m[5]?.text, let key = m[6]?.bytes
    else { return nil }
    self.init(user: UserName(user), first: first, last: last, position: position, phone: phone, key: key)
  }
}

extension Handover {
  func write(to out: inout CanonicalWriter) {
    out.map(2)
    out.pair(1, text: user.text)
    out.pair(2, text: note)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let user = m[1]?.text, let note = m[2]?.text else { return nil }
    self.init(user: UserName(user), note: note)
  }
}

extension Explanation {
  func write(to out: inout CanonicalWriter) {
    out.map(3)
    out.pair(1, text: check)
    out.pair(2, text: about)
    out.pair(3, text: words)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let check = m[1]?.text, let about = m[2]?.text, let words = m[3]?.text else { return nil }
    self.init(check: check, about: about, words: words)
  }
}

extension Cancellation {
  func write(to out: inout CanonicalWriter) {
    out.map(3)
    out.pair(1, text: round.text)
    out.pair(2, text: dataset.rawValue)
    out.pair(3, text: reason)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let round = m[1]?.text.flatMap({ RoundKey($0) }),
      let dataset = m[2]?.text.flatMap(Dataset.init), let reason = m[3]?.text
    else { return nil }
    self.init(round: round, dataset: dataset, reason: reason)
  }
}

extension ReleaseRequest {
  func write(to out: inout CanonicalWriter) {
    out.map(3)
    out.pair(1, text: round.text)
    out.pair(2, text: dataset.rawValue)
    out.pair(3, text: words)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let round = m[1]?.text.flatMap({ RoundKey($0) }),
      let dataset = m[2]?.text.flatMap(Dataset.init), let words = m[3]?.text
    else { return nil }
    self.init(round: round, dataset: dataset, words: words)
  }
}

extension ImportMark {
  func write(to out: inout CanonicalWriter) {
    out.map(4)
    out.pair(1, text: file)
    out.pair(2, hash: fileHash)
    out.pair(3, integer: added)
    out.pair(4, integer: changed)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let file = m[1]?.text, let hash = m[2]?.hash, let added = m[3]?.figure,
      let changed = m[4]?.figure
    else { return nil }
    self.init(file: file, fileHash: hash, added: added, changed: changed)
  }
}

extension Round {
  func write(to out: inout CanonicalWriter) {
    out.map(8)
    out.pair(1, text: key.text)
    out.pair(2, integer: opens?.milliseconds ?? -1)
    out.pair(3, integer: closes?.milliseconds ?? -1)
    out.unsigned(4)
    out.array(deadlines.count)
    for deadline in deadlines {
      out.array(3)
      out.text(deadline.level.rawValue)
      out.integer(deadline.due.milliseconds)
      out.bool(deadline.isFinal)
    }
    out.pair(5, text: reference.iso)
    out.pair(6, text: policy.rawValue)
    out.unsigned(7)
    out.array(datasets.count)
    for dataset in datasets { out.text(dataset.rawValue) }
    out.unsigned(8)
    out.array(2)
    out.integer(Int64(ages.centreFrom))
    out.integer(Int64(ages.centreBelow))
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let key = m[1]?.text.flatMap({ RoundKey($0) }), let opens = m[2]?.integer,
      let closes = m[3]?.integer, let rows = m[4]?.items, let reference = m[5]?.text.flatMap({ CalendarDate(iso: $0) }),
      let policy = m[6]?.text.flatMap(EditPolicy.init), let names = m[7]?.items, let ages = m[8]?.items,
      ages.count == 2,
      let from = ages[0].integer, let below = ages[1].integer
    else { return nil }
    var deadlines: [Deadline] = []
    for row in rows {
      guard let cells = row.items, cells.count == 3, let level = cells[0].text.flatMap(Level.init),
        let due = cells[1].integer, let final = cells[2].flag
      else { return nil }
      deadlines.append(Deadline(level: level, due: Moment(milliseconds: due), isFinal: final))
    }
    let datasets = names.compactMap { $0.text.flatMap(Dataset.init) }
    guard datasets.count == names.count else { return nil }
    self.init(
      key: key, opens: opens < 0 ? nil : Moment(milliseconds: opens),
      closes: closes < 0 ? nil : Moment(milliseconds: closes), deadlines: deadlines, reference: reference,
      policy: policy, datasets: datasets, ages: AgeRule(centreFrom: Int(from), centreBelow: Int(below)))
  }
}
