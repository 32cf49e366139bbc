import LECModel
import TestSupport
import Testing

@testable import LECStore

/// What offices do in one step, again and again in tests.
extension Kingdom {
  private static var schoolCode: UnitCode { UnitCode(school) }

  static func child(_ first: String) -> EventContent {
    .changes([FieldChange(.first, first), FieldChange(.state, "enrolled")])
  }

  /// The province puts the school under its other authority, with everything that it knows of the first.
  func moveSchool(naming ends: [ChainHead]? = nil) throws {
    let known = try ends ?? [#require(chains[Self.authority]).head]
    let moved = Unit(
      code: Self.schoolCode, kind: .school, name: Self.school, parent: UnitCode(Self.secondAuthority))
    let seen = try UnitTable(connection: store.connection).heads(Self.schoolCode)
    add(Self.province, .unitSet, .unit(moved, ends: known), about: Self.school, base: seen)
  }

  /// An office ends the term of the school.
  func endTerm(_ term: Int64, by office: String, heads: [ChainHead] = []) {
    let end = TermEnd(unit: Self.schoolCode, term: term, heads: heads, reason: "-")
    add(office, .termEnded, .termEnd(end), about: Self.school)
  }

  /// A machine that joins with a card of this office for the school; what the office says of it is up to the caller.
  func letIn(
    _ term: Int64, by office: String, with given: IssuedCard? = nil
  ) throws -> (machine: ChainMaker, card: IssuedCard, join: EventID) {
    var above = try #require(chains[office])
    above.lamport = lamport
    let card = given ?? above.issue(Self.schoolCode, term: term, purpose: .replacement)
    var machine = ChainMaker(unit: Self.schoolCode, training: true, lamport: above.lamport, world: world)
    let join = machine.join(with: card, lamport: above.lamport)
    above.lamport = max(above.lamport, machine.lamport)
    machine.appoint(UserName(Self.school), first: "คนใหม่", position: "-")
    chains[office] = above
    return (machine, card, join)
  }

  /// A further machine that an officer lets into his own unit, with a person of its own.
  func machine(beside officer: inout ChainMaker, term: Int64) -> ChainMaker {
    let card = officer.issue(officer.unit, term: term, purpose: .device)
    var machine = ChainMaker(unit: officer.unit, training: true, lamport: officer.lamport, world: world)
    machine.join(with: card, lamport: officer.lamport)
    machine.appoint(UserName(officer.unit.text), first: "อีกเครื่อง", position: "-")
    return machine
  }

  func accept(_ join: EventID, by office: String, before rivals: [EventID] = []) {
    add(office, .joinAccepted, .acceptedJoin(JoinAccepted(join: join, rivals: rivals)), about: Self.school)
  }

  /// Brings everything in and makes the tables anew.
  func settle(_ machines: [ChainMaker] = []) throws {
    try take(machines)
    _ = try store.rebuild()
  }
}
