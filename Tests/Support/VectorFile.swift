package import LECModel
import LECStore

/// Golden vectors, as lines `name = value`, and the hash function they are made with.
package enum VectorFile {
  package static func lines(_ name: String) throws -> [(name: String, value: String)] {
    let (bytes, _) = try FileCare.read(TestPaths.vectors + "/" + name, limit: 1 << 20)
    return String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return parts.count == 2 ? (TextForm.clean(parts[0]), TextForm.clean(parts[1])) : nil
    }
  }

  /// BLAKE2b-256, as the program hands it to the model.
  package static func hash(_ bytes: [UInt8]) -> Hash32 { Sodium.hash(bytes) }
}
