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
  package var children: [ChildMark]

  package init(
    round: RoundKey, dataset: Dataset, unit: UnitCode, form: String = RowDigest.form, digest: Hash32, counts: Counts,
    register: Int64, singleHanded: Bool, children: [ChildMark] = []
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

  /// The bytes whose hash stands for this confirmation in the tree above: all but the list of children, for the digest of a
  /// parent's confirmation is the root over these already.
  package var leaf: [UInt8] {
    var out = CanonicalWriter(reserving: 256)
    write(to: &out, withChildren: false)
    return out.bytes
  }

  func write(to out: inout CanonicalWriter) { write(to: &out, withChildren: true) }

  private func write(to out: inout CanonicalWriter, withChildren: Bool) {
    out.map(withChildren ? 9 : 8)
    out.pair(1, text: round.text)
    out.pair(2, text: dataset.rawValue)
    out.pair(3, text: unit.text)
    out.pair(4, text: form)
    out.pair(5, hash: digest)
    out.unsigned(6)
    counts.write(to: &out)
    out.pair(7, integer: register)
    out.pair(8, flag: singleHanded)
    guard withChildren else { return }
    out.unsigned(9)
    out.array(children.count)
    for child in children {
      out.array(2)
      out.text(child.unit.text)
      out.hash(child.leaf)
    }
  }

  init?(_ value: CanonicalValue) {
    guard let m = value.map, let round = m[1]?.text.flatMap({ RoundKey($0) }),
      let dataset = m[2]?.text.flatMap(Dataset.init), let unit = m[3]?.text, let form = m[4]?.text,
      let digest = m[5]?.hash, let counts = m[6].flatMap({ Counts($0) }), let register = m[7]?.integer,
      let single = m[8]?.flag, let children = m[9]?.items
    else { return nil }
    let marks = children.compactMap { ChildMark($0) }
    guard marks.count == children.count else { return nil }
    self.init(
      round: round, dataset: dataset, unit: UnitCode(unit), form: form, digest: digest, counts: counts,
      register: register, singleHanded: single, children: marks)
  }
}

/// One child in a parent's confirmation: which unit, and the hash of its confirmation.
package struct ChildMark: Equatable, Sendable {
  package var unit: UnitCode
  package var leaf: Hash32

  package init(unit: UnitCode, leaf: Hash32) {
    self.unit = unit
    self.leaf = leaf
  }

  init?(_ value: CanonicalValue) {
    guard let items = value.items, items.count == 2, let unit = items[0].text, let leaf = items[1].hash else {
      return nil
    }
    self.init(unit: UnitCode(unit), leaf: leaf)
  }
}
