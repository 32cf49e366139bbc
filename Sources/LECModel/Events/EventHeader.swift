/// The head of an event: who, when, where in the chain, about what. Its hash is the event's identity.
package struct EventHeader: Equatable, Sendable {
  package static let format: Int64 = 1

  package var chain: ChainID
  package var sequence: Int64
  /// The event before this one in its chain; zero for the first.
  package var previous: EventID
  package var lamport: Int64
  /// The time the author's machine claimed. Shown, never used to order.
  package var time: Moment
  package var author: UserName
  package var unit: UnitCode
  /// The number of the kind; a number that this version does not know is kept and passed on unread.
  package var kindNumber: UInt16
  /// The record this is about; nil when the event creates it, or is about none.
  package var record: RecordID?
  /// The heads of that record that the author had seen.
  package var base: [EventID]
  package var bodyHash: Hash32

  package var kind: EventKind? { EventKind(rawValue: kindNumber) }

  package init(
    chain: ChainID, sequence: Int64, previous: EventID, lamport: Int64, time: Moment, author: UserName,
    unit: UnitCode, kind: EventKind, record: RecordID?, base: [EventID], bodyHash: Hash32
  ) {
    self.chain = chain
    self.sequence = sequence
    self.previous = previous
    self.lamport = lamport
    self.time = time
    self.author = author
    self.unit = unit
    self.kindNumber = kind.rawValue
    self.record = record
    self.base = base
    self.bodyHash = bodyHash
  }

  /// The child this is about, when it is about one: the event that enters a child is itself the record.
  package func child(_ id: EventID) -> RecordID? { record ?? (kind == .studentAdded ? RecordID(id) : nil) }

  /// A header from elsewhere, whose kind this version may not know.
  package init(
    chain: ChainID, sequence: Int64, previous: EventID, lamport: Int64, time: Moment, author: UserName,
    unit: UnitCode, kindNumber: UInt16, record: RecordID?, base: [EventID], bodyHash: Hash32
  ) {
    self.chain = chain
    self.sequence = sequence
    self.previous = previous
    self.lamport = lamport
    self.time = time
    self.author = author
    self.unit = unit
    self.kindNumber = kindNumber
    self.record = record
    self.base = base
    self.bodyHash = bodyHash
  }

  /// Writes the exact bytes whose hash is the event's id.
  package func write(to out: inout CanonicalWriter) {
    out.array(12)
    out.integer(Self.format)
    out.hash(chain.hash)
    out.integer(sequence)
    out.hash(previous.hash)
    out.integer(lamport)
    out.integer(time.milliseconds)
    out.text(author.text)
    out.text(unit.text)
    out.unsigned(UInt64(kindNumber))
    if let record { out.hash(record.event.hash) } else { out.null() }
    out.array(base.count)
    for head in base { out.hash(head.hash) }
    out.hash(bodyHash)
  }

  /// Reads a header back; nil when the bytes are canonical but not a header of this format.
  package init?(_ value: CanonicalValue) {
    guard case .array(let f) = value, f.count == 12, f[0] == .integer(Self.format),
      let chain = f[1].hash, let sequence = f[2].integer, let previous = f[3].hash, let lamport = f[4].integer,
      let time = f[5].integer, let author = f[6].text, let unit = f[7].text,
      let kind = f[8].integer.flatMap({ UInt16(exactly: $0) }), case .array(let base) = f[10], let body = f[11].hash
    else { return nil }
    let heads = base.compactMap(\.hash)
    guard heads.count == base.count, f[9] == .null || f[9].hash != nil else { return nil }
    self.chain = ChainID(chain)
    self.sequence = sequence
    self.previous = EventID(previous)
    self.lamport = lamport
    self.time = Moment(milliseconds: time)
    self.author = UserName(author)
    self.unit = UnitCode(unit)
    self.kindNumber = kind
    self.record = f[9].hash.map { RecordID(EventID($0)) }
    self.base = heads.map(EventID.init)
    self.bodyHash = body
  }
}

extension CanonicalValue {
  package var integer: Int64? { if case .integer(let v) = self { v } else { nil } }
  /// A running number or a count: never so large that adding to it could run over.
  var figure: Int64? { integer.flatMap { (0...1 << 32).contains($0) ? $0 : nil } }
  package var text: String? { if case .text(let v) = self { v } else { nil } }
  package var bytes: [UInt8]? { if case .bytes(let v) = self { v } else { nil } }
  package var flag: Bool? { if case .bool(let v) = self { v } else { nil } }
  package var items: [CanonicalValue]? { if case .array(let v) = self { v } else { nil } }
  package var map: [Int64: CanonicalValue]? { if case .map(let v) = self { v } else { nil } }
  package var hash: Hash32? { bytes.flatMap { Hash32($0) } }
}
