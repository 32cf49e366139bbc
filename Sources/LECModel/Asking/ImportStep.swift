/// One import as the list of imports shows it.
package struct ImportStep: Equatable, Sendable {
  package var n: Int64
  package var chain: Int64
  package var sequence: Int64
  package var file: String
  package var fileHash: Hash32
  package var added: Int
  package var changed: Int
  package var isTakenBack: Bool
  /// When it was read in.
  package var at: Moment?

  package init(
    n: Int64, chain: Int64, sequence: Int64, file: String, fileHash: Hash32, added: Int, changed: Int, isTakenBack: Bool
  ) {
    self.n = n
    self.chain = chain
    self.sequence = sequence
    self.file = file
    self.fileHash = fileHash
    self.added = added
    self.changed = changed
    self.isTakenBack = isTakenBack
  }
}
