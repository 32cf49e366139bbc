import LECModel
import TestSupport
import Testing

@testable import LECStore

/// A machine whose owner signs files and entries that no honest program would write.
struct Forger {
  let store: Store
  let user: UserName

  private func secret() throws -> [UInt8] {
    let chain = try #require(try store.ownChain())
    return try #require(try DeviceKeys(connection: store.connection).signing(chain))
  }

  /// A file of these runs, sealed for whoever holds the receiver's file.
  func file(
    of runs: [ChainRun], for receiver: Store, signing other: [UInt8]? = nil,
    alter: (inout BundleHeader) -> Void = { _ in }
  ) throws -> [UInt8] {
    let above = try #require(try store.ownUnit()?.parent), unit = try #require(try receiver.ownUnit()?.code)
    var header = try store.makeBundle(for: above, by: user).header
    header.to = [unit]
    header.events = runs.reduce(0) { $0 + Int64($1.events.count) }
    alter(&header)
    let boxes = try receiver.boxKeys(of: unit)
    return try Container.write(
      header, plain: BundleContent.write(runs), recipients: boxes, signing: try other ?? secret(),
      random: { Sodium.random($0) })
  }

  /// An entry right behind the last of the own chain, in a run of its own.
  func entry(
    behind last: RawEvent? = nil, counter: Int64? = nil, time: Int64? = nil, about unit: UnitCode? = nil,
    body: [UInt8] = [0xA0]
  ) throws -> ChainRun {
    let chain = try #require(try store.ownChain())
    let head = try #require(try store.runs(of: chain, isOwn: true).first?.events.last)
    let before = last ?? head
    let salt = [UInt8](repeating: 7, count: 16)
    let header = EventHeader(
      chain: chain, sequence: before.header.sequence + 1, previous: before.id,
      lamport: counter ?? before.header.lamport + 1, time: Moment(milliseconds: time ?? 0), author: user,
      unit: unit ?? before.header.unit, kindNumber: 998, record: nil, base: [], bodyHash: Sodium.hash(body, key: salt))
    let event = RawEvent(header, salt: salt, body: body)
    let signature = try #require(Sodium.sign(event.id.hash.bytes, secret: try secret()))
    return ChainRun(chain: chain, events: [event], signature: signature)
  }

  /// So many entries one behind the other, that no packing makes small.
  func bulk(_ count: Int) throws -> [ChainRun] {
    try (0..<count).reduce(into: []) { runs, _ in
      runs.append(try entry(behind: runs.last?.events.last, body: Sodium.random(200_000)))
    }
  }
}
