import LECModel
import Testing

@testable import LECTerm

@Suite("Words for units")
struct UnitWordsTests {
  private func said(_ words: Words, _ code: Language.Code) -> String {
    words.said(in: Language(code: code, folder: Spoken.folder))
  }

  @Test("every kind and every affiliation has a name and an abbreviation in both languages, each its own")
  func names() {
    for code in [Language.Code.thai, .english] {
      let kinds = AuthorityKind.allCases.map { said(UnitWords.name($0), code) }
      let affiliations = Affiliation.allCases.map { said(UnitWords.name($0), code) }
      let short =
        AuthorityKind.allCases.map { said(UnitWords.short($0), code) }
        + Affiliation.allCases.map { said(UnitWords.short($0), code) }
      #expect(Set(kinds).count == kinds.count && Set(affiliations).count == affiliations.count)
      for text in kinds + affiliations + short { #expect(!text.isEmpty && !text.contains("["), "\(text)") }
    }
    #expect(
      said(UnitWords.short(.subdistrict), .thai) == "อบต." && said(UnitWords.short(.borderPolice), .thai) == "ตชด.")
  }

  @Test("an affiliation that a newer program wrote stays as it is written")
  func unknown() {
    #expect(said(UnitWords.affiliation("BPP"), .english) == "Border Patrol Police")
    #expect(said(UnitWords.affiliation("NEW"), .english) == "NEW")
  }

  @Test("every fault of a code is said in both languages, with what was typed")
  func faults() {
    for typed in ["", "0599O112", "07990101", "05980101", "05990001", "05990100", "02990201"] {
      guard case .failure(let fault) = AuthorityCode.read(typed) else {
        Issue.record("\(typed)")
        continue
      }
      for code in [Language.Code.thai, .english] {
        let text = said(UnitWords.fault(fault), code)
        #expect(!text.contains("[") && !text.contains("{"), "\(text)")
      }
    }
    #expect(said(UnitWords.fault(.noSuchProvince("98")), .english).contains("98"))
  }
}
