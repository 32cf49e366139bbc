import LECModel
import LECStore
import TestSupport
import Testing

@Suite("Windows onto the roster")
struct RosterTests {
  @Test(
    "windows put together are the whole list, forwards and backwards, in every order",
    arguments: RosterFilter.Order.allCases)
  func windows(order: RosterFilter.Order) throws {
    let file = try TrainingFile(.school)
    let filter = RosterFilter(order: order)
    let whole = try file.store.roster(filter, .first, limit: 1000).map(\.n)
    #expect(whole.count == 96)
    var forward = try file.store.roster(filter, .first, limit: 7).map(\.n)
    while let last = forward.last {
      let next = try file.store.roster(filter, .after(last), limit: 7).map(\.n)
      if next.isEmpty { break }
      forward += next
    }
    #expect(forward == whole)
    var backward = try file.store.roster(filter, .last, limit: 7).map(\.n)
    while let first = backward.first {
      let before = try file.store.roster(filter, .before(first), limit: 7).map(\.n)
      if before.isEmpty { break }
      backward = before + backward
    }
    #expect(backward == whole)
    #expect(try file.store.rosterOrdinal(filter, of: whole[40]) == 40)
    #expect(try file.store.roster(filter, .from(whole[40]), limit: 3).map(\.n) == Array(whole[40..<43]))
  }

  @Test("the search forgives missing tone marks and finds parts of names and numbers")
  func search() throws {
    let file = try TrainingFile()
    try file.store.addStudent(Fixtures.changes(Fixtures.child { $0[.mark] = "" }), by: file.user)
    for words in ["ปันบุญ", "ปั้น ทองทุ่ง", "บุญ", "00000013", "๐๐๐๐๐๐๑๓"] {
      let found = try file.store.roster(RosterFilter(search: words), .first, limit: 50)
      #expect(found.contains { $0.student[.number] == "1999900000013" }, "\(words)")
    }
    #expect(try file.store.rosterCount(RosterFilter(search: "ไม่มีใครชื่อนี้")) == 0)
  }

  @Test("a class and a problem narrow the list")
  func filters() throws {
    let file = try TrainingFile(.school)
    let classes = try file.store.classes()
    #expect(classes.reduce(0) { $0 + $1.total } == 96)
    let first = try #require(classes.first)
    #expect(try file.store.rosterCount(RosterFilter(classRoom: first.classRoom)) == first.total)
    #expect(try file.store.rosterCount(RosterFilter(problem: .check(.numberMissing))) == 1)
    #expect(try file.store.rosterCount(RosterFilter(problem: .any)) == 96)
  }

  @Test("a child is found by the beginning of its id and by its number")
  func named() throws {
    let file = try TrainingFile()
    let child = try #require(try file.children().first)
    #expect(try file.store.students(named: child.id.short).map(\.id) == [child.id])
    #expect(try file.store.students(named: child.student[.number]).map(\.id).contains(child.id))
    #expect(try file.store.students(named: "zzz").isEmpty)
  }
}
