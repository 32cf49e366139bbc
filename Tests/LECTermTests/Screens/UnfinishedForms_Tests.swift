import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@Suite("Half-filled forms") @MainActor struct UnfinishedFormsTests {
  @Test("what was typed comes first on the home screen after a new start, and opens with everything in it")
  func comesBack() throws {
    let sitting = try Sitting(.centre, language: .english)
    sitting.open(.newStudent)
    sitting.press(.tab, .tab)
    sitting.type("น้ำเพชร")
    // The program ends here without a word; another one begins with the same file.
    sitting.open(.home)
    sitting.expect(sitting.said("home.draft.student"))
    sitting.press(.enter)
    sitting.expect("น้ำเพชร")
  }
}
