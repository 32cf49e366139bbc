/// The program's door: arguments in, exit status out.
@main
struct Main {
  static func main() {}
}
