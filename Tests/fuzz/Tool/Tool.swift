import FuzzKit
import Glibc
import TestSupport

// lecfuzz: runs the fuzz targets. Tests/fuzz/run starts it once for each target and watches it from outside.
//
//   lecfuzz list                              the targets with their shares and longest inputs, one a line
//   lecfuzz seeds FOLDER                      writes the small inputs that every target begins with
//   lecfuzz replay TARGET FILE...             runs these inputs once each
//   lecfuzz check FOLDER COUNT SEED           runs the whole corpus, and so many mutations of it for each target
//   lecfuzz bombs                             names the inputs that are made to cost much
//   lecfuzz bomb NAME                         runs one of them
//   lecfuzz blind TARGET FOLDER COUNT SEED    the same for one target, keeping what behaves in a new way
//
// Where LECFUZZ_TARGET is set and libFuzzer was built in, libFuzzer takes the arguments (see Driven.swift).
// Where LECFUZZ_KEEP names a file, the input at hand is always in there: what is left after a crash is what caused it.

/// A line for people.
func say(_ words: String) {
  let line = Array("lecfuzz: \(words)\n".utf8)
  _ = write(2, line, line.count)
}

/// Leaves at once.
func stop(_ words: String) -> Never {
  say(words)
  exit(2)
}

func target(_ name: String) -> FuzzTarget {
  FuzzTarget.named(name) ?? { stop("no target '\(name)': \(FuzzTarget.all.map(\.name).joined(separator: " "))") }()
}

func explode(_ name: String) {
  guard let bomb = Bomb.all.first(where: { $0.name == name }), let target = FuzzTarget.named(bomb.target) else {
    stop("no bomb '\(name)'")
  }
  do {
    let input = try bomb.input()
    let runner = Runner(target)
    let outcome = runner.run(input).name
    guard outcome.hasPrefix(bomb.expected) else { stop("\(name): \(outcome)") }
    print("\(name): \(outcome), \(runner.growth >> 20) MiB")
  } catch { stop("\(name): \(error)") }
}

enum Tool {
  static func run() {
    let words = CommandLine.arguments
    switch (words.count > 1 ? words[1] : "", words.count) {
    case ("list", 2): for one in FuzzTarget.all { print(one.name, one.share, one.longest) }
    case ("seeds", 3):
      for one in FuzzTarget.all {
        Files.makeFolder(words[2] + "/" + one.name)
        do {
          for (i, seed) in try one.seeds().enumerated() {
            Files.write(seed, to: "\(words[2])/\(one.name)/seed-\(i < 10 ? "0" : "")\(i)")
          }
        } catch { stop("\(one.name): \(error)") }
      }
    case ("replay", 4...):
      let runner = Runner(target(words[2]))
      for path in words[3...] { print(path, runner.run(Files.read(path)).name) }
    case ("check", 5):
      for one in FuzzTarget.all {
        let figures = Loop(one, folder: words[2]).run(
          count: Int(words[3]) ?? 0, seed: UInt64(words[4]) ?? 1, keeps: false)
        print("\(one.name): \(figures)")
      }
    case ("bombs", 2): for bomb in Bomb.all { print(bomb.name) }
    case ("bomb", 3): explode(words[2])
    case ("blind", 6):
      print(
        Loop(target(words[2]), folder: words[3]).run(
          count: Int(words[4]) ?? 0, seed: UInt64(words[5]) ?? 1, keeps: true))
    default:
      stop(
        "list | bombs | bomb NAME | seeds FOLDER | replay TARGET FILE... | check FOLDER COUNT SEED | blind TARGET FOLDER COUNT SEED"
      )
    }
  }
}
