import LECModel
import Testing

@Suite("Rules GC")
struct GCodeRulesTests {
  @Test(
    "GC-10 a number becomes better evidence or is corrected, and never goes back",
    arguments: [
      ("", "G679600000001", true), ("", "1999900000013", true), ("G679600000001", "1999900000013", true),
      ("1999900000013", "1999900009011", true), ("P1234567", "G679600000001", true),
      ("1999900000013", "G679600000001", false), ("1999900000013", "", false), ("G679600000001", "", false),
      ("G679600000001", "P1234567", false),
    ])
  func neverBack(old: String, new: String, allowed: Bool) {
    let ruling = GCodeRules.numberNeverGoesBack(from: old, to: new)
    #expect((ruling == .allowed) == allowed)
    if !allowed { #expect(ruling.refusal?.rule == .gc10) }
  }
}
