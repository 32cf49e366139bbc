/// What an event is called everywhere: the hash of its header.
package struct EventID: Hashable, Comparable, Sendable {
  package let hash: Hash32
  package init(_ hash: Hash32) { self.hash = hash }
  package static func < (l: EventID, r: EventID) -> Bool { l.hash < r.hash }
}

/// What a record (a child, a unit's basic data, a round) is called: the id of the event that created it.
package struct RecordID: Hashable, Comparable, Sendable {
  package let event: EventID
  package init(_ event: EventID) { self.event = event }
  package static func < (l: RecordID, r: RecordID) -> Bool { l.event < r.event }

  /// The form people and scripts see: the first sixteen hexadecimal digits.
  package var short: String { Hex.text(event.hash.bytes.prefix(8)) }
}

/// One life of one database: a restored, copied or moved file goes on with a new one.
package struct ChainID: Hashable, Comparable, Sendable {
  package let hash: Hash32
  package init(_ hash: Hash32) { self.hash = hash }
  package static func < (l: ChainID, r: ChainID) -> Bool { l.hash < r.hash }

  /// The form people see beside an entry: the first eight hexadecimal digits.
  package var short: String { Hex.text(hash.bytes.prefix(4)) }
}

/// The code of a unit: an institution's own code is also its user name (AU-04).
package struct UnitCode: Hashable, Comparable, Sendable {
  package let text: String
  package init(_ text: String) { self.text = text }
  package static func < (l: UnitCode, r: UnitCode) -> Bool { l.text < r.text }
}

/// The name an account logs in with.
package struct UserName: Hashable, Comparable, Sendable {
  package let text: String
  package init(_ text: String) { self.text = text }
  package static func < (l: UserName, r: UserName) -> Bool { l.text < r.text }
}
