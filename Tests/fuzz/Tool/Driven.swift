import FuzzKit
import Glibc

// libFuzzer, where the toolchain brings it. Those of swift.org do: `swift build --sanitize fuzzer` links libclang_rt.fuzzer, which
// has the main of the program, calls what stands here, and counts every branch and comparison of ours. A toolchain without that
// library fails to link; Tests/fuzz/run then builds without, and takes `lecfuzz blind`.
#if LIBFUZZER
  import CLibFuzzer

  enum Driven {
    // libFuzzer calls from one thread, always the same, and first `begin`.
    nonisolated(unsafe) private static var runner: Runner?
    nonisolated(unsafe) private static var target: FuzzTarget?
    nonisolated(unsafe) private static var executions = 0

    static func begin() {
      guard let name = getenv("LECFUZZ_TARGET") else {
        Tool.run()
        exit(0)
      }
      let one = FuzzTarget.named(String(cString: name)) ?? { stop("no such target") }()
      target = one
      runner = Runner(one)
    }

    static func run(_ input: UnsafeBufferPointer<UInt8>) {
      executions += 1
      // By then the corpus has been read, and what libFuzzer and the target keep for good has been made.
      if executions == 2000 { runner?.beginMemory() }
      _ = runner?.run(Array(input))
    }

    static func mutate(_ data: UnsafeMutableBufferPointer<UInt8>, _ size: Int, _ seed: UInt32) -> Int {
      guard let target, let start = data.baseAddress, size > 0, seed % 3 == 0 else {
        return LLVMFuzzerMutate(data.baseAddress, size, data.count)
      }
      var mutator = Mutator(target, seed: UInt64(seed))
      let input = Array(data[..<size])
      let changed = Array(mutator.mutate(input, with: input).prefix(data.count))
      UnsafeMutableRawPointer(start).copyMemory(from: changed, byteCount: changed.count)
      return changed.count
    }
  }

  @_cdecl("LLVMFuzzerInitialize")
  func lecfuzzBegin(_ count: UnsafeMutableRawPointer, _ words: UnsafeMutableRawPointer) -> Int32 {
    Driven.begin()
    return 0
  }

  @_cdecl("LLVMFuzzerTestOneInput")
  func lecfuzzRun(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    Driven.run(UnsafeBufferPointer(start: data, count: size))
    return 0
  }

  @_cdecl("LLVMFuzzerCustomMutator")
  func lecfuzzMutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int, _ seed: UInt32) -> Int {
    Driven.mutate(UnsafeMutableBufferPointer(start: data, count: most), size, seed)
  }
#else
  @main
  enum Driven {
    static func main() { Tool.run() }
  }
#endif
