import Glibc

/// lecterm-paper: reads a report on standard input, as lecterm hands it over, and writes a PDF on standard output.
///
/// Exit status: 0 written; 2 called with words; 3 no Thai font on this machine; 4 the stream is not of this version; 5 could not write.
func say(_ text: String) {
  let bytes = Array(("lecterm-paper: " + text + "\n").utf8)
  _ = write(2, bytes, bytes.count)
}

func readAll() -> [UInt8] {
  var all: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(0, &chunk, chunk.count)
    if count < 0, errno == EINTR { continue }
    if count <= 0 { return all }
    all.append(contentsOf: chunk[..<count])
  }
}

func run() -> Int32 {
  if CommandLine.arguments.dropFirst() == ["--version"] {
    print("lecterm-paper \(Stream.version)")
    return 0
  }
  guard CommandLine.arguments.count == 1, isatty(1) == 0 else {
    say("reads a report on standard input and writes a PDF on standard output: lecterm calls it")
    return 2
  }
  let document: Document
  do {
    document = try Stream.read(readAll())
  } catch .version(let version) {
    say("stream of version '\(version)', this program reads \(Stream.version): install both programs of one version")
    return 4
  } catch .line(let number) {
    say("line \(number) of the stream makes no sense")
    return 4
  } catch {
    say("the stream ends before its end")
    return 4
  }
  guard let sheet = Sheet(1) else {
    say("no Thai font on this computer: install fonts-tlwg-laksaman-ttf")
    return 3
  }
  var layout = Layout(document, on: sheet)
  layout.run()
  guard sheet.draw(layout) else {
    say("the PDF could not be written")
    return 5
  }
  return 0
}

exit(run())
