/// What exactly was confirmed. It holds while the current rows still give this digest; nothing else stores "confirmed".
package struct Confirmation: Equatable, Sendable {
  package var round: RoundKey
  package var dataset: Dataset
  package var unit: UnitCode
  package var form: String
  package var digest: Hash32
  package var counts: Counts
  /// Lines in the register of children with no identity at that moment.
  package var register: Int64
  /// The person who confirmed had also entered the data, because the unit has one account.
  package var singleHanded: Bool
  /// The children's confirmations that this one stands on (a parent's confirmation); empty for an institution.
  package var children: [Hash32]

  package init(
    round: RoundKey, dataset: Dataset, unit: UnitCode, form: String = RowDigest.form, digest: Hash32, counts: Counts,
    register: Int64, singleHanded: Bool, children: [Hash32] = []
  ) {
    self.round = round
    self.dataset = dataset
    self.unit = unit
    self.form = form
    self.digest = digest
    self.counts = counts
    self.register = register
    self.singleHanded = singleHanded
    self.children = children
  }

  func write(to out: inout CanonicalWriter) {
    out.map(9)
    out.pair(1, text: round.text)
    out.pair(2, text: dataset.rawValue)
    out.pair(3, text: unit.text)
    out.pair(4, text: form)
    out.pair(5, hash: digest)
    out.unsigned(6)
    counts.write(to: &out)
    out.pair(7, integer: register)
    out.pair(8, flag: singleHanded)
    out.unsigned(9)
    out.array(children.count)
    for child in children { out.hash(child) }
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let round = m[1]?.text.flatMap({ RoundKey($0) }),
      let dataset = m[2]?.text.flatMap(Dataset.init), let unit = m[3]?.text, let form = m[4]?.text,
      let digest = m[5]?.hash, let counts = m[6].flatMap({ Counts($0) }), let register = m[7]?.integer,
      let single = m[8]?.flag, let children = m[9]?.items
    else { return nil }
    let hashes = children.compactMap(\.hash)
    guard hashes.count == children.count else { return nil }
    self.init(
      round: round, dataset: dataset, unit: UnitCode(unit), form: form, digest: digest, counts: counts,
      register: register, singleHanded: single, children: hashes)
  }
}
