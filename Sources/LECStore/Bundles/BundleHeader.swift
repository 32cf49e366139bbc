package import LECModel

/// The clear head of a bundle: enough to know whose it is and whether one can open it, and nothing about anybody in it.
package struct BundleHeader: Equatable, Sendable {
  package static let format: Int64 = 1

  package enum Kind: String, CaseIterable, Sendable { case full, starter, delta }

  /// The content key, sealed to one box key; found by the first eight bytes of the key's hash.
  package struct Seal: Equatable, Sendable {
    package var key: [UInt8]
    package var sealed: [UInt8]

    package init(key: [UInt8], sealed: [UInt8]) {
      self.key = key
      self.sealed = sealed
    }
  }

  /// The content key of a starter file, sealed under the stretched secret of its card.
  package struct CardSeal: Equatable, Sendable {
    package var salt: [UInt8]
    package var operations: Int64
    package var memory: Int64
    package var sealed: [UInt8]
  }

  package var kind: Kind
  package var from: UnitCode
  package var to: [UnitCode]
  package var chain: ChainID
  package var signingKey: [UInt8]
  package var number: Int64
  /// The day only.
  package var created: CalendarDate
  package var training: Bool
  /// The fingerprint of the department whose tree this belongs to.
  package var root: EventID
  package var events: Int64
  package var plainSize: Int64
  package var seals: [Seal] = []
  package var card: CardSeal?
  /// Features that a reader must know to read the content rightly.
  package var needs: [String] = []
  /// For receivers who don't know the chain yet: how it came to its office (card, or the chain it goes on from).
  package var introduction: [[UInt8]] = []

  package init(
    kind: Kind, from: UnitCode, to: [UnitCode], chain: ChainID, signingKey: [UInt8], number: Int64,
    created: CalendarDate, training: Bool, root: EventID, events: Int64, plainSize: Int64
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.chain = chain
    self.signingKey = signingKey
    self.number = number
    self.created = created
    self.training = training
    self.root = root
    self.events = events
    self.plainSize = plainSize
  }

  var bytes: [UInt8] {
    var out = CanonicalWriter(reserving: 1024)
    out.map(15)
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

  init(_ bytes: [UInt8]) throws(BundleError) {
    let value: CanonicalValue
    do { value = try CanonicalReader.read(bytes) } catch { throw .badHeader }
    guard let m = value.map, let format = m[1]?.integer else { throw .badHeader }
    guard format == Self.format else { throw .newerFormat }
    guard m.count == 15, let kind = m[2]?.text.flatMap(Kind.init), let from = m[3]?.text, let to = m[4]?.items,
      let chain = m[5]?.hash, let key = m[6]?.bytes, key.count == 32, let number = m[7]?.integer, number >= 0,
      let created = m[8]?.text.flatMap({ CalendarDate(iso: $0) }), let training = m[9]?.flag, let root = m[10]?.hash,
      let events = m[11]?.integer, events >= 0, let size = m[12]?.integer, size >= 0, let seals = m[13]?.items,
      seals.count == 2, let needs = m[14]?.items, let introduction = m[15]?.items
    else { throw .badHeader }
    self.init(
      kind: kind, from: UnitCode(from), to: to.compactMap { $0.text.map { UnitCode($0) } }, chain: ChainID(chain),
      signingKey: key, number: number, created: created, training: training, root: EventID(root), events: events,
      plainSize: size)
    guard self.to.count == to.count else { throw .badHeader }
    try read(seals)
    self.needs = needs.compactMap(\.text)
    self.introduction = introduction.compactMap(\.bytes)
    guard self.needs.count == needs.count, self.introduction.count == introduction.count else { throw .badHeader }
  }

  private mutating func read(_ pair: [CanonicalValue]) throws(BundleError) {
    guard let list = pair[0].items, list.count <= Container.mostRecipients + 1 else { throw .badHeader }
    for item in list {
      guard let f = item.items, f.count == 2, let key = f[0].bytes, key.count == 8, let sealed = f[1].bytes else {
        throw .badHeader
      }
      seals.append(Seal(key: key, sealed: sealed))
    }
    if pair[1] == .null { return }
    guard let f = pair[1].items, f.count == 4, let salt = f[0].bytes, let operations = f[1].integer,
      let memory = f[2].integer, let sealed = f[3].bytes, (1...10).contains(operations),
      (8 << 10...256 << 20).contains(memory)
    else { throw .badHeader }
    card = CardSeal(salt: salt, operations: operations, memory: memory, sealed: sealed)
  }
}
