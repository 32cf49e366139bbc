/// One of our readers, fed with bytes that nobody made on purpose. It may refuse them with an error; it must not stop, hang, take
/// memory without measure, or break what it promises.
package struct FuzzTarget: Sendable {
  package typealias Body = ([UInt8]) throws -> Outcome

  /// How a mutation can be more than noise.
  package enum Shape: Sendable {
    case bytes
    case text
    /// Deterministic CBOR behind so many bytes.
    case cbor(after: Int)
  }

  package var name: String
  /// How many of 1000 executions are this target's.
  package var share: Int
  package var shape: Shape
  /// The longest input; what is worth finding shows in short ones.
  package var longest: Int
  package var words: [String]
  package var seeds: @Sendable () throws -> [[UInt8]]
  /// Makes what runs one input: it may keep a file open from one to the next.
  package var make: @Sendable () throws -> Body

  package init(
    _ name: String, share: Int, shape: Shape, longest: Int = 4096, words: [String] = [],
    seeds: @escaping @Sendable () throws -> [[UInt8]], make: @escaping @Sendable () throws -> Body
  ) {
    self.name = name
    self.share = share
    self.shape = shape
    self.longest = longest
    self.words = words
    self.seeds = seeds
    self.make = make
  }
}

/// What became of one input.
package enum Outcome {
  /// It was taken; the number tells one depth of the way from another.
  case taken(Int)
  case refused(any Error)

  /// Behaviour by name: an input that shows a new one is worth keeping, where nothing counts the branches that are taken.
  package var name: String {
    switch self {
    case .taken(let depth): "taken \(depth)"
    case .refused(let error): String("\(type(of: error)).\(error)".prefix { $0 != "(" })
    }
  }
}

/// What a reader promises beyond not stopping does not hold.
package struct BrokenPromise: Error, CustomStringConvertible {
  package var description: String

  package static func unless(_ holds: Bool, _ promise: String) throws(BrokenPromise) {
    if !holds { throw BrokenPromise(description: promise) }
  }
}
