import TestSupport
import Testing

@Suite("The program from a shell")
struct DemoJourney {
  @Test("demo makes a file a unit, which can be verified")
  func demo() {
    let program = Program(folder: TemporaryFolder())
    let made = program.run("demo", "--dir", program.folder.file("set"), "--json")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("\"accounts\""))
    let checked = program.run("verify", "--file", program.folder.file("set/3099000001.db"), "--json")
    #expect(
      checked.output.contains("\"ok\":true") || checked.output.contains("\"ok\": true"),
      "\(checked.output)\(checked.errors)")
  }
}
