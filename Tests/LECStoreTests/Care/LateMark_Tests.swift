import LECModel
import TestSupport
import Testing

@testable import LECStore

/// The power goes after an entry is written and before the mark beside the file is.
@Suite("A mark that is late")
struct LateMark_Tests {
  private let file: TrainingFile

  init() throws {
    file = try TrainingFile(children: 3)
    file.store.close()
  }

  private func open() throws -> Store { try Store.open(file.path, world: file.world) }
  private var mark: SideFile { SideFile(path: file.path + "-mark") }

  /// Writes one entry; with `isMarked` false the mark stays where it was.
  private func write(_ room: String, isMarked: Bool = true) throws {
    let before = mark.read()
    let store = try open()
    defer { store.close() }
    let child = try #require(try store.roster(RosterFilter(), .first, limit: 1).first)
    _ = try store.set([FieldChange(.room, room)], of: [child.id], by: file.user)
    if !isMarked { mark.write(try #require(before)) }
  }

  @Test("nothing is lost and nobody is told of an old copy, however often it happens")
  func again() throws {
    try write("7")
    // The second time the entry that is not marked begins a chain of its own.
    for room in ["8", "9", "10"] {
      try write(room, isMarked: false)
      let store = try open()
      defer { store.close() }
      #expect(try store.startedAnew() == nil)
      #expect(try store.roster(RosterFilter(), .first, limit: 1).first?.student[.room] == room)
      #expect(try store.verify().isOK)
    }
    try write("11")
    let store = try open()
    #expect(try store.startedAnew() == nil)
    let chain = try store.ownChain()
    store.close()
    try write("12")
    #expect(try open().ownChain() == chain)
  }

  @Test("what was to be told before it is told after it")
  func stillTold() throws {
    FileCare.remove(mark.path)
    let store = try open()
    #expect(try store.startedAnew() == .unmarked)
    store.close()
    try write("7")
    try write("8", isMarked: false)
    try write("9")
    #expect(try open().startedAnew() == .unmarked)
  }

  @Test("a file that lacks what its mark tells of is an old copy")
  func old() throws {
    try write("7")
    var ahead = try #require(mark.read())
    ahead.sequence += 1
    mark.write(ahead)
    #expect(try open().startedAnew() == .restored)
    ahead.chain = ChainID(Fixtures.id(9).hash)
    mark.write(ahead)
    #expect(try open().startedAnew() == .restored)
  }
}
