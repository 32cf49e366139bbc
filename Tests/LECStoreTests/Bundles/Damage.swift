import LECModel
import LECStore
import TestSupport

/// Every single way in which a file can be damaged, numbered from 0: each bit the other way round, each length that is too short,
/// up to 64 bytes too much, and each character of its text form replaced by another letter and by what is no letter of it.
struct Damage: Sendable {
  enum Kind: String, CaseIterable { case bit, length, trailing, letter, stranger }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  /// What keyboards, chats and converters put in the place of letters; the small letter and the look-alikes are among them.
  private static let strangers = Array("-_=lIOUo.,:;*?@\u{0}".utf8)

  let file: [UInt8]
  private let text: [UInt8]
  /// Line ends are not told apart from spaces: they may change.
  private let places: [Int]

  init(_ file: [UInt8]) throws {
    self.file = file
    text = Array(try Armor.write(file).utf8)
    places = text.indices.filter { [text] in text[$0] != 0x0A }
  }

  /// How many there are of each kind, in the order of their numbers.
  var counts: [(kind: Kind, count: Int)] {
    [
      (.bit, file.count * 8), (.length, file.count), (.trailing, 128), (.letter, places.count),
      (.stranger, places.count),
    ]
  }

  var count: Int { counts.reduce(0) { $0 + $1.count } }

  /// The file with that damage, as it would lie on a stick.
  func damaged(_ number: Int) -> (kind: Kind, bytes: [UInt8]) {
    var n = number
    for (kind, count) in counts {
      if n < count { return (kind, bytes(kind, n)) }
      n -= count
    }
    return (.length, [])
  }

  private func bytes(_ kind: Kind, _ n: Int) -> [UInt8] {
    switch kind {
    case .bit:
      var changed = file
      changed[n / 8] ^= 1 << UInt8(n % 8)
      return changed
    case .length: return Array(file[..<n])
    case .trailing: return file + (n < 64 ? [UInt8](repeating: 0, count: n + 1) : Shell.noise(n - 63))
    case .letter: return replaced(places[n], by: Self.alphabet, n)
    case .stranger: return replaced(places[n], by: Self.strangers, n)
    }
  }

  /// The n-th of these characters that is not the one that stands there.
  private func replaced(_ place: Int, by characters: [UInt8], _ n: Int) -> [UInt8] {
    var changed = text
    let others = characters.filter { $0 != text[place] }
    changed[place] = others[n % others.count]
    return changed
  }

  /// A reason that says what happened: not that it is a stranger's, or another department's, or a training file.
  static func isPlain(_ error: any Error, _ kind: Kind) -> Bool {
    switch (kind, error) {
    case (.bit, let error as BundleError):
      [.notABundle, .newerFormat, .cutOff, .badHeader, .bomb, .badSignature].contains(error)
    case (.length, let error as BundleError): [.notABundle, .cutOff, .badSignature].contains(error)
    case (.trailing, let error as BundleError): error == .badSignature
    case (.letter, is ArmorError), (.stranger, is ArmorError): true
    default: false
    }
  }
}
