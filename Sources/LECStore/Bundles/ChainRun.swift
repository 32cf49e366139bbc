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

  /// What its entries take, about: bodies and what stands around them.
  var weight: Int { events.reduce(0) { $0 + ($1.body?.count ?? 0) + 100 } }
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

  /// The names in these runs, in the order in which they occur.
  static func words(_ runs: [ChainRun]) -> WordList {
    var words = WordList()
    for event in runs.lazy.flatMap(\.events) {
      words.add(event.header.author.text)
      words.add(event.header.unit.text)
    }
    return words
  }

  static func write(_ runs: [ChainRun]) -> [UInt8] { write(runs, words(runs)) }

  static func write(_ runs: [ChainRun], _ words: WordList) -> [UInt8] {
    var places: [EventID: (run: Int, sequence: Int64)] = [:]
    for (i, run) in runs.enumerated() {
      for event in run.events { places[event.id] = (i, event.header.sequence) }
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
  static let mostWords = 1 << 19

  /// Reads the runs back and builds every header anew; `bad-content` for anything that is not of the form. Event by event: what a
  /// few bytes can claim to be is never in memory at once.
  static func read(_ plain: [UInt8], most: Int64 = BundleHeader.mostEvents) throws(BundleError) -> [ChainRun] {
    do {
      var reader = CanonicalReader(plain)
      guard try reader.array() == 3, let version = try reader.value(depth: 1).integer else {
        throw BundleError.badContent
      }
      guard version > 0 else { throw BundleError.badContent }
      guard version == Self.version else { throw BundleError.newerFormat }
      let count = try reader.array()
      guard count <= mostWords else { throw BundleError.badContent }
      var words = WordList()
      for _ in 0..<count {
        guard let word = try reader.value(depth: 2).text, words.add(word) else { throw BundleError.badContent }
      }
      var runs = RunReader(words: words.all, most: most)
      for _ in 0..<(try reader.array()) { try runs.read(&reader) }
      try reader.end()
      guard runs.hasUsedAllWords else { throw BundleError.badContent }
      return runs.runs
    } catch let error as BundleError { throw error } catch { throw .badContent }
  }
}

/// The names that occur, each written once. Told apart by their bytes: to Swift, a name is the same with its marks in another
/// order, and an event that was sent on under it would have another hash.
struct WordList {
  private(set) var all: [String] = []
  private var numbers: [[UInt8]: Int] = [:]

  /// Whether it was not there before.
  @discardableResult
  mutating func add(_ word: String) -> Bool {
    let key = Array(word.utf8)
    guard numbers[key] == nil else { return false }
    numbers[key] = all.count
    all.append(word)
    return true
  }

  subscript(_ word: String) -> Int { numbers[Array(word.utf8)] ?? 0 }
}
