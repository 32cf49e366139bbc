import LECModel
import TestSupport
import Testing

/// Every planted mistake in merging is noticed by the tests of merging.
@Suite("Planted mistakes in merging")
struct PlantedMerging_Tests {
  @Test("is noticed", arguments: Planted.ofMerging)
  func noticed(_ mistake: Planted) {
    Planted.$now.withValue(mistake) {
      withKnownIssue("planted") {
        let tests = MergeTests()
        tests.successor()
        tests.concurrent()
        tests.removal()
        tests.removalBesideRestoring()
        for seed in 1...60 { tests.orderDoesNotMatter(seed: UInt64(seed)) }
      }
    }
  }
}
