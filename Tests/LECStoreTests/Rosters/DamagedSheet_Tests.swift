import LECStore
import TestSupport
import Testing

/// Good files with bytes changed, dropped and doubled at random: whatever comes of it, it is rows of the right width with
/// readable cells, or a problem whose place is inside the sheet.
@Suite struct DamagedSheetTests {
  @Test("a damaged file gives whole rows or a problem with a place", arguments: VectorFolder.good.names(ending: ".csv"))
  func damaged(_ file: String) throws {
    let bytes = try VectorFolder.good.bytes(file)
    for seed in 1...40 {
      var luck = Luck(seed: UInt64(seed))
      let damaged = damage(bytes, &luck)
      do {
        var sheet = try RosterSheet(damaged, words: .shipped)
        var line = 0
        while let row = try sheet.next() {
          #expect(row.line > line, "seed \(seed)")
          line = row.line
          let cells = (0..<row.count).map { row[$0] }
          #expect(cells.allSatisfy { !$0.contains("\0") }, "seed \(seed)")
          if row.problem == nil { #expect(row.count >= sheet.columns.columns.count, "seed \(seed)") }
          checkPlace(row.problem, damaged, seed)
        }
      } catch {
        checkPlace(error, damaged, seed)
      }
    }
  }

  private func checkPlace(_ problem: CSVProblem?, _ bytes: [UInt8], _ seed: Int) {
    guard let place = problem?.place else { return }
    #expect(place.line >= 1 && place.column >= 1 && place.column <= 201, "seed \(seed)")
    #expect(place.textLine >= place.line && place.textLine <= bytes.count + 1, "seed \(seed)")
  }

  private func damage(_ bytes: [UInt8], _ luck: inout Luck) -> [UInt8] {
    var damaged = bytes
    let likely: [UInt8] = [0, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x09, 0x3D, 0x27, 0x1A, 0x80, 0xE0, 0xFF]
    for _ in 0..<Int.random(in: 1...4, using: &luck) {
      guard let at = damaged.indices.randomElement(using: &luck) else { return damaged }
      switch Int.random(in: 0..<4, using: &luck) {
      case 0: damaged[at] = UInt8.random(in: 0...255, using: &luck)
      case 1: damaged[at] = likely.randomElement(using: &luck) ?? 0
      case 2: damaged.remove(at: at)
      default: damaged.insert(contentsOf: damaged[at...].prefix(Int.random(in: 1...40, using: &luck)), at: at)
      }
    }
    return damaged
  }
}
