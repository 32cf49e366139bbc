/// The zero-width marks on one column, at most four: more than a terminal keeps, and good Thai never has more than two.
struct Marks: Hashable, Sendable {
  // Every mark that is kept lies in the basic plane; 0 is an empty place.
  private var places: (UInt16, UInt16, UInt16, UInt16) = (0, 0, 0, 0)

  static let limit = 4

  init() {}

  var isEmpty: Bool { places.0 == 0 }

  var count: Int {
    places.0 == 0 ? 0 : places.1 == 0 ? 1 : places.2 == 0 ? 2 : places.3 == 0 ? 3 : 4
  }

  /// Adds a mark; false when there is no place left for it.
  mutating func add(_ mark: Unicode.Scalar) -> Bool {
    guard let value = UInt16(exactly: mark.value), value != 0 else { return false }
    switch count {
    case 0: places.0 = value
    case 1: places.1 = value
    case 2: places.2 = value
    case 3: places.3 = value
    default: return false
    }
    return true
  }

  /// The four places as numbers, 0 where there is none.
  var codes: (UInt16, UInt16, UInt16, UInt16) { places }

  /// The marks in the order in which they were written.
  var scalars: [Unicode.Scalar] {
    [places.0, places.1, places.2, places.3].prefix(count).compactMap { Unicode.Scalar($0) }
  }

  static func == (a: Marks, b: Marks) -> Bool { a.places == b.places }

  func hash(into hasher: inout Hasher) {
    hasher.combine(places.0)
    hasher.combine(places.1)
    hasher.combine(places.2)
    hasher.combine(places.3)
  }
}
