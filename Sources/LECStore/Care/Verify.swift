import LECModel

/// What `verify` found: every event read back and hashed anew.
package struct Verification: Equatable, Sendable {
  package enum Fault: String, Sendable {
    case header, bodyHash = "body-hash", identity, previous, sequence, lamport, signature, form, tables, structure
  }

  package struct Problem: Equatable, Sendable {
    package var n: Int64
    package var fault: Fault
  }

  package var events = 0
  package var chains = 0
  package var problems: [Problem] = []
  package var isOK: Bool { problems.isEmpty }
}

extension Store {
  private static let raw = """
    SELECT event.n, event.id, chain, seq, header, salt, body, signature, chain.fork, chain.gap
    FROM event JOIN chain ON chain.n = event.chain ORDER BY chain, seq, event.n
    """

  private struct Tail {
    var id: EventID
    var sequence: Int64
    var lamport: Int64
  }

  /// Checks the whole log: form, hashes, chains, signatures, and that the tables are what the log makes.
  package func verify(progress: (Int) -> Bool = { _ in true }) throws -> Verification {
    var result = Verification()
    var tails: [Int64: Tail] = [:]
    if try connection.one("PRAGMA integrity_check(1)", row: { $0.text(0) }) != "ok" {
      result.problems.append(.init(n: 0, fault: .structure))
    }
    let trust = TrustBook(connection, remembers: false)
    let s = try connection.statement(Self.raw)
    do {
      defer { s.reset() }
      while try s.step() {
        result.events += 1
        if result.events % 1000 == 0, !progress(result.events) { return result }
        if let fault = try check(s, trust, &tails) { result.problems.append(.init(n: s.integer(0), fault: fault)) }
      }
    }
    result.chains = tails.count
    if result.problems.isEmpty, try !tablesMatchLog() { result.problems.append(.init(n: 0, fault: .tables)) }
    return result
  }

  private func check(_ s: Statement, _ trust: TrustBook, _ tails: inout [Int64: Tail]) throws -> Verification.Fault? {
    let bytes = s.blob(4), id = EventID(s.hash(1)), chain = s.integer(2)
    guard EventID(Sodium.hash(bytes)) == id else { return .identity }
    guard let value = try? CanonicalReader.read(bytes), let header = EventHeader(value) else { return .header }
    let tail = tails[chain]
    tails[chain] = Tail(id: id, sequence: header.sequence, lamport: header.lamport)
    if s.integer(3) != header.sequence { return .sequence }
    if header.sequence == 0, header.previous != EventID(.zero) { return .previous }
    // A chain from elsewhere may have gaps and branches, which are known by their own marks; wherever one event follows another,
    // it names it.
    if let tail, header.sequence == tail.sequence + 1, s.isNull(8) {
      if header.previous != tail.id { return .previous }
      if header.lamport <= tail.lamport, try !OutrunTable(connection: connection).has(s.integer(0)) { return .lamport }
    } else if s.isNull(8), header.sequence != (tail?.sequence ?? -1) + 1 {
      return s.isNull(9) ? .sequence : nil
    }
    guard !s.isNull(6) else { return nil }
    let body = s.blob(6)
    guard Sodium.hash(body, key: s.blob(5)) == header.bodyHash else { return .bodyHash }
    if header.sequence == 0, header.kind != .genesis || ChainID(Sodium.hash(body)) != header.chain { return .bodyHash }
    // What later programs write is theirs to read.
    guard let kind = header.kind else { return nil }
    guard let content = try? CanonicalReader.read(body), EventBody(content, kind: kind) != nil else {
      // A body that came in this form, as its hash says, was refused for it and is listed; one that counted had another form.
      return try PendingTable(connection: connection).has(s.integer(0)) ? nil : .form
    }
    if kind.isOfficialAct {
      // An act that was refused for its signature when it came is listed as such; one that counted must still be signed.
      if let event = EventLog.row(s, header: 4), try trust.judge(event) == .refused(.badSignature),
        try !PendingTable(connection: connection).has(event.n)
      {
        return .signature
      }
    }
    return nil
  }

  private func tablesMatchLog() throws -> Bool {
    let before = try projectionDigest()
    var after = Hash32.zero
    do {
      try local {
        try connection.execute("BEGIN IMMEDIATE")
        defer { if connection.isInTransaction { try? connection.execute("ROLLBACK") } }  // only a look, never a change
        try replay()
        after = try projectionDigest()
      }
    } catch let error as StoreError where isReadOnly {
      if case .closedYear = error { return true }
      guard error == .readOnly else { throw error }
      return true
    }
    return before == after
  }
}
