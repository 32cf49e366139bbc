#if INSIDES
  import LECModel
  @testable import LECStore
  import TestSupport

  /// A small file into which events are brought and from which they are taken away again.
  final class Rehearsal {
    private let file: TrainingFile
    private let store: Store
    private let records: [EventID]
    private let units: [UnitCode]
    private let chain = ChainID(Fixtures.id(77).hash)

    private struct Over: Error { var depth: Int }

    init() throws {
      file = try TrainingFile(.school, children: 8)
      store = file.store
      records = try file.children().prefix(4).map(\.id.event)
      units =
        [store.subject, store.ownUnit].compactMap { try? $0()?.code } + [
          UnitCode("05990101"), UnitCode("99"), UnitCode("00"),
        ]
    }

    /// One event in bytes: kind, place, links, time, length of the body, body.
    static func record(_ kind: Int, _ body: [UInt8]) -> [UInt8] {
      [UInt8(kind), 0, 1, 1, UInt8(body.count >> 8), UInt8(body.count & 255)] + body
    }

    func play(_ input: [UInt8]) throws -> Outcome {
      do {
        try store.transaction(author: file.user, unit: units[0]) { _ in
          let depth = try bringIn(input)
          store.forgetFigures()
          try askEverything()
          throw Over(depth: depth)
        }
      } catch let over as Over {
        store.forgetFigures()
        return .taken(over.depth)
      } catch {
        store.forgetFigures()
        return .refused(error)
      }
      return .taken(0)
    }

    private func bringIn(_ input: [UInt8]) throws -> Int {
      var feed = Feed(input), known = records, lamport: Int64 = 1000, sequence: Int64 = 0
      let projector = try Projector(store.connection, trust: store.trust)
      var count = 0
      while !feed.isEmpty, sequence < 24 {
        let kind = EventKind.allCases.around(feed.number())
        let place = feed.number(), links = feed.number(), time = feed.byte()
        let body = feed.take(feed.number() << 8 | feed.number())
        lamport += Int64(time & 7)
        let record = links & 15 == 0 ? nil : known.around(links & 15)
        let header = EventHeader(
          chain: chain, sequence: sequence, previous: known.last ?? EventID(.zero), lamport: lamport,
          time: Moment(milliseconds: time & 8 == 0 ? Fixtures.now.milliseconds : time & 16 == 0 ? .max : .min),
          author: UserName(units.around(place >> 4).text), unit: units.around(place & 15), kind: kind,
          record: record.map { RecordID($0) }, base: links >> 4 == 0 ? [] : [known.around(links >> 4)],
          bodyHash: Sodium.hash(body))
        let event = RawEvent(header, salt: [UInt8](repeating: 1, count: 16), body: body)
        guard case .new(let n) = try store.log.store(event) else { continue }
        let stored = event.stored(at: n)
        if stored.body != nil { count += 1 }
        try projector.project(stored)
        known.append(event.id)
        sequence += 1
      }
      try projector.finish()
      return count
    }

    /// A refusal is an answer too; what must not happen is that a question stops the program.
    private func askEverything() throws {
      _ = try? store.findings()
      _ = try? store.states()
      _ = try? store.classes()
      _ = try? store.roster(RosterFilter(), .first, limit: 50)
      _ = try? store.log(limit: 50)
      _ = try? store.pending()
      _ = try? store.doublePairs()
      _ = try? store.claims()
      _ = try? store.imports()
      _ = try? store.situation(file.user)
      for record in records { _ = try? store.history(of: RecordID(record)) }
      let rounds = (try? store.rounds()) ?? []
      for code in Set(units) {
        _ = try? store.notes(about: code)
        _ = try? store.counts(unit: code)
        guard let unit = try? store.unit(code) else { continue }
        _ = try? store.board(of: unit)
        _ = try? store.contact(of: unit)
        for round in rounds.prefix(2) {
          _ = try? store.standing(of: unit, round: round)
          _ = try? store.otherSchools(of: code, round: round.key)
          for dataset in Dataset.allCases { _ = try? store.digest(dataset, unit: code, round: round.key) }
        }
      }
    }
  }
#endif
