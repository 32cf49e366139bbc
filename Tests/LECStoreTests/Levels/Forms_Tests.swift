import LECModel
import TestSupport
import Testing

@testable import LECStore

@Suite("Figures of the province's forms")
struct Forms_Tests {
  @Test("RP-04 children of centres are counted by the kind of number they have, those taken out are not")
  func numbers() throws {
    let kingdom = try Kingdom()
    let numbers = [
      "1999900000013", "5999900000019", "0999900000011", "7999900000014", "G679600000001", "G5301", "P123", "",
    ]
    for number in numbers {
      kingdom.add(
        Kingdom.centre, .studentAdded, .changes([FieldChange(.number, number), FieldChange(.state, "enrolled")]))
    }
    kingdom.add(Kingdom.centre, .studentAdded, .changes([FieldChange(.number, ""), FieldChange(.state, "removed")]))
    try kingdom.take()
    let counts = try kingdom.store.numbersOfCentres()
    #expect(
      counts[UnitCode(Kingdom.centre)] == NumberCounts(citizen: 2, series: 2, gcode: 1, old: 2, none: 1))
    // A school's pupils belong to another form.
    #expect(counts[UnitCode(Kingdom.school)] == nil)
  }

  @Test("RP-04 an authority that only counts other affiliations is told apart from one with nothing")
  func kinds() {
    let unit = Unit(code: UnitCode("05990101"), kind: .authority, name: "ทต.")
    func standing(_ unit: Unit) -> UnitStanding {
      UnitStanding(unit: unit, datasets: [], counts: Counts(), register: 0, confirmedTotal: nil, institutions: 0)
    }
    var data = AuthorityData(unit: unit, standing: standing(unit), institutions: [])
    #expect(data.kind == .subdistrictTown)
    // A running number that nobody should have does not make another kind of it.
    data.unit.code = UnitCode("05990200")
    #expect(data.kind == .subdistrictTown)
    data.unit.code = UnitCode("20990101")
    #expect(data.kind == .special)
    #expect(FormThree.cells(data, hasOthers: true) == [1, 0, 0, 0, 1, 1, 0, 0])
    #expect(FormThree.cells(data, hasOthers: false) == [1, 0, 0, 0, 1, 0, 0, 0])
    data.institutions = [UnitKind.school, .college, .centre].map {
      standing(Unit(code: UnitCode("3099000001"), kind: $0, name: "-"))
    }
    #expect(FormThree.cells(data, hasOthers: true) == [1, 1, 1, 1, 0, 0, 2, 1])
  }

  @Test("a long table is cut between entries; every page has its number and the heads of the columns")
  func pages() {
    var sheet = Sheet()
    sheet.columnHead { $0.line("head") }
    for i in 0..<50 {
      if i % 10 == 0 {
        sheet.heading()
        sheet.line("group")
      }
      sheet.block()
      for part in 1...3 { sheet.line("\(i) \(part)") }
    }
    let lines = Pages.lines(sheet, title: "title", ReportWords { "\($0) \($1.joined(separator: "/"))" })
    #expect(lines.filter { $0.hasPrefix("page") } == ["page 1/3", "page 2/3", "page 3/3"])
    for (i, line) in lines.enumerated() where line.hasPrefix("page") {
      #expect(lines[i - 1].hasSuffix(" 3"), "no entry is cut, and no heading left alone: \(lines[i - 1])")
      guard i + 1 < lines.count else { continue }
      #expect(lines[i + 1] == "\u{0C}title")
      #expect(lines[i + 2] == "head")
    }
    #expect(lines.split { $0.hasPrefix("page") }.allSatisfy { $0.count <= Pages.height })
  }
}
