package import LECModel

extension Store {
  /// Everything that happened to one record, oldest first, with the value before each change.
  package func history(of record: RecordID) throws -> [LogEntry] {
    var values: [UInt8: String] = [:]
    return try log.history(of: record).map { event in
      let entry = try self.entry(event) { values[$0] ?? "" }
      if case .changes(let changes)? = event.body?.content {
        for change in changes { values[change.field] = change.value }
      }
      return entry
    }
  }

  /// The log backwards from a place (or its end), newest first; only what is about the institution that is looked at, if one is.
  package func log(before n: Int64 = .max, limit: Int) throws -> [LogEntry] {
    var found: [StoredEvent] = []
    var place = n
    while found.count < limit {
      let part = try log.events(before: place, limit: limit)
      guard let last = part.last else { break }
      found += part.filter { focus == nil || $0.header.unit == focus }
      place = last.n
    }
    return try found.prefix(limit).map { event in
      let before = try valuesBefore(event)
      return try entry(event) { before[$0] ?? "" }
    }
  }

  /// How many events the file holds, counting or not.
  package func eventCount() throws -> Int64 { try log.count }

  /// The events as they came in, whether they count or not.
  package func events(after n: Int64, limit: Int) throws -> [StoredEvent] { try log.events(after: n, limit: limit) }

  /// The record whose history the basic information of the unit is.
  package func basicsRecord() throws -> RecordID? {
    guard let unit = try subject(), let n = try UnitTable(connection: connection).record(of: unit.code),
      let event = try log.event(n)
    else { return nil }
    return RecordID(event.id)
  }

  private func valuesBefore(_ event: StoredEvent) throws -> [UInt8: String] {
    guard let record = event.header.record, case .changes? = event.body?.content else { return [:] }
    var values: [UInt8: String] = [:]
    for earlier in try log.history(of: record) where earlier.n < event.n {
      if case .changes(let changes)? = earlier.body?.content {
        for change in changes { values[change.field] = change.value }
      }
    }
    return values
  }

  private func entry(_ event: StoredEvent, before: (UInt8) -> String) throws -> LogEntry {
    var changes: [LogEntry.Change] = []
    var words = ""
    switch event.body?.content {
    case .changes(let list)?:
      changes = list.map { LogEntry.Change(field: $0.field, from: before($0.field), to: $0.value) }.filter {
        $0.from != $0.to
      }
    case .explanation(let e)?: words = e.words
    case .cancellation(let c)?: words = c.reason
    case .releaseRequest(let r)?: words = r.words
    case .importMark(let m)?: words = m.file
    case .handover(let h)?: words = h.note
    case .confirmation(let c)?: words = c.dataset.rawValue
    case .profile(let p)?: words = p.fullName
    case .genesis(let g)?: words = g.reason.rawValue
    case .unit(let u, _)?: words = u.name
    case .round(let r)?: words = r.key.text
    case .account(let a)?: words = a.user.text
    case .root(let r)?: words = r.name
    case .card(let c)?: words = c.user.text
    case .termEnd(let t)?: words = t.reason
    case .release(let r)?: words = r.reason
    case .acceptance(let a)?: words = a.words
    case .exemption(let e)?: words = e.reason
    case .note(let n)?: words = n.words
    case .claimAnswer(let a)?: words = a.words
    case .claimDecision(let d)?: words = d.words
    case .amendment(let a)?: words = a.reason
    case .sample(let s)?: words = s.seed
    case .sampleResult(let r)?: words = r.words
    case .otherSchool(let o)?: words = o.name
    case .bundleMark(let b)?: words = b.from.text
    case .join?, .acceptedJoin?, .boxKey?, .adoption?, .snapshotPart?, .snapshot?, .claim?, .otherCounts?, .erasure?,
      nil:
      break
    }
    let record = event.header.child(event.id)
    var subject = ""
    if event.header.kind?.changesStudent == true || event.header.kind == .findingExplained, let record {
      subject = try student(record)?.student.fullName ?? ""
    }
    return LogEntry(
      n: event.n, id: event.id, time: event.header.time, user: event.header.author,
      person: try person(event.header.author, at: event.n), device: try device(event.header.chain),
      unit: event.header.unit, kind: event.header.kind, record: record, subject: subject, changes: changes,
      words: words,
      isUndo: event.body?.undoes != nil, onBehalf: try behalf(event))
  }

  /// The institution that another unit wrote for.
  private func behalf(_ event: StoredEvent) throws -> UnitCode? {
    guard let kind = event.header.kind,
      let account = try AccountTable(connection: connection).account(event.header.author),
      account.unit != event.header.unit, Rights.right(of: account.role, to: kind, on: .child) == .onBehalf
    else { return nil }
    return event.header.unit
  }

  /// By what a machine is known: a few digits of its chain.
  func device(_ chain: ChainID) throws -> String {
    guard let genesis = try genesis(of: chain) else { return chain.short }
    return genesis.device.isEmpty ? chain.short : genesis.device + " " + chain.short
  }
}
