import Glibc

extension FuzzTarget {
  /// No reader at all, but one of every fault: so that a test can see that each of them is noticed. Not in `all`.
  static let selfCheck = FuzzTarget(
    "selfcheck", share: 0, shape: .text, longest: 64, words: ["crash", "hang", "memory", "promise"],
    seeds: { [Array("nothing".utf8)] },
    make: {
      { input in
        switch String(decoding: input.prefix(8), as: UTF8.self) {
        case "crash": return .taken(Int(input[input.count + 1 - (input.isEmpty ? 1 : 0)]))
        case "hang": while getpid() > 0 {}
        case "memory": return .taken([UInt8](repeating: 1, count: 100 << 20).count)
        case "promise": throw BrokenPromise(description: "as was asked for")
        default: break
        }
        return .taken(0)
      }
    })
}
