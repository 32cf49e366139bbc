/// A text that comes in pieces, as a person pastes it: every line has its own number and check, so that a later piece fills what an
/// earlier one lacked. Lines of another text begin anew.
package struct ArmorPieces: Sendable {
  /// What a piece brought.
  package enum Added: Equatable, Sendable {
    /// No line of ours: words, or lines that came damaged.
    case nothing
    case lines
    /// Another text than before: what had come of that is gone.
    case anew
  }

  private var mark: [UInt8]?
  /// How many lines of data the text has.
  package private(set) var total: Int?
  private var data: [Int: [UInt8]] = [:]
  /// What came before it was known whose lines they are.
  private var loose: [UInt8] = []

  package init() {}

  /// How many lines of data are there.
  package var count: Int { data.count }

  /// The lines of data that are not there, as far as the number of all is known.
  package var missing: [ClosedRange<Int>] {
    guard let total else { return [] }
    var out: [ClosedRange<Int>] = []
    for number in stride(from: 1, through: total, by: 1) where data[number] == nil {
      if let last = out.last, last.upperBound == number - 1 {
        out[out.count - 1] = last.lowerBound...number
      } else {
        out.append(number...number)
      }
    }
    return out
  }

  /// Lines have come, and neither the first nor the last, which say what they belong to.
  package var isLoose: Bool { total == nil && loose.contains(Armor.plus) && loose.contains(Armor.slash) }

  package var isComplete: Bool { total != nil && missing.isEmpty }

  package mutating func add(_ text: String) -> Added {
    let signs = Armor.signs(text)
    guard signs.count + loose.count <= Armor.largestText else { return .nothing }
    var isAnew = false
    if let (total, mark) = Self.frame(signs), mark != self.mark {
      isAnew = self.mark != nil
      self.mark = mark
      self.total = total
      data = [:]
    }
    guard let mark, let total else {
      loose += signs
      return .nothing
    }
    let before = data.count
    take(loose + signs, total, mark)
    loose = []
    return isAnew ? .anew : data.count > before || isComplete ? .lines : .nothing
  }

  /// The bytes of the bundle, when all of its lines are there.
  package func file() throws(ArmorError) -> [UInt8] {
    guard let total, let mark else { throw .noBeginning }
    if let first = missing.first { throw .missing(line: first.lowerBound) }
    let file = (0..<total).flatMap { data[$0 + 1] ?? [] }
    guard Armor.mark(file) == mark else { throw .mixed }
    return file
  }

  private mutating func take(_ signs: [UInt8], _ total: Int, _ mark: [UInt8]) {
    var rest = signs[...]
    while case let (line?, _) = Armor.next(&rest, total, mark) {
      guard case .data(let number, let bytes) = line, (1...max(1, total)).contains(number) else { continue }
      let isFull = bytes.count == Armor.bytesPerLine
      if number < total ? isFull : (1...Armor.bytesPerLine).contains(bytes.count) { data[number] = bytes }
    }
  }

  /// The last first or last line of a text that is in order.
  private static func frame(_ signs: [UInt8]) -> (total: Int, mark: [UInt8])? {
    var found: (total: Int, mark: [UInt8])?
    var rest = signs[...]
    while let close = rest.firstIndex(of: Armor.slash) {
      let piece = rest[..<close]
      rest = rest[(close + 1)...]
      for word in [Armor.begin, Armor.end] {
        guard let at = Armor.place(of: word, in: piece, from: piece.startIndex) else { continue }
        found = Armor.frame(piece[at...], word) ?? found
      }
    }
    return found
  }
}
