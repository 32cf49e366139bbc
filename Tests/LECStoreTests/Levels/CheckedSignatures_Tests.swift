import LECModel
import TestSupport
import Testing

@testable import LECStore

@Suite("Signatures that were checked before")
struct CheckedSignatures_Tests {
  @Test("are kept in the file, thrown away with the tables and checked again when those are made anew")
  func kept() throws {
    let store = try Kingdom().store
    try store.rebuild()
    let before = try marks(store)
    #expect(before.count > 10)
    try store.connection.execute("DELETE FROM checked")
    try store.rebuild()
    #expect(try marks(store) == before)
  }

  @Test("a state that is read with them says what one says that checks them all")
  func same() throws {
    let store = try Kingdom().store
    try store.rebuild()
    let remembering = try TrustBook(store.connection).state()
    let sure = try TrustBook(store.connection, remembers: false).state()
    #expect(remembering.chains == sure.chains)
    #expect(remembering.units.mapValues(\.latest) == sure.units.mapValues(\.latest))
  }

  @Test("whoever checks the file believes none of them, not even one that somebody wrote there")
  func planted() throws {
    let file = try TrainingFile()
    try file.makeReady()
    try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
    let store = file.store, nothing = [UInt8](repeating: 0, count: 64)
    let act = try #require(try store.events(after: 0, limit: 10_000).last { $0.header.kind == .confirmed })
    let profile = try store.events(after: 0, limit: 10_000).compactMap { event -> [UInt8]? in
      guard case .profile(let profile)? = event.body?.content, profile.user == file.user else { return nil }
      return profile.key
    }
    try store.connection.run("UPDATE event SET signature = zeroblob(64) WHERE n = ?1", .integer(act.n))
    for key in profile {
      let mark = Sodium.hash(nothing + key + act.id.hash.bytes)
      try store.connection.run("INSERT INTO checked (mark) VALUES (?1)", .blob(mark.bytes))
    }
    let forged = try #require(try store.log.event(act.n))
    let believing = TrustBook(store.connection)
    _ = try believing.state()
    #expect(try believing.judge(forged) == .accepted)
    #expect(try store.verify().problems.map(\.fault) == [.signature])
  }

  private func marks(_ store: Store) throws -> Set<Hash32> {
    try Set(store.connection.all("SELECT mark FROM checked") { $0.hash(0) })
  }
}
