import LECModel
import LECStore
import TestSupport
import Testing

@Suite("digest-1")
struct RowDigestTests {
  @Test("rows and datasets hash to the golden vectors, which a second implementation made")
  func vectors() throws {
    let (bytes, _) = try FileCare.read(TestPaths.vectors + "/digest-1/students.txt", limit: 1 << 20)
    let text = String(decoding: try #require(bytes), as: UTF8.self)
    var leaves: [Hash32] = []
    var digest: String?
    for block in text.split(separator: "\n\n") {
      var facts: [String: String] = [:]
      for line in block.split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        if parts.count >= 2, parts[1] == "=" { facts[parts[0]] = parts.count > 2 ? parts[2] : "" }
      }
      if let found = facts["digest"] { digest = found }
      guard let leaf = facts["leaf"] else { continue }
      var student = Student()
      for field in StudentField.allCases { student[field] = facts[field.name] ?? "" }
      let id = RecordID(EventID(try #require(Hex.bytes(facts["record"] ?? "").flatMap { Hash32($0) })))
      let row = try #require(RowDigest.student(id, student))
      let made = Sodium.hash(row, key: try #require(Hex.bytes(facts["salt"] ?? "")))
      #expect(made.hex == leaf, "\(student.fullName)")
      leaves.append(made)
    }
    #expect(leaves.count == 3)
    let whole = RowDigest.dataset(
      .students, unit: UnitCode("3099000001"), round: RoundKey(year: 2567, number: 2), leaves: leaves)
    #expect(Sodium.hash(whole).hex == digest)
    let shuffled = RowDigest.dataset(
      .students, unit: UnitCode("3099000001"), round: RoundKey(year: 2567, number: 2), leaves: leaves.reversed())
    #expect(shuffled == whole)
  }

  @Test("an entry that was taken back is not part of a digest")
  func withdrawn() {
    let child = Fixtures.child { $0[.state] = StudentState.withdrawn.rawValue }
    #expect(RowDigest.student(RecordID(Fixtures.id(1)), child) == nil)
  }
}
