import Glibc
import LECStore
import TestSupport

@testable import LECTerm

/// Other people's programs, with which tests open what this one wrote. Where one is missing its tests are left out and say so.
enum Outside {
  static func has(_ programs: String...) -> Bool {
    let places = (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin").split(separator: ":")
    return programs.allSatisfy { program in places.contains { access("\($0)/\(program)", X_OK) == 0 } }
  }

  static let hasOpenpyxl =
    has("python3") && run(["python3", "-c", "import openpyxl"], TemporaryFolder()).status == 0

  static func run(_ words: [String], _ folder: TemporaryFolder, input: String = "") -> CommandRun {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return CommandRun.run(
      words, environment: ["PATH": path, "HOME": folder.path, "LC_ALL": "C.UTF-8"], input: input, folder: folder)
  }

  /// Every sheet of some spreadsheets as LibreOffice reads them: rows of cells, by the file's name.
  static func sheets(_ files: [String], _ folder: TemporaryFolder) -> [String: [[String]]] {
    let out = folder.file("read")
    _ = FileCare.makeFolders(out)
    let asStored = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    let run = run(
      [
        "soffice", "-env:UserInstallation=file://\(folder.path)/office", "--headless", "--convert-to", asStored,
        "--outdir", out,
      ] + files, folder)
    guard run.status == 0 else { return [:] }
    var found: [String: [[String]]] = [:]
    for name in names(in: out).sorted() where name.hasSuffix(".csv") {
      let stem = String(name.prefix { $0 != "@" })
      found[stem, default: []] += rows(CommandRun.read(out + "/" + name))
    }
    return found
  }

  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names
  }

  /// Plain CSV, taken apart by the book.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [], row: [String] = [], cell = ""
    var isQuoted = false
    var rest = Substring(text)
    while let c = rest.popFirst() {
      if isQuoted {
        if c != "\"" {
          cell.append(c)
        } else if rest.first == "\"" {
          cell.append(rest.removeFirst())
        } else {
          isQuoted = false
        }
      } else if c == "\"" {
        isQuoted = true
      } else if c == "," || c.isNewline {
        row.append(cell)
        cell = ""
        if c.isNewline {
          rows.append(row)
          row = []
        }
      } else {
        cell.append(c)
      }
    }
    return rows
  }
}
