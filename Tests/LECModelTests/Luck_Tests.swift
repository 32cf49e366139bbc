import TestSupport
import Testing

@Suite struct LuckTests {
  @Test("the same seed gives the same numbers")
  func repeats() {
    var a = Luck(seed: 7), b = Luck(seed: 7)
    #expect((0..<5).map { _ in a.next() } == (0..<5).map { _ in b.next() })
  }
}
