import Glibc

/// The program's door: arguments in, exit status out.
@main
struct Main {
  @MainActor static func main() {
    // Where files may not become larger, the write fails and that is said; the signal would end the program without a word.
    signal(SIGXFSZ, SIG_IGN)
    exit(CommandLineRun.run(Array(CommandLine.arguments.dropFirst())))
  }
}
