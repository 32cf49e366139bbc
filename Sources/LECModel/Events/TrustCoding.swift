// How the contents about trust are written and read; see ContentCoding.swift for the rules that hold here.

extension ChainHead {
  static func write(_ heads: [ChainHead], to out: inout CanonicalWriter) {
    out.array(heads.count)
    for head in heads {
      out.array(3)
      out.hash(head.chain.hash)
      out.integer(head.sequence)
      out.hash(head.id.hash)
    }
  }

  static func read(_ value: CanonicalValue?) -> [ChainHead]? {
    guard let items = value?.items else { return nil }
    var heads: [ChainHead] = []
    for item in items {
      guard let f = item.items, f.count == 3, let chain = f[0].hash, let sequence = f[1].integer, let id = f[2].hash
      else {
        return nil
      }
      heads.append(ChainHead(chain: ChainID(chain), sequence: sequence, id: EventID(id)))
    }
    return heads
  }
}

extension RootMade {
  func write(to out: inout CanonicalWriter) {
    out.map(3)
    out.pair(1, text: unit.text)
    out.pair(2, text: name)
    out.pair(3, bytes: spareKey)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let unit = m[1]?.text, let name = m[2]?.text, let key = m[3]?.bytes else { return nil }
    self.init(unit: UnitCode(unit), name: name, spareKey: key)
  }
}

extension Card {
  func write(to out: inout CanonicalWriter) {
    out.map(machine.isEmpty ? 5 : 6)
    out.pair(1, text: unit.text)
    out.pair(2, integer: term)
    out.pair(3, text: purpose.rawValue)
    out.pair(4, text: user.text)
    out.pair(5, bytes: enrolmentKey)
    if !machine.isEmpty { out.pair(6, bytes: machine) }
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let unit = m[1]?.text, let term = m[2]?.figure,
      let purpose = m[3]?.text.flatMap(Purpose.init), let user = m[4]?.text, let key = m[5]?.bytes
    else { return nil }
    self.init(
      unit: UnitCode(unit), term: term, purpose: purpose, user: UserName(user), enrolmentKey: key,
      machine: m[6]?.bytes ?? [])
  }
}

extension Join {
  func write(to out: inout CanonicalWriter) {
    out.map(3)
    out.pair(1, hash: card.hash)
    out.pair(2, bytes: signature)
    out.unsigned(3)
    ChainHead.write(heads, to: &out)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let card = m[1]?.hash, let signature = m[2]?.bytes, let heads = ChainHead.read(m[3]) else {
      return nil
    }
    self.init(card: EventID(card), signature: signature, heads: heads)
  }
}

extension JoinAccepted {
  func write(to out: inout CanonicalWriter) {
    out.map(rivals.isEmpty ? 1 : 2)
    out.pair(1, hash: join.hash)
    guard !rivals.isEmpty else { return }
    out.unsigned(2)
    out.array(rivals.count)
    for rival in rivals { out.hash(rival.hash) }
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let join = m[1]?.hash else { return nil }
    var rivals: [EventID] = []
    if let list = m[2] {
      guard let items = list.items, (1...Self.mostRivals).contains(items.count) else { return nil }
      for item in items {
        guard let hash = item.hash else { return nil }
        rivals.append(EventID(hash))
      }
    }
    self.init(join: EventID(join), rivals: rivals)
  }
}

extension TermEnd {
  func write(to out: inout CanonicalWriter) {
    out.map(4)
    out.pair(1, text: unit.text)
    out.pair(2, integer: term)
    out.unsigned(3)
    ChainHead.write(heads, to: &out)
    out.pair(4, text: reason)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let unit = m[1]?.text, let term = m[2]?.figure, let heads = ChainHead.read(m[3]),
      let reason = m[4]?.text
    else { return nil }
    self.init(unit: UnitCode(unit), term: term, heads: heads, reason: reason)
  }
}

extension BoxKey {
  func write(to out: inout CanonicalWriter) {
    out.map(6)
    out.pair(1, text: unit.text)
    out.pair(2, bytes: publicKey)
    out.pair(3, bytes: sealed)
    out.pair(4, bytes: salt)
    out.pair(5, integer: operations)
    out.pair(6, integer: memory)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let unit = m[1]?.text, let key = m[2]?.bytes, let sealed = m[3]?.bytes,
      let salt = m[4]?.bytes, let operations = m[5]?.integer, let memory = m[6]?.integer
    else { return nil }
    self.init(
      unit: UnitCode(unit), publicKey: key, sealed: sealed, salt: salt, operations: operations, memory: memory)
  }
}

extension Adoption {
  func write(to out: inout CanonicalWriter) {
    out.map(1)
    out.pair(1, hash: event.hash)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let event = m[1]?.hash else { return nil }
    self.init(event: EventID(event))
  }
}

extension BundleMark {
  func write(to out: inout CanonicalWriter) {
    out.map(3)
    out.pair(1, text: from.text)
    out.pair(2, hash: file)
    out.unsigned(3)
    ChainHead.write(heads, to: &out)
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let from = m[1]?.text, let file = m[2]?.hash, let heads = ChainHead.read(m[3]) else {
      return nil
    }
    self.init(from: UnitCode(from), file: file, heads: heads)
  }
}
