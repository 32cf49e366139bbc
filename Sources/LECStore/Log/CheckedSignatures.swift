import LECModel
import Synchronization

/// Signatures that were looked at before. To check one takes longer than everything else that is done with an authority event, and a
/// department has sixty thousand: what was checked once is kept in the file, in a table that is thrown away with the others.
final class CheckedSignatures: Sendable {
  private struct Marks {
    var kept: Set<Hash32> = []
    var fresh: [Hash32] = []
  }

  private let marks = Mutex(Marks())

  private static let all = "SELECT mark FROM checked"
  private static let insert = "INSERT OR IGNORE INTO checked (mark) VALUES (?1)"

  /// Whether the signature is right; only what was checked here, by this very key and over this very message, is not checked again. The
  /// same for what was found wrong: else a file full of acts with bad signatures would cost its readers as much at every later one.
  func check(_ signature: [UInt8], _ message: [UInt8], _ key: [UInt8]) -> Bool {
    // Keys and signatures have one length each; the message is what is left.
    guard signature.count == 64, key.count == 32 else { return false }
    let right = Sodium.hash(signature + key + message)
    if marks.withLock({ $0.kept.contains(right) }) { return true }
    let wrong = Sodium.hash(right.bytes)
    if marks.withLock({ $0.kept.contains(wrong) }) { return false }
    let isRight = Sodium.verify(signature, message, publicKey: key)
    let mark = isRight ? right : wrong
    marks.withLock { if $0.kept.insert(mark).inserted { $0.fresh.append(mark) } }
    return isRight
  }

  /// Takes what the file knows, after it was opened, made anew or set back; what is known here and not there is kept at the next chance.
  func load(_ connection: Connection) throws(SQLiteError) {
    let stored = Set(try connection.all(Self.all) { $0.hash(0) })
    marks.withLock { marks in
      marks.fresh = marks.kept.filter { !stored.contains($0) }.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
      marks.kept.formUnion(stored)
    }
  }

  /// Writes what is new, inside the transaction that is open.
  func keep(_ connection: Connection) throws(SQLiteError) {
    let fresh = marks.withLock { marks in
      defer { marks.fresh = [] }
      return marks.fresh
    }
    for mark in fresh { try connection.run(Self.insert, .blob(mark.bytes)) }
  }

  func forget() { marks.withLock { $0 = Marks() } }
}
