import LECModel
import LECStore
import TestSupport
import Testing

@Suite("The shell of a bundle")
struct Container_Tests {
  let shell = Shell()

  @Test("what is put in comes out, whatever its size", arguments: [0, 1, 1000, 65_536, 65_537, 300_000])
  func roundTrip(size: Int) throws {
    let plain = Shell.noise(size)
    let file = try shell.file(plain)
    let opened = try shell.open(file)
    #expect(opened.plain == plain)
    #expect(try Container.inspect(file) == opened.header)
    #expect(opened.header.plainSize == Int64(size))
  }

  @Test("much that repeats itself becomes little, and comes back whole")
  func large() throws {
    let plain = [UInt8](repeating: 65, count: 9 << 20)
    let file = try shell.file(plain)
    #expect(file.count < 10_000)
    #expect(try shell.open(file).plain == plain)
  }

  @Test("the header says everything that was put into it")
  func header() throws {
    var header = shell.header()
    header.extensions = [
      3: .text("ต่อไป"), 1: .map([5: .array([.null, .bool(true)]), -1: .integer(-70_000)]), 40: .bytes([1]),
    ]
    let read = try Container.inspect(try shell.file([1], header: header))
    header.plainSize = 1
    header.seals = read.seals
    #expect(read == header)
    #expect(read.seals.count == 2)
  }

  @Test("the sender can open its own file again")
  func sender() throws {
    let file = try shell.file([1, 2])
    let opened = try Container.open(file, trusting: shell.sender.signing.publicKey, secrets: [shell.sender.box])
    #expect(opened.plain == [1, 2])
  }

  @Test("whoever is not among the receivers is told so")
  func stranger() throws {
    let file = try shell.file([1, 2])
    #expect(throws: BundleError.notForYou) {
      try Container.open(file, trusting: shell.sender.signing.publicKey, secrets: [shell.stranger.box])
    }
    #expect(throws: BundleError.notForYou) {
      try Container.open(file, trusting: shell.sender.signing.publicKey, secrets: [])
    }
  }

  @Test("a starter file opens with its card, gives what the card brings, and with no other card")
  func card() throws {
    let file = try shell.starter([9, 9])
    let key = shell.sender.signing.publicKey
    let opened = try Container.open(file, trusting: key, secrets: [], card: shell.card)
    #expect(opened.plain == [9, 9])
    #expect(opened.gifts == [UInt8](repeating: 5, count: 64))
    #expect(throws: BundleError.badCard) {
      try Container.open(file, trusting: key, secrets: [], card: "0123456789ABCDEFGJ")
    }
    #expect(throws: BundleError.isStarter) { try Container.open(file, trusting: key, secrets: [shell.receiver.box]) }
  }

  @Test("a file that needs what this program does not know is one for a newer program")
  func needs() throws {
    var header = shell.header()
    header.needs = ["digest-9"]
    let file = try shell.file([1], header: header)
    #expect(try Container.inspect(file).needs == ["digest-9"])
    #expect(shell.reason(file) == .newerFormat)
  }

  @Test("what no reader would take is not written")
  func writing() {
    var header = shell.header()
    header.from = UnitCode("\u{1B}[2J")
    #expect(throws: BundleError.badHeader) { try shell.file([1], header: header) }
    header = shell.header()
    header.introduction = [[UInt8](repeating: 0, count: 70_000)]
    #expect(throws: BundleError.badHeader) { try shell.file([1], header: header) }
    #expect(throws: BundleError.badSignature) { try shell.file([1], header: shell.header(from: shell.stranger)) }
    #expect(throws: BundleError.tooLarge) {
      try Container.write(
        shell.header(), plain: [], recipients: Array(repeating: shell.receiver.box.publicKey, count: 18),
        signing: shell.sender.signing.secret, random: Fixtures.world().random)
    }
  }
}
