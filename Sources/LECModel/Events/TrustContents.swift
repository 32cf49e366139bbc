/// The root of trust: the department's first act. Its id is the fingerprint that every card carries.
package struct RootMade: Equatable, Sendable {
  package var unit: UnitCode
  package var name: String
  /// Public half of the spare key on paper in the safe; its only power is to put a new machine of the department in office.
  package var spareKey: [UInt8]

  package init(unit: UnitCode, name: String, spareKey: [UInt8]) {
    self.unit = unit
    self.name = name
    self.spareKey = spareKey
  }
}

/// A card handed to a unit: whoever holds its secret may join one machine in the unit's name.
package struct Card: Equatable, Sendable {
  package enum Purpose: String, CaseIterable, Sendable { case first, replacement, device }

  package var unit: UnitCode
  /// The term of office that the card belongs to; ending a term ends every machine that joined on its cards.
  package var term: Int64
  package var purpose: Purpose
  /// The account that the card is for.
  package var user: UserName
  /// Public half of the one-use key that the starter file holds.
  package var enrolmentKey: [UInt8]
  /// Of the machine that issued it over `vow`, for readers who know nobody that works on that machine: empty in old ones.
  package var machine: [UInt8]

  package init(
    unit: UnitCode, term: Int64, purpose: Purpose, user: UserName, enrolmentKey: [UInt8], machine: [UInt8] = []
  ) {
    self.unit = unit
    self.term = term
    self.purpose = purpose
    self.user = user
    self.enrolmentKey = enrolmentKey
    self.machine = machine
  }

  /// What the key of the machine that issues it signs.
  package var vow: [UInt8] {
    var plain = self
    plain.machine = []
    var out = CanonicalWriter()
    plain.write(to: &out)
    return out.bytes
  }
}

/// A machine joins with a card: the enrolment key's signature over the machine's chain.
package struct Join: Equatable, Sendable {
  package var card: EventID
  package var signature: [UInt8]
  /// Only where the department comes back with its spare key: what of its earlier chains still counts.
  package var heads: [ChainHead]

  package init(card: EventID, signature: [UInt8], heads: [ChainHead] = []) {
    self.card = card
    self.signature = signature
    self.heads = heads
  }
}

/// The level above has seen a join and knows whose it is.
package struct JoinAccepted: Equatable, Sendable {
  package var join: EventID
  /// The other joins with the same card that it was chosen before, at most `mostRivals`.
  package var rivals: [EventID]

  package static let mostRivals = 64

  package init(join: EventID, rivals: [EventID] = []) {
    self.join = join
    self.rivals = rivals
  }
}

/// The end of a term of office: what of the old machines still counts, named by hash and never by time.
package struct TermEnd: Equatable, Sendable {
  package var unit: UnitCode
  package var term: Int64
  package var heads: [ChainHead]
  package var reason: String

  package init(unit: UnitCode, term: Int64, heads: [ChainHead], reason: String) {
    self.unit = unit
    self.term = term
    self.heads = heads
    self.reason = reason
  }
}

/// How far a chain reaches.
package struct ChainHead: Equatable, Hashable, Sendable {
  package var chain: ChainID
  package var sequence: Int64
  package var id: EventID

  package init(chain: ChainID, sequence: Int64, id: EventID) {
    self.chain = chain
    self.sequence = sequence
    self.id = id
  }
}

/// The key that all machines of a receiving unit share to open files sent to it. It opens, and can sign nothing.
package struct BoxKey: Equatable, Sendable {
  package var unit: UnitCode
  package var publicKey: [UInt8]
  /// The secret half, sealed under the printed recovery code, so that one dead machine does not make sixty schools send again.
  package var sealed: [UInt8]
  package var salt: [UInt8]
  package var operations: Int64
  package var memory: Int64

  package init(
    unit: UnitCode, publicKey: [UInt8], sealed: [UInt8], salt: [UInt8], operations: Int64, memory: Int64
  ) {
    self.unit = unit
    self.publicKey = publicKey
    self.sealed = sealed
    self.salt = salt
    self.operations = operations
    self.memory = memory
  }
}

/// The successor makes an entry of the predecessor's, held since the end of the term, count after all.
package struct Adoption: Equatable, Sendable {
  package var event: EventID

  package init(event: EventID) { self.event = event }
}

/// A file was read in: whose, and how far it brought each chain. The custody record, and what a receipt is made from.
package struct BundleMark: Equatable, Sendable {
  package var from: UnitCode
  package var file: Hash32
  package var heads: [ChainHead]

  package init(from: UnitCode, file: Hash32, heads: [ChainHead]) {
    self.from = from
    self.file = file
    self.heads = heads
  }
}
