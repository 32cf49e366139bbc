/// The first event of a chain: which device, why a new chain, and the last head this file knew.
package struct Genesis: Equatable, Sendable {
  /// Why a chain begins.
  package enum Reason: String, CaseIterable, Sendable {
    case first, restored, copied, moved, behind, unmarked, joined
  }

  package var device: String
  package var signingKey: [UInt8]
  package var boxKey: [UInt8]
  package var nonce: [UInt8]
  package var reason: Reason
  package var lastHead: EventID?
  package var training: Bool
  /// The chain that this one goes on from, vouched for with the old chain's key: a restored file needs no new card.
  package var continues: Continuation?
  /// The unit whose card it may join with: said here, where nothing can be said anew, it is the same on every branch.
  package var unit: UnitCode?

  package struct Continuation: Equatable, Sendable {
    package var chain: ChainID
    /// Of the old device over `Genesis.vow` of this one.
    package var signature: [UInt8]

    package init(chain: ChainID, signature: [UInt8]) {
      self.chain = chain
      self.signature = signature
    }
  }

  /// What the old chain's key signs to vouch for this one.
  package var vow: [UInt8] {
    var plain = self
    plain.continues = nil
    var out = CanonicalWriter()
    plain.write(to: &out)
    return out.bytes
  }

  package init(
    device: String, signingKey: [UInt8], boxKey: [UInt8], nonce: [UInt8], reason: Reason, lastHead: EventID?,
    training: Bool, continues: Continuation? = nil, unit: UnitCode? = nil
  ) {
    self.continues = continues
    self.unit = unit
    self.device = device
    self.signingKey = signingKey
    self.boxKey = boxKey
    self.nonce = nonce
    self.reason = reason
    self.lastHead = lastHead
    self.training = training
  }
}

/// The responsible person changes: the profile ends and the next person makes a new one (AU-09).
package struct Handover: Equatable, Sendable {
  package var user: UserName
  package var note: String

  package init(user: UserName, note: String) {
    self.user = user
    self.note = note
  }
}

/// A query explained in words; good as long as the value it explains stays the same.
package struct Explanation: Equatable, Sendable {
  package var check: String
  /// The values that the words explain, joined; when they change, the explanation no longer counts.
  package var about: String
  /// The explanation; empty takes it back.
  package var words: String

  package init(check: String, about: String, words: String) {
    self.check = check
    self.about = about
    self.words = words
  }
}

/// A confirmation taken back by the institution itself, with the reason.
package struct Cancellation: Equatable, Sendable {
  package var round: RoundKey
  package var dataset: Dataset
  package var reason: String

  package init(round: RoundKey, dataset: Dataset, reason: String) {
    self.round = round
    self.dataset = dataset
    self.reason = reason
  }
}

/// The level above is asked to release a dataset.
package struct ReleaseRequest: Equatable, Sendable {
  package var round: RoundKey
  package var dataset: Dataset
  package var words: String

  package init(round: RoundKey, dataset: Dataset, words: String) {
    self.round = round
    self.dataset = dataset
    self.words = words
  }
}

/// A roster file was read in, or an import was taken back: which file, known by its hash, and how many rows.
package struct ImportMark: Equatable, Sendable {
  package var file: String
  package var fileHash: Hash32
  package var added: Int64
  package var changed: Int64

  package init(file: String, fileHash: Hash32, added: Int64, changed: Int64) {
    self.file = file
    self.fileHash = fileHash
    self.added = added
    self.changed = changed
  }
}
