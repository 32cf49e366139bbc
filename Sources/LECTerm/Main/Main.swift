import Glibc

/// The program's door: arguments in, exit status out.
@main
struct Main {
  @MainActor static func main() {
    exit(CommandLineRun.run(Array(CommandLine.arguments.dropFirst())))
  }
}
