import FuzzKit
import Glibc

/// Runs inputs of one target one after the other, and ends the program where one is at fault.
final class Runner {
  /// How much the memory may grow, over its start and for one input, before that is a fault.
  static let mostMemory = 64 << 20

  private let body: FuzzTarget.Body
  private let keeper: Keeper?
  private var highest = 0
  private var start = 0

  init(_ target: FuzzTarget) {
    do { body = try target.make() } catch { stop("\(target.name): \(error)") }
    keeper = getenv("LECFUZZ_KEEP").flatMap { Keeper(path: String(cString: $0)) }
    beginMemory()
  }

  /// From here on memory is measured: call it again when everything that is always there has been made.
  func beginMemory() {
    start = Memory.now
    highest = Memory.highest
  }

  /// How much more memory there was at most.
  var growth: Int { max(0, highest - start) }

  func run(_ input: [UInt8]) -> Outcome {
    keeper?.keep(input)
    let before = highest
    let outcome: Outcome
    do { outcome = try body(input) } catch {
      // Whatever a target throws instead of returning it is no refusal.
      fail("broken promise: \(error)")
    }
    highest = Memory.highest
    if highest > before, highest - start > Self.mostMemory {
      fail("memory: \((highest - start) >> 20) MiB more than at the start")
    }
    return outcome
  }

  private func fail(_ words: String) -> Never {
    say(words)
    abort()
  }
}

/// The memory of this process as the kernel counts it.
enum Memory {
  /// The most there ever was, in bytes.
  static var highest: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss << 10
  }

  /// What there is now.
  static var now: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, 128, file) != nil else { return 0 }
    let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
      separator: " ")
    return words.count > 1 ? (Int(words[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
  }
}

/// Holds the input at hand in a file that outlives the process, with a count that shows whether it is still moving.
final class Keeper {
  private static let size = 1 << 20
  private let map: UnsafeMutableRawPointer
  private var count: UInt64 = 0

  init?(path: String) {
    let file = open(path, O_RDWR | O_CREAT, 0o600)
    guard file >= 0, ftruncate(file, off_t(Self.size)) == 0 else { return nil }
    let made = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
    close(file)
    guard let made, made != MAP_FAILED else { return nil }
    map = made
  }

  /// Eight bytes of count, eight of length, the input.
  func keep(_ input: [UInt8]) {
    count += 1
    map.storeBytes(of: count, as: UInt64.self)
    map.storeBytes(of: UInt64(min(input.count, Self.size - 16)), toByteOffset: 8, as: UInt64.self)
    input.withUnsafeBytes {
      (map + 16).copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(map), byteCount: min($0.count, Self.size - 16))
    }
  }
}
