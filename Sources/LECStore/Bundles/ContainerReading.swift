import LECModel

/// Reading a file in the one order that is safe, as steps of which each can only be had from the one before: a file whose header
/// was read, a file whose signature is right, its decrypted content, its bytes. Whoever is not known never gets to the second.
enum BundleStep {
  /// Size, magic and header are in order. Nothing is known yet about who made it.
  struct Parsed {
    let header: BundleHeader
    private let file: [UInt8]
    private let headerHash: Hash32
    private let body: Int

    init(_ file: [UInt8]) throws(BundleError) {
      guard file.count <= Container.largestFile else { throw .tooLarge }
      let magic = Container.magic
      guard file.count >= magic.count else { throw magic.starts(with: file) && !file.isEmpty ? .cutOff : .notABundle }
      guard Array(file[..<4]) == magic else {
        // A later format has another digit in the fourth place.
        throw Array(file[..<3]) == Array(magic[..<3]) && (0x32...0x39) ~= file[3] ? .newerFormat : .notABundle
      }
      guard file.count >= 8 else { throw .cutOff }
      let size = file[4..<8].reduce(0) { $0 << 8 | Int($1) }
      guard size <= Container.largestHeader else { throw .badHeader }
      guard 8 + size + Container.signatureSize < file.count else { throw .cutOff }
      let clear = Array(file[8..<8 + size])
      header = try BundleHeader(clear)
      guard header.plainSize <= Container.largestPlain(ofFile: file.count) else { throw .bomb }
      headerHash = Sodium.hash(clear)
      self.file = file
      body = 8 + size
    }

    /// The caller has looked up whose key the sender's chain has: only that one counts, whatever the header says.
    func verified(by key: [UInt8]) throws(BundleError) -> Verified {
      let end = file.count - Container.signatureSize
      guard key == header.signingKey || header.kind == .delta,
        Sodium.verify(Array(file[end...]), Sodium.hash(Array(file[..<end])).bytes, publicKey: key)
          || Planted.unsignedFile.isOn
      else { throw .badSignature }
      return Verified(header: header, headerHash: headerHash, box: Array(file[body..<end]))
    }
  }

  /// Every byte is as the sender signed it.
  struct Verified {
    let header: BundleHeader
    private let headerHash: Hash32
    private let box: [UInt8]

    fileprivate init(header: BundleHeader, headerHash: Hash32, box: [UInt8]) {
      self.header = header
      self.headerHash = headerHash
      self.box = box
    }

    func decrypted(_ secrets: [Container.BoxSecret], card: String?) throws(BundleError) -> Decrypted {
      guard header.needs.allSatisfy(Container.knownNeeds.contains) || Planted.anyNeed.isOn else { throw .newerFormat }
      let (key, gifts) = try contentKey(secrets, card)
      guard let packed = Sodium.decryptStream(box, key: key, bound: headerHash.bytes) else { throw .damaged }
      return Decrypted(header: header, gifts: gifts, packed: packed)
    }

    private func contentKey(
      _ secrets: [Container.BoxSecret], _ card: String?
    ) throws(BundleError) -> (key: [UInt8], gifts: [UInt8]) {
      if let card, let seal = header.card {
        let cost = Sodium.Cost(operations: UInt64(seal.operations), memory: Int(seal.memory))
        guard let stretched = Sodium.stretch(card, salt: seal.salt, cost: cost),
          let both = Sodium.unseal(seal.sealed, key: stretched),
          both.count >= Sodium.streamKeySize + Container.enrolmentSize
        else { throw .badCard }
        return (Array(both[..<Sodium.streamKeySize]), Array(both[Sodium.streamKeySize...]))
      }
      for secret in secrets {
        let id = Container.keyID(secret.publicKey)
        for seal in header.seals where seal.key == id {
          if let key = Sodium.openBox(seal.sealed, publicKey: secret.publicKey, secret: secret.secret),
            key.count == Sodium.streamKeySize
          {
            return (key, [])
          }
        }
      }
      throw header.card == nil ? .notForYou : .isStarter
    }
  }

  /// Opened, and still packed.
  struct Decrypted {
    let header: BundleHeader
    let gifts: [UInt8]
    private let packed: [UInt8]

    fileprivate init(header: BundleHeader, gifts: [UInt8], packed: [UInt8]) {
      self.header = header
      self.gifts = gifts
      self.packed = packed
    }

    func expanded() throws(BundleError) -> Container.Opened {
      let plain = try Zstd.unpack(packed, size: Int(header.plainSize))
      return Container.Opened(header: header, plain: plain, gifts: gifts)
    }
  }
}
