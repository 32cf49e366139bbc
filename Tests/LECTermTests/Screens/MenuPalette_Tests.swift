import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// Whoever knows what a line of the menu is called finds it by these letters.
@MainActor @Suite("The menu of the first screen in the palette")
struct MenuPalette_Tests {
  @Test("every line is found by its name and leads where the line leads", arguments: Language.Code.allCases)
  func found(language: Language.Code) throws {
    let tree = try TreeFiles(children: 4)
    for unit in ["3099000001", "05990101", "99", "00"] {
      let clerk = try Sitting(at: UnitCode(unit), of: tree, language: language)
      guard case .account(.home(let home))? = try clerk.desk.answer(.account(.home)) else { return }
      let isOffice = !home.unit.kind.isInstitution
      let lines = isOffice ? OfficeMenu.items(home) : HomeMenu.items(home)
      #expect(lines.count > 10)
      for line in lines where line.id != "logout" {
        guard case .key(let key, _) = line.label else { continue }
        let there = try #require(OfficeMenu.destination(line.id, home) ?? HomeMenu.destination(line.id), "\(line.id)")
        clerk.open(.home, there)
        let title = clerk.rows[0]
        clerk.open(.home)
        clerk.press(.char(":"))
        clerk.type(String(clerk.said(key).unicodeScalars.prefix(40).map(Character.init)))
        clerk.expect(clerk.said(key))
        clerk.press(.enter)
        #expect(clerk.rows[0] == title, "\(unit): \(line.id)")
      }
      clerk.open(.home)
      clerk.press(.char(":"))
      clerk.type(clerk.said("home.menu.logOut"))
      clerk.press(.enter)
      clerk.expect(clerk.said("login.title"))
    }
  }
}
