import Glibc
import LECStore
import TestSupport
import Testing

/// Workbooks as the programs of this machine write them today: what lies under Tests/Vectors was written by some version of them.
@Suite("Workbooks written anew by the programs that are installed")
struct WrittenAnewTests {
  private static let script = VectorFolder.goodBooks.path + "/make.py"
  private static let isReady =
    CommandRun.run(
      ["sh", "-c", "command -v soffice && python3 -c 'import openpyxl, xlsxwriter'"], environment: environment,
      folder: TemporaryFolder()
    ).status == 0
  private static let environment = [
    "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/tmp",
    "PYTHONDONTWRITEBYTECODE": "1",
  ]

  @Test(
    "openpyxl, XlsxWriter and LibreOffice write at least 25 workbooks: each is read as it is meant, each broken one is refused",
    .enabled(if: isReady, "LibreOffice, openpyxl or XlsxWriter is not installed: the kept files alone are read"))
  func anew() throws {
    let folder = TemporaryFolder()
    let made = CommandRun.run(["python3", Self.script, folder.path], environment: Self.environment, folder: folder)
    #expect(made.status == 0, "\(made.errors)")
    func lines(_ name: String) throws -> [String] {
      String(decoding: try RosterFile.read(folder.file(name)), as: UTF8.self).split(separator: "\n").map(String.init)
    }
    var count = 0
    for name in VectorFolder.goodBooks.names(ending: ".xlsx") {
      let file = "xlsx-good/" + name
      guard FileCare.exists(folder.file(file)) else { continue }
      count += 1
      #expect(
        try sheetReading(try RosterFile.read(folder.file(file)))
          == lines("xlsx-good/" + name.dropLast(5) + ".expected"), "\(name)")
    }
    #expect(count >= 25)
    for verdict in BookVerdict.all {
      let problem = firstProblem(try RosterFile.read(folder.file("xlsx-broken/" + verdict.file)))
      #expect(problem != nil, "\(verdict.file)")
    }
  }
}
