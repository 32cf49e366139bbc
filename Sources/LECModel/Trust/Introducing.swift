/// Who may be met for the first time.
extension TrustState {
  /// A card for a unit that this file has not heard of, from an office above the file's own unit: an institution that was moved gets to
  /// know the office it hangs under now by its first file. Whether anything that the file brings counts is another question.
  package func introduced(by event: TrustEvent) -> Card? {
    guard case .card(let card)? = event.content, unit(card.unit) == nil,
      case .inOffice(let office) = standing(event.header.chain), !isCut(event, office), mayIssue(card, office.unit),
      wrongWriter(event, office) == nil, personFault(event, office) == nil
    else { return nil }
    return card
  }

  /// Whether a unit issues cards for this one, as the tree is known here. Whom this file has not heard of gets his from above its own
  /// unit, and what hangs below that one nobody here can say.
  package func mayIssue(_ card: Card, _ issuer: UnitCode) -> Bool {
    guard card.unit != issuer, let role = role(of: issuer) else { return true }
    if unit(card.unit) != nil {
      return Rights.right(of: role, to: .cardIssued, on: relation(from: issuer, to: card.unit)) == .allowed
    }
    guard let own = anchors.ownUnit, issuer != own, isInside(own, issuer) else { return false }
    return Rights.right(of: role, to: .cardIssued, on: .child) == .allowed
  }
}
