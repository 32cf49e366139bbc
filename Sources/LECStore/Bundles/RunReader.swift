import LECModel

/// Builds headers from what a bundle carries. A run may refer to events of an earlier run, or of its own before.
struct RunReader {
  let words: [String]
  private(set) var runs: [ChainRun] = []
  private var ids: [[Int64: EventID]] = []
  private var seen: Set<EventID> = []
  /// Counters and times stay below: what lies between two of them is a number too, whatever stands beside what on the way on.
  private static let most = Int64(1) << 53
  /// More than any entry of ours holds.
  static let largestBody = 16 << 20
  /// How many events may still come.
  private var left: Int64
  /// How many of the names have occurred: they stand in the order in which they do, so that one content has one form.
  private var used = 0

  var hasUsedAllWords: Bool { used == words.count }

  init(words: [String], most: Int64) {
    self.words = words
    left = most
  }

  mutating func read(_ reader: inout CanonicalReader) throws {
    guard try reader.array() == 8, let chain = try reader.value(depth: 3).hash,
      let first = try reader.value(depth: 3).integer, first >= 0, let previous = try reader.value(depth: 3).hash,
      var lamport = try reader.value(depth: 3).integer, var time = try reader.value(depth: 3).integer,
      let seed = try reader.value(depth: 3).bytes
    else { throw BundleError.badContent }
    let salts = SaltSeed(seed)
    guard salts != nil || seed.isEmpty else { throw BundleError.badContent }
    ids.append([:])
    var run = ChainRun(chain: ChainID(chain), events: [], signature: [])
    var before = EventID(previous), sequence = first
    let count = try reader.array()
    guard count > 0, Int64(count) <= left else { throw BundleError.badContent }
    left -= Int64(count)
    for _ in 0..<count {
      let value = try reader.value(depth: 4)
      // The run itself says where it begins, and only that.
      guard !run.events.isEmpty || value.items?.prefix(2) == [.integer(0), .integer(0)] else {
        throw BundleError.badContent
      }
      let event = try self.event(value, run.chain, sequence, before, salts, &lamport, &time)
      // What stands in many runs would be looked at as often, and receipted.
      guard seen.insert(event.id).inserted else { throw BundleError.badContent }
      ids[ids.count - 1][sequence] = event.id
      before = event.id
      run.events.append(event)
      guard sequence < Int64.max else { throw BundleError.badContent }
      sequence += 1
    }
    guard let signature = try reader.value(depth: 3).bytes else { throw BundleError.badContent }
    run.signature = signature
    runs.append(run)
  }

  private mutating func event(
    _ value: CanonicalValue, _ chain: ChainID, _ sequence: Int64, _ previous: EventID, _ salts: SaltSeed?,
    _ lamport: inout Int64, _ time: inout Int64
  ) throws(BundleError) -> RawEvent {
    guard let f = value.items, f.count == 10, let step = f[0].integer, let later = f[1].integer,
      let author = word(f[2]), let unit = word(f[3]),
      let kind = f[4].integer.flatMap({ UInt16(exactly: $0) }), let bases = f[6].items, bases.count <= 64,
      let salt = f[7] == .null ? salts?.salt(sequence) : f[7].bytes, let body = f[8].bytes,
      body.count <= Self.largestBody, let signature = f[9].bytes
    else { throw .badContent }
    lamport = lamport &+ step
    let (moment, isBeyond) = time.addingReportingOverflow(later)
    guard (0..<Self.most).contains(lamport), !isBeyond, -Self.most < moment, moment < Self.most else {
      throw .badContent
    }
    time = moment
    var base: [EventID] = []
    for value in bases {
      guard let id = reference(value) else { throw .badContent }
      base.append(id)
    }
    var record: RecordID?
    if f[5] != .null {
      guard let id = reference(f[5]) else { throw .badContent }
      record = RecordID(id)
    }
    let isWhole = !salt.isEmpty
    guard salt.isEmpty || salt.count == 16, signature.isEmpty || signature.count == 64 else { throw .badContent }
    guard let bodyHash = isWhole ? Sodium.hash(body, key: salt) : Hash32(body) else { throw .badContent }
    let header = EventHeader(
      chain: chain, sequence: sequence, previous: previous, lamport: lamport, time: Moment(milliseconds: time),
      author: UserName(author), unit: UnitCode(unit), kindNumber: kind, record: record, base: base,
      bodyHash: bodyHash)
    return RawEvent(header, salt: salt, body: isWhole ? body : nil, signature: signature)
  }

  private mutating func word(_ place: CanonicalValue) -> String? {
    guard let number = place.integer, number >= 0, number <= Int64(used), number < Int64(words.count) else {
      return nil
    }
    used = max(used, Int(number) + 1)
    return words[Int(number)]
  }

  private func reference(_ value: CanonicalValue) -> EventID? {
    if let hash = value.hash { return EventID(hash) }
    guard let f = value.items, f.count == 2, let run = f[0].integer, let sequence = f[1].integer, run >= 0,
      ids.indices.contains(Int(run))
    else { return nil }
    return ids[Int(run)][sequence]
  }
}
