import LECModel
import TestSupport
import Testing

@testable import LECStore

/// What a file may bring along about its sender, and what nobody believes.
@Suite("How a machine shows its office")
struct Introduction_Tests {
  private let files: TreeFiles
  private let world = Fixtures.world(seed: 73)

  init() throws { files = try TreeFiles(children: 4) }

  /// A header in the name of a unit, with a card that a person signed whom the header itself brings along.
  private func forged(
    of unit: UnitCode, to reader: UnitCode, by office: UnitCode, _ chain: ChainID,
    signedBy machine: [UInt8]? = nil
  ) throws -> (header: BundleHeader, maker: ChainMaker) {
    let person = Sodium.signingPair(seed: world.random(32)), enrolment = Sodium.signingPair(seed: world.random(32))
    let author = UserName(office.text)
    func piece(_ kind: EventKind, _ content: EventContent, _ about: UnitCode) -> RawEvent {
      var out = CanonicalWriter()
      EventBody(content).write(to: &out)
      let salt = world.random(16)
      let header = EventHeader(
        chain: chain, sequence: 90, previous: EventID(.zero), lamport: 901, time: world.now(), author: author,
        unit: about, kind: kind, record: nil, base: [], bodyHash: Sodium.hash(out.bytes, key: salt))
      var event = RawEvent(header, salt: salt, body: out.bytes)
      event.signature = Sodium.sign(event.id.hash.bytes, secret: person.secret) ?? []
      return event
    }
    let profile = Profile(user: author, first: "ปลอม", last: "-", position: "-", phone: "", key: person.publicKey)
    var content = Card(
      unit: unit, term: 1, purpose: .first, user: UserName(unit.text), enrolmentKey: enrolment.publicKey)
    if let machine { content.machine = Sodium.sign(content.vow, secret: machine) ?? [] }
    let card = piece(.cardIssued, .card(content), unit)
    var maker = ChainMaker(unit: unit, training: true, lamport: 900, world: world)
    let signature = try #require(Sodium.sign(maker.chain.hash.bytes, secret: enrolment.secret))
    maker.add(.joined, .join(Join(card: card.id, signature: signature)))
    var header = BundleHeader(
      kind: .full, from: unit, to: [reader], chain: maker.chain, signingKey: maker.keys.publicKey, number: 1,
      created: TrainingSet.clock.date, training: true, root: EventID(.zero), events: 0, plainSize: 0)
    header.introduction = (maker.events + [card, piece(.profileMade, .profile(profile), office)]).map(\.packed)
    return (header, maker)
  }

  @Test("it proves no person's key: neither for a unit that the reader knows nor for one it has never heard of")
  func person() throws {
    let school = try files.store("3099000001"), authority = try files.store("05990101")
    let own = try #require(try authority.ownChain())
    let known = try forged(
      of: UnitCode("3099000001"), to: UnitCode("05990101"), by: UnitCode("05990101"), own
    ).header
    #expect(try authority.signingKey(of: known, card: nil) == nil)
    let province = try #require(try school.trust.state().machines(of: UnitCode("99")).first)
    for unit in ["06990102", "07990103"] {
      let strange = try forged(of: UnitCode(unit), to: UnitCode("3099000001"), by: UnitCode("99"), province)
      #expect(try school.signingKey(of: strange.header, card: nil) == nil)
    }
  }

  @Test(
    "a card that a machine has signed is believed from the office that issues cards for its unit, and from no other")
  func machine() throws {
    let school = try files.store("3099000001")
    func isMet(_ unit: String, by office: String, signedBy signer: String) throws -> Bool {
      let issuer = try files.store(office), chain = try #require(try issuer.ownChain())
      let other = try files.store(signer)
      let secret = try DeviceKeys(connection: other.connection).signing(try #require(try other.ownChain()))
      let header = try forged(
        of: UnitCode(unit), to: UnitCode("3099000001"), by: UnitCode(office), chain, signedBy: secret
      ).header
      return try school.signingKey(of: header, card: nil) == header.signingKey
    }
    #expect(try isMet("05990101", by: "99", signedBy: "99"))
    #expect(try !isMet("05990101", by: "99", signedBy: "06990102"))
    #expect(try !isMet("05990101", by: "06990102", signedBy: "06990102"))
    #expect(try !isMet("99", by: "05990101", signedBy: "05990101"))
    // For a unit that the reader has not heard of, from above the reader.
    for above in ["99", "05990101"] { #expect(try isMet("07990103", by: above, signedBy: above)) }
    #expect(try !isMet("07990103", by: "3099000001", signedBy: "3099000001"))
  }

  @Test("whoever has the machine of an office and no password there brings nothing in, under whatever name")
  func stolen() throws {
    let school = try files.store("3099000001"), province = try files.store("99")
    let chain = try #require(try province.ownChain())
    let secret = try #require(try DeviceKeys(connection: province.connection).signing(chain))
    let unit = UnitCode("05990101")
    var (shown, maker) = try forged(
      of: unit, to: UnitCode("3099000001"), by: UnitCode("99"), chain, signedBy: secret)
    maker.author = UserName(unit.text)
    maker.add(.adopted, .adoption(Adoption(event: Fixtures.id(9))), about: UnitCode("3099000001"), signed: false)
    let run = ChainRun(chain: maker.chain, events: maker.events, signature: maker.headSignature)
    let forger = Forger(store: school, user: UserName("3099000001"))
    let bytes = try forger.file(of: [run], for: school, signing: maker.keys.secret) { header in
      (header.from, header.chain, header.signingKey) = (unit, maker.chain, maker.keys.publicKey)
      header.introduction = shown.introduction
    }
    let before = try school.eventCount()
    #expect(throws: BundleError.unknownSender) { try school.read(bundle: bytes, name: "") }
    #expect(try school.eventCount() == before)
    #expect(try school.trust.state().standing(maker.chain).office == nil)
  }

  @Test("a unit that the reader has not heard of is introduced by an office above the reader, and by no other")
  func stranger() throws {
    let school = try files.store("3099000001"), neighbour = try files.store("06990102")
    let made = try neighbour.makeBundle(for: UnitCode("3099000004"), by: UserName("06990102"))
    #expect(try school.trust.state().unit(UnitCode("06990102")) == nil)
    #expect(try school.signingKey(of: made.header, card: nil) == made.header.signingKey)
    // It is for another one all the same.
    #expect(throws: BundleError.notForYou) { try school.read(bundle: made.bytes, name: made.name) }
    let strange = try files.store("3099000004").makeBundle(for: UnitCode("06990102"), by: UserName("3099000004"))
    #expect(try school.signingKey(of: strange.header, card: nil) == nil)
  }

  /// A chain that names a card and does not have it: the card is made up, or the signature on it is.
  private func impostor(in unit: UnitCode, with card: EventID) -> ChainMaker {
    var maker = ChainMaker(unit: unit, training: true, lamport: 900, world: world)
    maker.join(with: IssuedCard(id: card, secret: Sodium.signingPair(seed: world.random(32)).secret), lamport: 900)
    return maker
  }

  @Test(
    "that somebody handed on what a stranger wrote opens no file of his: not in the name of the unit that he names, nor in any other",
    arguments: [false, true])
  func handedOn(_ isRealCard: Bool = true) throws {
    let school = try files.store("3099000001"), authority = try files.store("05990101")
    let forger = Forger(store: school, user: UserName("3099000001"))
    let units = ["3099000001", "3099000004", "05990101", "99"].map { UnitCode($0) }
    for unit in units {
      let state = try authority.trust.state()
      let real = try #require(state.joins.first { $0.unit == UnitCode("3099000001") }?.card)
      let first = impostor(in: unit, with: isRealCard ? real : Fixtures.id(9))
      var life = ChainMaker(
        unit: unit, reason: .restored, training: true, lamport: 900, continues: (first.chain, first.keys.secret),
        world: world)
      life.appoint(UserName(unit.text), first: "แปลก", position: "-")
      let runs = [first, life].map { ChainRun(chain: $0.chain, events: $0.events, signature: $0.headSignature) }
      _ = try authority.read(
        bundle: forger.file(of: school.runs(for: UnitCode("05990101")) + runs, for: authority), name: "")
      let before = try authority.eventCount(), last = try authority.lastFile(from: unit)
      for (maker, run) in zip([first, life], runs) {
        for name in units {
          let bytes = try forger.file(of: [run], for: authority, signing: maker.keys.secret) { header in
            header.from = name
            header.chain = maker.chain
            header.signingKey = maker.keys.publicKey
            header.introduction = (first.events + life.events).map(\.packed)
          }
          #expect(throws: BundleError.unknownSender) { try authority.read(bundle: bytes, name: "") }
        }
      }
      #expect(try authority.eventCount() == before)
      #expect(try authority.lastFile(from: unit) == last)
    }
  }
}
