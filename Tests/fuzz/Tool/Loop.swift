import FuzzKit
import Glibc

/// Runs a corpus and seeded mutations of it in one process: the same seed, the same inputs.
struct Loop {
  private let target: FuzzTarget
  private let folder: String

  init(_ target: FuzzTarget, folder: String) {
    self.target = target
    self.folder = folder + "/" + target.name
  }

  /// Returns the figures in one line of JSON.
  func run(count: Int, seed: UInt64, keeps: Bool) -> String {
    let runner = Runner(target)
    var corpus = Files.names(folder).map { Files.read(folder + "/" + $0) }
    if corpus.isEmpty { corpus = [[]] }
    var seen: Set<String> = []
    for input in corpus { seen.insert(runner.run(input).name) }
    runner.beginMemory()
    var mutator = Mutator(target, seed: seed)
    for _ in 0..<count {
      let input = mutator.mutate(corpus[mutator.below(corpus.count)], with: corpus[mutator.below(corpus.count)])
      let outcome = runner.run(input)
      // Without a count of branches, a new kind of answer is what tells that an input went somewhere new.
      if keeps, corpus.count < 4000, seen.insert(outcome.name).inserted { corpus.append(input) }
    }
    return "{\"executions\":\(count),\"corpus\":\(corpus.count),\"peak_kib\":\(Memory.highest >> 10)}"
  }
}
