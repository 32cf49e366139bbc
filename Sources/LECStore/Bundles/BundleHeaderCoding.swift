import LECModel

// The clear header as canonical bytes: a map with the keys 1 to 17, all of them there and no others.
// Read and write stand side by side, so that one is never changed without the other. See lecterm-bundle(5).

extension BundleHeader {
  package var bytes: [UInt8] {
    var out = CanonicalWriter(reserving: 1024)
    out.map(17)
    out.unsigned(1)
    out.integer(Self.format)
    out.unsigned(2)
    out.text(kind.rawValue)
    out.unsigned(3)
    out.text(from.text)
    out.unsigned(4)
    out.array(to.count)
    for unit in to { out.text(unit.text) }
    out.unsigned(5)
    out.hash(chain.hash)
    out.unsigned(6)
    out.byteString(signingKey)
    out.unsigned(7)
    out.integer(number)
    out.unsigned(8)
    out.text(created.iso)
    out.unsigned(9)
    out.bool(training)
    out.unsigned(10)
    out.hash(root.hash)
    out.unsigned(11)
    out.integer(events)
    out.unsigned(12)
    out.integer(plainSize)
    out.unsigned(13)
    writeSeals(to: &out)
    out.unsigned(14)
    out.array(needs.count)
    for need in needs { out.text(need) }
    out.unsigned(15)
    out.array(introduction.count)
    for piece in introduction { out.byteString(piece) }
    out.unsigned(16)
    out.array(heads.count)
    for head in heads {
      out.array(3)
      out.hash(head.chain.hash)
      out.integer(head.sequence)
      out.hash(head.id.hash)
    }
    out.unsigned(17)
    out.value(.map(extensions))
    return out.bytes
  }

  private func writeSeals(to out: inout CanonicalWriter) {
    out.array(2)
    out.array(seals.count)
    for seal in seals {
      out.array(2)
      out.byteString(seal.key)
      out.byteString(seal.sealed)
    }
    guard let card else {
      out.null()
      return
    }
    out.array(4)
    out.byteString(card.salt)
    out.integer(card.operations)
    out.integer(card.memory)
    out.byteString(card.sealed)
  }

  package init(_ bytes: [UInt8]) throws(BundleError) {
    let value: CanonicalValue
    do { value = try CanonicalReader.read(bytes) } catch { throw .badHeader }
    guard let m = value.map, let format = m[1]?.integer, format >= Self.format else { throw .badHeader }
    guard format == Self.format else { throw .newerFormat }
    guard m.count == 17, let kind = m[2]?.text.flatMap(Kind.init), let from = m[3].flatMap(Self.unit),
      let to = Self.list(m[4], most: Container.mostRecipients, Self.unit), let chain = m[5]?.hash,
      let key = m[6]?.bytes, key.count == (kind == .delta ? 0 : 32), let number = m[7]?.integer, number >= 0,
      number < 1 << 53,
      let created = m[8]?.text.flatMap({ CalendarDate(iso: $0) }), created.iso == m[8]?.text,
      let training = m[9]?.flag, let root = m[10]?.hash,
      let events = m[11]?.integer, (0...Self.mostEvents).contains(events), let size = m[12]?.integer, size >= 0
    else { throw .badHeader }
    // The one claim that somebody would lie about to do harm: it is refused before anything is made ready for it.
    guard size <= Int64(Container.largestPlain) else { throw .bomb }
    self.init(
      kind: kind, from: from, to: to, chain: ChainID(chain), signingKey: key, number: number, created: created,
      training: training, root: EventID(root), events: events, plainSize: size)
    guard let pair = m[13]?.items, pair.count == 2,
      let seals = Self.list(pair[0], most: Container.mostRecipients + 1, Self.seal),
      let needs = Self.list(m[14], most: 32, { $0.text.flatMap { Self.isWord($0) ? $0 : nil } }),
      let introduction = Self.list(m[15], most: 64, { $0.bytes }),
      introduction.reduce(0, { $0 + $1.count }) <= Self.largestIntroduction,
      let heads = Self.list(m[16], most: Self.mostHeads, Self.head), let extensions = m[17]?.map
    else { throw .badHeader }
    if pair[1] != .null {
      guard let card = Self.card(pair[1]) else { throw .badHeader }
      self.card = card
    }
    // A starter file is opened with its card and nothing else is: a card elsewhere would be a second way in.
    guard (card != nil) == (kind == .starter) else { throw .badHeader }
    // Whose machine is to begin with it.
    guard kind != .starter || !to.isEmpty else { throw .badHeader }
    self.seals = seals
    self.needs = needs
    self.introduction = introduction
    self.heads = heads
    self.extensions = extensions
  }

  private static func list<T>(_ value: CanonicalValue?, most: Int, _ read: (CanonicalValue) -> T?) -> [T]? {
    guard let items = value?.items, items.count <= most else { return nil }
    let out = items.compactMap(read)
    return out.count == items.count ? out : nil
  }

  /// Digits alone: this is shown and becomes part of file names before anybody has vouched for it.
  private static func unit(_ value: CanonicalValue) -> UnitCode? {
    guard let text = value.text, (1...32).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39) ~= $0 })
    else { return nil }
    return UnitCode(text)
  }

  /// Small Latin letters, digits and hyphens.
  private static func isWord(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A) ~= $0 || (0x30...0x39) ~= $0 || $0 == 0x2D }
  }

  private static func seal(_ value: CanonicalValue) -> Seal? {
    guard let f = value.items, f.count == 2, let key = f[0].bytes, key.count == 8, let sealed = f[1].bytes,
      sealed.count == 80
    else { return nil }
    return Seal(key: key, sealed: sealed)
  }

  private static func card(_ value: CanonicalValue) -> CardSeal? {
    guard let f = value.items, f.count == 4, let salt = f[0].bytes, salt.count == 16, let operations = f[1].integer,
      let memory = f[2].integer, let sealed = f[3].bytes,
      Sodium.Cost(operations: operations, memory: memory) != nil, (72...1024).contains(sealed.count)
    else { return nil }
    return CardSeal(salt: salt, operations: operations, memory: memory, sealed: sealed)
  }

  private static func head(_ value: CanonicalValue) -> ChainHead? {
    guard let f = value.items, f.count == 3, let chain = f[0].hash, let sequence = f[1].integer, sequence >= 0,
      let id = f[2].hash
    else { return nil }
    return ChainHead(chain: ChainID(chain), sequence: sequence, id: EventID(id))
  }
}

extension CanonicalWriter {
  /// Any value in its one form: what is not understood can still be carried.
  fileprivate mutating func value(_ value: CanonicalValue) {
    switch value {
    case .integer(let v): integer(v)
    case .bytes(let v): byteString(v)
    case .text(let v): text(v)
    case .bool(let v): bool(v)
    case .null: null()
    case .array(let items):
      array(items.count)
      for item in items { self.value(item) }
    case .map(let items):
      map(items.count)
      // The order of the keys' bytes: 0 upwards, then -1 downwards.
      for key in items.keys.filter({ $0 >= 0 }).sorted() + items.keys.filter({ $0 < 0 }).sorted(by: >) {
        integer(key)
        if let item = items[key] { self.value(item) }
      }
    }
  }
}
