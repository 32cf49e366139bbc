/// One file between two units.
package struct FileMark: Equatable, Sendable {
  package var name: String
  package var number: Int64
  package var at: Moment
  /// When the receiver says to have read it.
  package var received: Moment?

  package init(name: String, number: Int64, at: Moment, received: Moment? = nil) {
    self.name = name
    self.number = number
    self.at = at
    self.received = received
  }
}

/// How things stand with a unit that files go to and come from.
package struct PartnerEntry: Equatable, Sendable {
  package var unit: Unit
  package var isParent: Bool
  /// Further machines of the own unit.
  package var isOwn: Bool
  package var canSend: Bool
  package var lastOut: FileMark?
  /// The newest of the files made here that this unit says to have read.
  package var receipt: FileMark?
  package var lastIn: FileMark?
  /// What has been written here since that one, and about how large it would be as a file.
  package var changes: Int
  package var bytes: Int
  /// How many of these are in no file that was made for the unit.
  package var unsent: Int
  /// A file of this unit was read, and no file made since could tell it so.
  package var owesReceipt: Bool
  /// Pieces of this unit that do not count yet, and when the oldest of them was written.
  package var pending: Int
  package var oldestPending: Moment?
  package var missing: [MissingPiece]
  /// How many machines in office there go on from one file in two copies, and how many wrote on in an old copy that was put back until
  /// they noticed.
  package var forked: Int
  package var putBack: Int
  /// Confirmations released here that no file has told there.
  package var releases: Int

  /// The unit says to have read all that was written here, and is owed no receipt: a file of what is new would hold nothing.
  package var hasAll: Bool { receipt != nil && changes == 0 && !owesReceipt }

  /// A file that told nothing but what was read here is never acknowledged: whether it arrived is not known.
  package var isUnderWay: Bool { hasAll && lastOut.map { $0.received == nil } ?? false }

  package init(
    unit: Unit, isParent: Bool, isOwn: Bool = false, canSend: Bool, lastOut: FileMark?, receipt: FileMark?,
    lastIn: FileMark?, changes: Int,
    bytes: Int, unsent: Int, owesReceipt: Bool, pending: Int, oldestPending: Moment?, missing: [MissingPiece],
    forked: Int = 0, putBack: Int = 0, releases: Int = 0
  ) {
    self.unit = unit
    self.isParent = isParent
    self.isOwn = isOwn
    self.canSend = canSend
    self.lastOut = lastOut
    self.receipt = receipt
    self.lastIn = lastIn
    self.changes = changes
    self.bytes = bytes
    self.unsent = unsent
    self.owesReceipt = owesReceipt
    self.pending = pending
    self.oldestPending = oldestPending
    self.missing = missing
    self.forked = forked
    self.putBack = putBack
    self.releases = releases
  }
}

/// Entries of one machine that have not come: those after them wait.
package struct MissingPiece: Equatable, Hashable, Sendable {
  package var unit: UnitCode
  /// Places in the machine's chain.
  package var from: Int64
  package var to: Int64
  /// Running numbers of the files that were not read, where they are known.
  package var files: ClosedRange<Int64>?

  package init(unit: UnitCode, from: Int64, to: Int64, files: ClosedRange<Int64>? = nil) {
    self.unit = unit
    self.from = from
    self.to = to
    self.files = files
  }
}
