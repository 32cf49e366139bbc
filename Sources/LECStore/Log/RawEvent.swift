package import LECModel

/// An event as bytes, ready to be stored or sent: what other machines gave is kept exactly as it came.
package struct RawEvent: Sendable {
  package var id: EventID
  package var header: EventHeader
  package var headerBytes: [UInt8]
  /// Empty when the body was left out.
  package var salt: [UInt8]
  package var body: [UInt8]?
  package var signature: [UInt8]

  /// Builds an event with its hashes.
  init(_ header: EventHeader, salt: [UInt8], body: [UInt8]?, signature: [UInt8] = []) {
    var out = CanonicalWriter(reserving: 384)
    header.write(to: &out)
    self.header = header
    headerBytes = out.bytes
    id = EventID(Sodium.hash(out.bytes))
    self.salt = salt
    self.body = body
    self.signature = signature
  }

  /// The event as judging and the tables read it; the place in this file is given when it is stored.
  func stored(at n: Int64) -> StoredEvent {
    var read: EventBody?
    if let kind = header.kind, let body, let value = try? CanonicalReader.read(body) {
      read = EventBody(value, kind: kind)
    }
    return StoredEvent(n: n, id: id, header: header, salt: salt, body: read, signature: signature)
  }
}

extension TrustEvent {
  init(_ event: StoredEvent) {
    self.init(id: event.id, header: event.header, content: event.body?.content, signature: event.signature)
  }
}
