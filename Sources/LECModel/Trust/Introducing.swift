/// Who may be met for the first time.
extension TrustState {
  /// A card for a unit that this file has not heard of, from an office above the file's own unit: an institution that was moved gets to
  /// know the office it hangs under now by its first file. Whether anything that the file brings counts is another question.
  package func introduced(by event: TrustEvent) -> Card? {
    guard case .card(let card)? = event.content, unit(card.unit) == nil, let own = anchors.ownUnit,
      case .inOffice(let office) = standing(event.header.chain), !isCut(event, office),
      office.unit != own, isInside(own, office.unit), let role = role(of: office.unit),
      Rights.right(of: role, to: .cardIssued, on: .child) == .allowed,
      wrongWriter(event, office) == nil, personFault(event, office) == nil
    else { return nil }
    return card
  }
}
