import LECModel
import TestSupport
import Testing

/// Looks at one child as the check of a school or centre does, and gives the names of what it found.
enum Looking {
  static func at(
    _ kind: UnitKind = .school, _ change: (inout Student) -> Void = { _ in }
  ) -> [Check] {
    let today = Fixtures.now.date
    let context = CheckContext(kind: kind, round: Fixtures.round, today: today)
    return StudentChecks.findings(of: RecordID(Fixtures.id(1)), Fixtures.child(change), in: context).map(\.check)
  }

  /// A child of a centre, three years old, without any problem.
  static func centre(_ change: (inout Student) -> Void = { _ in }) -> [Check] {
    at(.centre) {
      $0[.birth] = "2021-02-10"
      $0[.grade] = Grade.c3.rawValue
      change(&$0)
    }
  }
}

@Suite("Checks PU")
struct PupilChecksTests {
  private static let gaps: [(StudentField, Check)] = [
    (.first, .firstMissing), (.last, .lastMissing), (.sex, .sexMissing), (.birth, .birthMissing),
    (.grade, .gradeMissing), (.room, .roomMissing), (.nationality, .nationalityMissing),
  ]

  @Test("PU-02 a pupil of a school who is fully described has no problem")
  func described() { #expect(Looking.at() == []) }

  @Test("PU-02 what is not filled in is told, by field", arguments: gaps)
  func gap(field: StudentField, check: Check) {
    #expect(Looking.at { $0[field] = "" } == [check])
  }

  @Test(
    "PU-02 values that cannot be are told",
    arguments: [
      (StudentField.birth, "2024-11-09", Check.birthFuture), (.birth, "1976-12-31", .birthTooOld),
      (.admitted, "2017-05-09", .admittedBeforeBirth), (.admitted, "2024-11-09", .admittedFuture),
      (.grade, "C3", .gradeNotOffered), (.grade, "H1", .gradeNotOffered), (.title, "girl", .titleSex),
      (.title, "mr", .titleAge),
    ])
  func cannotBe(field: StudentField, value: String, check: Check) {
    #expect(Looking.at { $0[field] = value }.contains(check))
  }

  @Test(
    "PU-02 values at the edge are taken",
    arguments: [
      (StudentField.admitted, "2024-11-08"), (.admitted, "2017-05-10"), (.title, "novice"), (.title, "หม่อมหลวง"),
    ])
  func edges(field: StudentField, value: String) {
    #expect(Looking.at { $0[field] = value } == [])
  }

  @Test(
    "PU-03 every pupil is looked for before confirming",
    arguments: [
      ("", [Check.unchecked]), ("2567/1 present", [.unchecked]), ("2567/2 later", [.later]), ("2567/2 present", []),
    ])
  func lookedFor(mark: String, found: [Check]) {
    #expect(Looking.at { $0[.mark] = mark } == found)
  }

  @Test("PU-05 a child of a centre needs the same", arguments: gaps)
  func gapOfCentre(field: StudentField, check: Check) {
    #expect(Looking.centre() == [])
    #expect(Looking.centre { $0[field] = "" } == [check])
  }

  @Test("PU-07 who moved in came from somewhere")
  func movedIn() {
    #expect(Looking.at { $0[.entry] = EntryKind.movedIn.rawValue } == [.movedInFromMissing])
    let known = Looking.at {
      $0[.entry] = EntryKind.movedIn.rawValue
      $0[.cameFrom] = "โรงเรียนเทศบาลอื่น"
    }
    #expect(known == [])
  }

  @Test("PU-09 a child still on another centre's list is an error until that centre has let it go")
  func elsewhere() {
    #expect(Looking.centre { $0[.elsewhere] = "ศูนย์พัฒนาเด็กเล็กบ้านอื่น" } == [.elsewhereUnsettled])
    #expect(Check.elsewhereUnsettled.severity == .error)
    #expect(Looking.centre { $0[.elsewhere] = "" } == [])
  }

  @Test("PU-10 who was looked for and is not there is taken out, and then is no problem any more")
  func absent() {
    let absent = MarkValue(round: Fixtures.round.key, mark: .absent).text
    #expect(Looking.at { $0[.mark] = absent } == [.absent])
    #expect(Check.absent.severity == .error)
    let removed = Looking.at {
      $0[.mark] = absent
      $0[.state] = StudentState.removed.rawValue
    }
    #expect(removed == [])
  }
}
