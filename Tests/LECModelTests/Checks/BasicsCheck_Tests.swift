import LECModel
import Testing

@Suite("Checks of the basic information")
struct BasicsCheckTests {
  private static func filled(_ kind: UnitKind) -> [UInt8: String] {
    Dictionary(
      uniqueKeysWithValues: BasicsField.allCases.filter { $0.isRequired(for: kind) }.map { ($0.rawValue, "1") })
  }

  @Test("PU-06 a centre without its basic information has an error for each field that is asked for")
  func centre() {
    let findings = BasicsCheck.findings([:], kind: .centre)
    #expect(
      findings.allSatisfy { $0.check == .basicsMissing && $0.dataset == .basics && $0.record == nil && $0.blocks })
    let fields = findings.compactMap { $0.fields.first.flatMap { BasicsField(rawValue: $0) } }
    #expect(fields.contains(.carers) && fields.contains(.rooms) && !fields.contains(.teachers))
    #expect(BasicsCheck.findings(Self.filled(.centre), kind: .centre) == [])
  }

  @Test(
    "PU-06 each field alone is told by its name", arguments: BasicsField.allCases.filter { $0.isRequired(for: .centre) }
  )
  func one(field: BasicsField) {
    var values = Self.filled(.centre)
    values[field.rawValue] = ""
    #expect(BasicsCheck.findings(values, kind: .centre).map(\.fields) == [[field.rawValue]])
  }

  @Test("PU-06 a school is asked for teachers and not for carers")
  func school() {
    var values = Self.filled(.school)
    values[BasicsField.teachers.rawValue] = nil
    #expect(BasicsCheck.findings(values, kind: .school).map(\.fields) == [[BasicsField.teachers.rawValue]])
  }
}
