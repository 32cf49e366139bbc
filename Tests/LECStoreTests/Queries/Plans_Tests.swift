import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECStore

@Suite("Query plans")
struct PlanTests {
  @Test("windows onto the roster walk an index and sort nothing")
  func windows() throws {
    let file = try TrainingFile()
    for direction in Store.Direction.allCases {
      for order in [RosterFilter.Order.name, .classRoom] {
        let plan = try Self.plan(Store.windowSQL(order, direction), file.store)
        #expect(plan.contains { $0.contains("USING INDEX student_by") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(order) \(direction): \(plan)")
      }
    }
  }

  @Test("history, log and look-ups by id read by index, never the whole table")
  func lookups() throws {
    let file = try TrainingFile()
    let constants = [
      EventLog.ofRecord, EventLog.byID, EventLog.headOfChain, EventLog.after, EventLog.before, StudentTable.byNumber,
      ConfirmationTable.latest, ProfileTable.onMachine, ProfileTable.upTo, MachineLives.beginning, ProfileTable.current,
      AuthorityIndex.filed, AuthorityIndex.named,
    ]
    for sql in constants {
      let plan = try Self.plan(sql, file.store)
      #expect(
        !plan.contains {
          $0.hasPrefix("SCAN") && !$0.contains("USING") && !$0.contains("SUBQUERY") && $0 != "SCAN event"
        }, "\(sql): \(plan)")
    }
  }

  @Test("children on two lists are looked for by index, birth date by birth date")
  func pairs() throws {
    let file = try TrainingFile()
    let all = try Self.plan(PairTable.byBirth, file.store)
    #expect(all.contains { $0.contains("USING INDEX student_by_birth") }, "\(all)")
    #expect(!all.contains { $0.contains("TEMP B-TREE") }, "\(all)")
    let one = try Self.plan(PairTable.relatives, file.store)
    for index in ["student_by_birth", "student_by_number"] {
      #expect(one.contains { $0.hasPrefix("SEARCH s USING INDEX \(index)") }, "\(one)")
    }
  }

  @Test("every constant of the tables fits the schema")
  func prepares() throws {
    let file = try TrainingFile()
    for sql in [
      Store.countRoster, Store.leaves, Store.countRows, Store.classRows, Store.enrolled, DisputeTable.count,
      ImportTable.all, Store.numbersOfCentresSQL, Store.basicsOfAll, Store.peopleInOffice, Store.lastCounting,
      Store.withOthers,
    ] {
      #expect(try !Self.plan(sql, file.store).isEmpty, "\(sql)")
    }
  }

  private static func plan(_ sql: String, _ store: Store) throws -> [String] {
    try store.connection.all("EXPLAIN QUERY PLAN " + sql) { $0.text(3) }
  }
}
