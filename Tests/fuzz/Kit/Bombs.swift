import LECModel
import LECStore
import TestSupport

/// Inputs that are made to cost much: small ones that claim to be large, and large ones of the worst shape. None of them may take
/// more memory than any other input (`Runner.mostMemory`), and most must be refused for a certain reason.
package struct Bomb: Sendable {
  package var name: String
  package var target: String
  package var input: @Sendable () throws -> [UInt8]
  /// How the outcome begins; empty where only the cost counts.
  package var expected: String

  private init(
    _ name: String, _ target: String, _ expected: String = "", _ input: @escaping @Sendable () throws -> [UInt8]
  ) {
    self.name = name
    self.target = target
    self.input = input
    self.expected = expected
  }

  package static let all = bundles + texts + values + people

  /// A kilobyte that says it becomes ten gigabytes: in its header, in its frame, in both.
  private static let bundles = [
    Bomb("header of ten gigabytes", "container", "BundleError.bomb") { file(header: ten, frame: ten) },
    Bomb("frame of ten gigabytes", "container", "BundleError.bomb") { file(header: 1 << 20, frame: ten) },
    Bomb("frame that goes on", "container", "BundleError.") { file(header: 1 << 20, frame: 1 << 20) },
    Bomb("kilobyte of 256 MiB", "container", "BundleError.bomb") { file(header: 256 << 20, frame: 256 << 20) },
    Bomb("frame that ends early", "container", "taken") { file(header: 16 << 20, frame: 16 << 20, blocks: 100) },
  ]

  private static let ten = 10 << 30

  private static func file(header size: Int, frame claim: Int, blocks: Int = 150) -> [UInt8] {
    let head = Office.shared.header(size: size).bytes
    return [2, UInt8(head.count >> 8), UInt8(head.count & 255)] + head + frame(claim, blocks)
  }

  /// Repeated letters in blocks of 128 KiB.
  private static func frame(_ claim: Int, _ blocks: Int) -> [UInt8] {
    var out: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xC0, 0x58]
    for i in 0..<8 { out.append(UInt8(truncatingIfNeeded: claim >> (i * 8))) }
    for i in 0..<blocks {
      let head = (128 << 10) << 3 | 1 << 1 | (i == blocks - 1 ? 1 : 0)
      out += [0, 8, 16].map { UInt8(truncatingIfNeeded: head >> $0) } + [0x41]
    }
    return out
  }

  private static let texts = [
    Bomb("armour of nothing but line ends", "armour", "ArmorError.damaged") {
      let whole = Array(try Armor.write([UInt8](repeating: 1, count: 80)).utf8)
      return [0] + whole.prefix { $0 != 10 } + [UInt8](repeating: 0x2F, count: 7 << 20)
    },
    Bomb("armour of beginnings", "armour", "ArmorError.") { filled("0LECTERM+BEGIN+", 500_000) },
    Bomb("armour without an end", "armour", "ArmorError.") {
      filled("0LECTERM+BEGIN+" + String(repeating: "A", count: 4 << 20), 1)
    },
    Bomb("a bundle in much that is said around it", "armour", "taken") {
      let around = String(repeating: "/ ", count: 1 << 20)
      return Array(("0" + around + (try Armor.write([UInt8](repeating: 1, count: 80))) + around).utf8)
    },
    Bomb("a sheet of empty rows", "sheet") { filled(sheetHeader + String(repeating: "\n", count: 1 << 20), 1) },
    Bomb("a sheet of short rows", "sheet") { filled(sheetHeader + String(repeating: ",\n", count: 50_000), 1) },
    Bomb("a sheet of quotes", "sheet") { filled(sheetHeader + String(repeating: "\"", count: 4 << 20), 1) },
    Bomb("a sheet of one cell", "sheet") { filled(sheetHeader + String(repeating: "a", count: 4 << 20), 1) },
    Bomb("a sheet of Thai bytes", "sheet") { [UInt8](repeating: 0xA1, count: 8 << 20) },
  ]

  private static let sheetHeader = "เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,นามสกุล,วันเกิด,ชั้น,ห้อง\n"

  private static func filled(_ text: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: text, count: count).utf8)
  }

  /// Every byte a value of its own.
  private static let values = [
    Bomb("two million zeros", "canonical", "CanonicalError") { array(0, 2 << 20) },
    Bomb("two million empty lists", "canonical", "CanonicalError") { array(0x80, 2 << 20) },
    Bomb("a list that says it is four billion long", "canonical", "CanonicalError") { [0x9A, 255, 255, 255, 255, 0] },
    Bomb("a header of lists", "header", "BundleError.") { array(0x80, 262_000) },
    Bomb("a body of zeros", "bodies", "CanonicalError") { [0] + array(0, 2 << 20) },
    Bomb("content of zeros", "content", "BundleError.badContent") { array(0, 2 << 20) },
    Bomb("content of words", "content", "BundleError.badContent") { [0x83, 1] + array(0x60, 4 << 20) + [0x80] },
    Bomb("content of runs of zeros", "content", "BundleError.badContent") { [0x83, 1, 0x80] + array(0, 4 << 20) },
    Bomb("content of a run that says it is long", "content", "BundleError.badContent") {
      let hash: [UInt8] = [0x58, 32] + [UInt8](repeating: 1, count: 32)
      return [0x83, 1, 0x80, 0x81, 0x87] + hash + [0] + hash + [0, 0] + array(0, 4 << 20)
    },
  ]

  private static func array(_ item: UInt8, _ count: Int) -> [UInt8] {
    [0x9A] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + [UInt8](repeating: item, count: count)
  }

  /// A machine that begins again and again, and a child at whom everybody writes.
  private static let people = ["lives 12000", "edits 5000", "branches 3000", "apart 3000", "long 200", "near 3000"].map
  { words in
    Bomb(words, "crowd", "taken") { Array(words.utf8) }
  }
}
