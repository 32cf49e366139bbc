import Glibc
import LECModel
import LECStore
import TestSupport
import Testing

@Suite("Care of the file")
struct CareTests {
  @Test("rebuild makes identical tables from the log")
  func rebuild() throws {
    let file = try TrainingFile()
    try file.makeReady()
    try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
    let before = try file.store.projectionDigest()
    try file.store.rebuild()
    #expect(try file.store.projectionDigest() == before)
    #expect(try file.store.verify().isOK)
  }

  @Test("a file that could once only be read can be written again when its rights are mended")
  func rights() throws {
    let file = try TrainingFile()
    let sides = ["-wal", "-shm"].map { file.path + $0 }
    for side in sides { #expect(chmod(side, 0o444) == 0) }
    let second = try Store.open(file.path, world: file.world)
    defer { second.close() }
    for side in sides {
      var about = stat()
      #expect(stat(side, &about) == 0 && about.st_mode & 0o777 == 0o600, "\(side)")
    }
  }

  @Test("one changed byte in a stored body is found")
  func tampered() throws {
    let file = try TrainingFile()
    file.store.close()
    let connection = try Connection(path: file.path, create: false)
    try connection.run("UPDATE event SET body = x'A101A0' WHERE n = (SELECT max(n) FROM event)")
    connection.close()
    let store = try Store.open(file.path, world: file.world)
    #expect(try store.verify().problems.contains { $0.fault == .bodyHash })
  }

  @Test("tables that were changed behind the log's back are found")
  func tamperedTable() throws {
    let file = try TrainingFile()
    file.store.close()
    let connection = try Connection(path: file.path, create: false)
    try connection.run("UPDATE student SET room = '77' WHERE n = (SELECT max(n) FROM student)")
    connection.close()
    let store = try Store.open(file.path, world: file.world)
    #expect(try store.verify().problems.map(\.fault) == [.tables])
    try store.rebuild()
    #expect(try store.verify().isOK)
  }

  @Test("a backup opens with everything in it, and goes on with a new chain")
  func backup() throws {
    let file = try TrainingFile()
    let child = try #require(try file.children().first)
    try file.store.editStudent(child.id, [FieldChange(.room, "7")], by: file.user)
    let copy = file.folder.file("copy.db"), restored = file.folder.file("restored.db")
    try file.store.backup(to: copy)
    #expect(throws: StoreError.exists(path: copy)) { try file.store.backup(to: copy) }
    let store = try Store.restore(from: copy, to: restored, world: file.world)
    #expect(try store.student(child.id)?.student[.room] == "7")
    #expect(try store.stateDigest() == file.store.stateDigest())
    try store.editStudent(child.id, [FieldChange(.room, "8")], by: file.user)
    let check = try store.verify()
    #expect(check.isOK)
    #expect(check.chains == 5)
  }

  @Test("a copied file and one whose mark is gone go on with a new chain; an unchanged one does not")
  func chains() throws {
    let file = try TrainingFile()
    let child = try #require(try file.children().first)
    file.store.close()
    let same = try Store.open(file.path, world: file.world)
    try same.editStudent(child.id, [FieldChange(.room, "7")], by: file.user)
    #expect(try same.verify().chains == 4)
    same.close()
    unlink(file.path + "-mark")
    let unmarked = try Store.open(file.path, world: file.world)
    try unmarked.editStudent(child.id, [FieldChange(.room, "8")], by: file.user)
    let check = try unmarked.verify()
    #expect(check.chains == 5)
    #expect(check.isOK)
  }

  @Test("a new file that was never closed, as after a power cut, can be opened")
  func neverClosed() throws {
    let file = try TrainingFile()
    let again = try Store.open(file.path, world: file.world)
    #expect(try again.ownUnit()?.code == file.set.unit.code)
    again.close()
  }

  @Test("files that are not ours are refused by name and left as they were")
  func foreign() throws {
    let folder = TemporaryFolder()
    let text = folder.file("text.db"), other = folder.file("other.db")
    try FileCare.write(Array(String(repeating: "not a database ", count: 100).utf8), to: text)
    #expect(throws: StoreError.notADatabase(path: text)) { try Store.open(text, world: Fixtures.world()) }
    let connection = try Connection(path: other, create: true)
    try connection.execute("CREATE TABLE t (a)")
    connection.close()
    #expect(throws: StoreError.notOurs(path: other)) { try Store.open(other, world: Fixtures.world()) }
    #expect(![text, other].contains { FileCare.exists($0 + "-lock") })
    let missing = folder.file("missing.db")
    #expect(throws: StoreError.notFound(path: missing)) { try Store.open(missing, world: Fixtures.world()) }
    #expect(!FileCare.exists(missing))
  }

  @Test("a new file that is open, or whose program was killed, is known as ours by a second one")
  func young() throws {
    let file = try TrainingFile(children: 3)
    let second = try Store.open(file.path, world: file.world)
    defer { second.close() }
    #expect(try second.rosterCount(RosterFilter()) == 3)
  }

  @Test("a half-filled form is there again after the file was opened anew")
  func drafts() throws {
    let file = try TrainingFile()
    try file.store.saveDraft("student", ["first": "ปั้น", "last": ""])
    file.store.close()
    let store = try Store.open(file.path, world: file.world)
    #expect(try store.draft("student") == ["first": "ปั้น", "last": ""])
    try store.dropDraft("student")
    #expect(try store.draft("student") == nil)
  }
}
