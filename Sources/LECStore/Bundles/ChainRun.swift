import LECModel

/// A piece of one chain in order, vouched for by its device's signature over the last event.
struct ChainRun: Sendable {
  var chain: ChainID
  var events: [RawEvent]
  var signature: [UInt8]
  /// What the salts of the events follow from, where their receiver may have it.
  var salts: SaltSeed?

  var head: ChainHead? {
    events.last.map { ChainHead(chain: chain, sequence: $0.header.sequence, id: $0.id) }
  }
}

extension ChainRun {
  /// The seed, when it makes the file smaller: when more salts follow from it than it is long.
  var saltsWorthNaming: SaltSeed? {
    guard let salts else { return nil }
    var found = 0
    for event in events where event.body != nil && salts.salt(event.header.sequence) == event.salt {
      found += 1
      if found > SaltSeed.size / SaltSeed.saltSize { return salts }
    }
    return nil
  }
}

/// The content of a bundle: runs of chains. Hashes are not carried but worked out again, so that nothing can disagree with them.
enum BundleContent {
  static let version: Int64 = 1

  static func write(_ runs: [ChainRun]) -> [UInt8] {
    var words = WordList()
    var places: [EventID: (run: Int, sequence: Int64)] = [:]
    for (i, run) in runs.enumerated() {
      for event in run.events {
        places[event.id] = (i, event.header.sequence)
        words.add(event.header.author.text)
        words.add(event.header.unit.text)
      }
    }
    var out = CanonicalWriter(reserving: 1 << 16)
    out.array(3)
    out.integer(version)
    out.array(words.all.count)
    for word in words.all { out.text(word) }
    out.array(runs.count)
    for (i, run) in runs.enumerated() { write(run, i, words, places, to: &out) }
    return out.bytes
  }

  private static func write(
    _ run: ChainRun, _ number: Int, _ words: WordList, _ places: [EventID: (run: Int, sequence: Int64)],
    to out: inout CanonicalWriter
  ) {
    let first = run.events.first?.header
    let salts = run.saltsWorthNaming
    out.array(8)
    out.hash(run.chain.hash)
    out.integer(first?.sequence ?? 0)
    out.hash(first?.previous.hash ?? .zero)
    out.integer(first?.lamport ?? 0)
    out.integer(first?.time.milliseconds ?? 0)
    out.byteString(salts?.bytes ?? [])
    out.array(run.events.count)
    var lamport = first?.lamport ?? 0, time = first?.time.milliseconds ?? 0
    // Only what stands before can be named by its place: a reader meets everything in order.
    func reference(_ id: EventID, from sequence: Int64) {
      if let place = places[id], (place.run, place.sequence) < (number, sequence) {
        out.array(2)
        out.integer(Int64(place.run))
        out.integer(place.sequence)
      } else {
        out.hash(id.hash)
      }
    }
    for event in run.events {
      let h = event.header
      out.array(10)
      out.integer(h.lamport &- lamport)
      out.integer(h.time.milliseconds &- time)
      out.integer(Int64(words[h.author.text]))
      out.integer(Int64(words[h.unit.text]))
      out.unsigned(UInt64(h.kindNumber))
      if let record = h.record { reference(record.event, from: h.sequence) } else { out.null() }
      out.array(h.base.count)
      for head in h.base { reference(head, from: h.sequence) }
      if event.body != nil, let salts, salts.salt(h.sequence) == event.salt {
        out.null()
      } else {
        out.byteString(event.body == nil ? [] : event.salt)
      }
      out.byteString(event.body ?? h.bodyHash.bytes)
      out.byteString(event.signature)
      lamport = h.lamport
      time = h.time.milliseconds
    }
    out.byteString(run.signature)
  }

  /// How many names there can be: several for every unit there is.
  private static let mostWords = 1 << 19

  /// Reads the runs back and builds every header anew; `bad-content` for anything that is not of the form. Event by event: what a
  /// few bytes can claim to be is never in memory at once.
  static func read(_ plain: [UInt8], most: Int64 = BundleHeader.mostEvents) throws(BundleError) -> [ChainRun] {
    do {
      var reader = CanonicalReader(plain)
      guard try reader.array() == 3, let version = try reader.value(depth: 1).integer else {
        throw BundleError.badContent
      }
      guard version == Self.version else { throw BundleError.newerFormat }
      let count = try reader.array()
      guard count <= mostWords else { throw BundleError.badContent }
      var words: [String] = []
      for _ in 0..<count {
        guard let word = try reader.value(depth: 2).text else { throw BundleError.badContent }
        words.append(word)
      }
      var runs = RunReader(words: words, most: most)
      for _ in 0..<(try reader.array()) { try runs.read(&reader) }
      try reader.end()
      return runs.runs
    } catch let error as BundleError { throw error } catch { throw .badContent }
  }
}

/// The names that occur, each written once.
struct WordList {
  private(set) var all: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func add(_ word: String) {
    if numbers[word] == nil {
      numbers[word] = all.count
      all.append(word)
    }
  }

  subscript(_ word: String) -> Int { numbers[word] ?? 0 }
}

/// Builds headers from what a bundle carries. A run may refer to events of an earlier run, or of its own before.
struct RunReader {
  let words: [String]
  private(set) var runs: [ChainRun] = []
  private var ids: [[Int64: EventID]] = []
  /// How many events may still come.
  private var left: Int64

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
      let event = try self.event(try reader.value(depth: 4), run.chain, sequence, before, salts, &lamport, &time)
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

  private func event(
    _ value: CanonicalValue, _ chain: ChainID, _ sequence: Int64, _ previous: EventID, _ salts: SaltSeed?,
    _ lamport: inout Int64, _ time: inout Int64
  ) throws(BundleError) -> RawEvent {
    guard let f = value.items, f.count == 10, let step = f[0].integer, let later = f[1].integer,
      let author = f[2].integer.flatMap(word), let unit = f[3].integer.flatMap(word),
      let kind = f[4].integer.flatMap({ UInt16(exactly: $0) }), let bases = f[6].items, bases.count <= 64,
      let salt = f[7] == .null ? salts?.salt(sequence) : f[7].bytes, let body = f[8].bytes, let signature = f[9].bytes
    else { throw .badContent }
    lamport = lamport &+ step
    time = time &+ later
    guard (0..<Int64(1) << 53).contains(lamport) else { throw .badContent }
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

  private func word(_ number: Int64) -> String? {
    words.indices.contains(Int(truncatingIfNeeded: number)) && number >= 0 ? words[Int(number)] : nil
  }

  private func reference(_ value: CanonicalValue) -> EventID? {
    if let hash = value.hash { return EventID(hash) }
    guard let f = value.items, f.count == 2, let run = f[0].integer, let sequence = f[1].integer, run >= 0,
      ids.indices.contains(Int(run))
    else { return nil }
    return ids[Int(run)][sequence]
  }
}
