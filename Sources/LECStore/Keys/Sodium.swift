import CSodium
package import LECModel

/// The few functions of libsodium that the store uses, with lengths checked before every call.
package enum Sodium {
  /// Must have run before anything else here; says whether the library is usable.
  package static let isReady: Bool = sodium_init() >= 0

  /// BLAKE2b-256, keyed when a key (a body's salt) is given.
  package static func hash(_ bytes: [UInt8], key: [UInt8] = []) -> Hash32 {
    var out = [UInt8](repeating: 0, count: 32)
    _ = crypto_generichash(&out, 32, bytes, UInt64(bytes.count), key.isEmpty ? nil : key, key.count)
    return Hash32(out) ?? .zero
  }

  package static func random(_ count: Int) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: count)
    randombytes_buf(&out, count)
    return out
  }

  /// The Ed25519 pair of a seed of 32 random bytes.
  package static func signingPair(seed: [UInt8]) -> (publicKey: [UInt8], secret: [UInt8]) {
    var publicKey = [UInt8](repeating: 0, count: crypto_sign_publickeybytes())
    var secret = [UInt8](repeating: 0, count: crypto_sign_secretkeybytes())
    guard seed.count == crypto_sign_seedbytes() else { return ([], []) }
    _ = crypto_sign_seed_keypair(&publicKey, &secret, seed)
    return (publicKey, secret)
  }

  /// The X25519 pair of a seed of 32 random bytes, for boxes.
  package static func boxPair(seed: [UInt8]) -> (publicKey: [UInt8], secret: [UInt8]) {
    var publicKey = [UInt8](repeating: 0, count: crypto_box_publickeybytes())
    var secret = [UInt8](repeating: 0, count: crypto_box_secretkeybytes())
    guard seed.count == crypto_box_seedbytes() else { return ([], []) }
    _ = crypto_box_seed_keypair(&publicKey, &secret, seed)
    return (publicKey, secret)
  }

  package static func sign(_ message: [UInt8], secret: [UInt8]) -> [UInt8]? {
    guard secret.count == crypto_sign_secretkeybytes() else { return nil }
    var signature = [UInt8](repeating: 0, count: crypto_sign_bytes())
    return crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret) == 0 ? signature : nil
  }

  package static func verify(_ signature: [UInt8], _ message: [UInt8], publicKey: [UInt8]) -> Bool {
    guard signature.count == crypto_sign_bytes(), publicKey.count == crypto_sign_publickeybytes() else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
  }

  /// How hard a password is to try. Tests take `quick`, which guards nothing.
  package struct Cost: Sendable, Equatable {
    package var operations: UInt64
    package var memory: Int

    package static let standard = Cost(operations: 3, memory: 64 << 20)
    package static let quick = Cost(operations: 1, memory: 8 << 10)

    package init(operations: UInt64, memory: Int) {
      self.operations = operations
      self.memory = memory
    }

    /// A cost that another machine names; nil beyond what a card may cost, for it is paid before anything is known to be right.
    package init?(operations: Int64, memory: Int64) {
      guard (1...10).contains(operations), (8 << 10...256 << 20).contains(memory) else { return nil }
      self.init(operations: UInt64(operations), memory: Int(memory))
    }
  }

  /// Argon2id: 32 bytes from a password and a salt; nil when the memory cannot be had.
  package static func stretch(_ password: String, salt: [UInt8], cost: Cost) -> [UInt8]? {
    guard salt.count == crypto_pwhash_saltbytes() else { return nil }
    var key = [UInt8](repeating: 0, count: 32)
    let characters = password.utf8.map { CChar(bitPattern: $0) } + [0]
    let code = crypto_pwhash(
      &key, 32, characters, UInt64(characters.count - 1), salt, cost.operations, cost.memory,
      crypto_pwhash_alg_argon2id13())
    return code == 0 ? key : nil
  }

  /// Seals bytes under a key, so that a change is noticed.
  package static func seal(_ bytes: [UInt8], key: [UInt8], random: (Int) -> [UInt8]) -> [UInt8] {
    let nonce = random(crypto_secretbox_noncebytes())
    var out = [UInt8](repeating: 0, count: bytes.count + crypto_secretbox_macbytes())
    _ = crypto_secretbox_easy(&out, bytes, UInt64(bytes.count), nonce, key)
    return nonce + out
  }

  /// Opens what `seal` made; nil for a wrong key or changed bytes.
  package static func unseal(_ sealed: [UInt8], key: [UInt8]) -> [UInt8]? {
    let n = crypto_secretbox_noncebytes(), m = crypto_secretbox_macbytes()
    guard sealed.count >= n + m, key.count == crypto_secretbox_keybytes() else { return nil }
    let nonce = Array(sealed[..<n]), box = Array(sealed[n...])
    var out = [UInt8](repeating: 0, count: box.count - m)
    return crypto_secretbox_open_easy(&out, box, UInt64(box.count), nonce, key) == 0 ? out : nil
  }

  package static let streamKeySize = 32

  /// Seals bytes to a box key; only its secret half opens them, and nobody can say who sealed them.
  ///
  /// The library's sealed box, put together here because the library draws the key that is used once by itself, and luck comes
  /// from the world alone: that key's public half, and a box whose nonce is the hash of both public keys.
  package static func sealBox(_ bytes: [UInt8], to publicKey: [UInt8], random: (Int) -> [UInt8]) -> [UInt8]? {
    guard publicKey.count == crypto_box_publickeybytes() else { return nil }
    var once = boxPair(seed: random(crypto_box_seedbytes()))
    defer { wipe(&once.secret) }
    var nonce = [UInt8](repeating: 0, count: crypto_box_noncebytes())
    let both = once.publicKey + publicKey
    guard crypto_generichash(&nonce, nonce.count, both, UInt64(both.count), nil, 0) == 0 else { return nil }
    var box = [UInt8](repeating: 0, count: bytes.count + crypto_box_macbytes())
    let code = crypto_box_easy(&box, bytes, UInt64(bytes.count), nonce, publicKey, once.secret)
    return code == 0 ? once.publicKey + box : nil
  }

  package static func openBox(_ sealed: [UInt8], publicKey: [UInt8], secret: [UInt8]) -> [UInt8]? {
    guard publicKey.count == crypto_box_publickeybytes(), secret.count == crypto_box_secretkeybytes(),
      sealed.count >= crypto_box_sealbytes()
    else { return nil }
    var out = [UInt8](repeating: 0, count: sealed.count - crypto_box_sealbytes())
    return crypto_box_seal_open(&out, sealed, UInt64(sealed.count), publicKey, secret) == 0 ? out : nil
  }

  /// The public half of a box secret.
  package static func boxPublic(_ secret: [UInt8]) -> [UInt8] {
    guard secret.count == crypto_box_secretkeybytes() else { return [] }
    var out = [UInt8](repeating: 0, count: crypto_box_publickeybytes())
    return crypto_scalarmult_base(&out, secret) == 0 ? out : []
  }

  private static let chunk = 64 << 10

  /// Encrypts in chunks of 64 KiB, the last of them marked; `bound` is authenticated with the first.
  package static func encryptStream(
    _ plain: [UInt8], key: [UInt8], bound: [UInt8], random: (Int) -> [UInt8]
  ) -> [UInt8]? {
    guard key.count == streamKeySize else { return nil }
    var state = crypto_secretstream_xchacha20poly1305_state()
    var out = random(crypto_secretstream_xchacha20poly1305_headerbytes())
    // Who reads begins with the same state from the same header as who writes; writing by itself the library would draw one.
    guard out.count == crypto_secretstream_xchacha20poly1305_headerbytes(),
      crypto_secretstream_xchacha20poly1305_init_pull(&state, out, key) == 0
    else { return nil }
    let extra = crypto_secretstream_xchacha20poly1305_abytes()
    var at = 0
    repeat {
      let piece = Array(plain[at..<min(at + chunk, plain.count)])
      let isLast = at + piece.count == plain.count
      let tag =
        isLast ? crypto_secretstream_xchacha20poly1305_tag_final() : crypto_secretstream_xchacha20poly1305_tag_message()
      var box = [UInt8](repeating: 0, count: piece.count + extra)
      let ad = at == 0 ? bound : []
      guard
        crypto_secretstream_xchacha20poly1305_push(
          &state, &box, nil, piece, UInt64(piece.count), ad, UInt64(ad.count), UInt8(tag)) == 0
      else { return nil }
      out += box
      at += piece.count
      if isLast { return out }
    } while true
  }

  /// Decrypts what `encryptStream` made; nil when anything is changed, missing, moved or left over.
  package static func decryptStream(_ box: [UInt8], key: [UInt8], bound: [UInt8]) -> [UInt8]? {
    let head = crypto_secretstream_xchacha20poly1305_headerbytes()
    let extra = crypto_secretstream_xchacha20poly1305_abytes()
    guard key.count == streamKeySize, box.count >= head + extra else { return nil }
    var state = crypto_secretstream_xchacha20poly1305_state()
    guard crypto_secretstream_xchacha20poly1305_init_pull(&state, Array(box[..<head]), key) == 0 else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(box.count)
    var at = head, isFirst = true
    while at < box.count {
      let piece = Array(box[at..<min(at + chunk + extra, box.count)])
      // A piece of nothing would be a second form of the same box.
      guard piece.count > extra else { return nil }
      var plain = [UInt8](repeating: 0, count: piece.count - extra)
      var tag: UInt8 = 0
      let ad = isFirst ? bound : []
      guard
        crypto_secretstream_xchacha20poly1305_pull(
          &state, &plain, nil, &tag, piece, UInt64(piece.count), ad, UInt64(ad.count)) == 0
      else { return nil }
      out += plain
      at += piece.count
      isFirst = false
      if tag == UInt8(crypto_secretstream_xchacha20poly1305_tag_final()) { return at == box.count ? out : nil }
      guard tag == UInt8(crypto_secretstream_xchacha20poly1305_tag_message()) else { return nil }
    }
    return nil
  }

  /// Overwrites a secret that is no longer needed.
  package static func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
  }
}
