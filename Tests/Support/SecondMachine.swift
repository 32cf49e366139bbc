package import LECModel
package import LECStore

extension TreeFiles {
  /// A further machine of a unit, the first school unless told, with a person of its own.
  package func secondMachine(of code: UnitCode = UnitCode("3099000001")) throws -> Store {
    let user = UserName(code.text)
    let card = try store(code).issueCard(for: code, password: TrainingSet.password, by: user)
    let (second, _) = try Store.join(
      at: folder.file("second.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 501))
    _ = try second.makeProfile(
      user, currentPassword: card.code.shown, first: "คนที่สอง", last: "ฝึกหัด", position: "ครู",
      phone: "0000000005", newPassword: TrainingSet.password)
    return second
  }
}
