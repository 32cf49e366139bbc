import LECModel
import LECStore
import TestSupport

extension FuzzTarget {
  /// An Excel workbook from elsewhere. An input is a workbook as it is, or the parts that are worth changing, one after the
  /// other with a line of `%` between them: sheet, shared texts, formats, list of sheets; the archive round them is whole.
  static let workbook = FuzzTarget(
    "workbook", share: 20, shape: .text, longest: 8192,
    words: [
      "<row r=\"2\">", "</row>", "<c r=\"A2\" t=\"s\">", "<v>0</v>", "</c>", "t=\"inlineStr\"", "<is><t>", "</t></is>",
      "t=\"e\"", "#N/A", "1.9E+12", "43236", "s=\"1\"", "hidden=\"1\"", "<rPh>", "<!DOCTYPE a>", "&#10;", "&amp;",
      "_x000D_", "\n%\n", "<sheetData>", "XFD1048576", "date1904=\"1\"",
    ],
    seeds: {
      let header = ["เลขประจำตัวประชาชน", "คำนำหน้า", "ชื่อ", "นามสกุล", "วันเกิด", "ชั้น", "ห้อง"]
      let child = ["1999900000013", "ด.ช.", "ปั้นบุญ", "ทองทุ่งใส", "10/5/2563", "3 ขวบ", "1"]
      func row(_ n: Int, _ cells: [String], _ cell: (Int, String) -> String) -> String {
        "<row r=\"\(n)\">" + cells.enumerated().map { cell($0, $1) }.joined() + "</row>"
      }
      let inline = { (n: Int, text: String) in "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
      let shared = { (n: Int, text: String) in "<c t=\"s\"><v>\(n)</v></c>" }
      let dated = { (n: Int, text: String) in n == 4 ? "<c s=\"1\"><v>43961</v></c>" : inline(n, text) }
      func sheet(_ rows: String) -> String { "<worksheet><sheetData>\(rows)</sheetData></worksheet>" }
      let texts = "<sst>" + header.map { "<si><t>\($0)</t></si>" }.joined() + "</sst>"
      let formats = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
      let list = "<workbook><workbookPr date1904=\"0\"/><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"
      return [
        sheet(row(1, header, inline) + row(2, child, inline)),
        [sheet(row(1, header, shared) + row(2, child, dated)), texts, formats, list].joined(separator: "\n%\n"),
      ].map { Array($0.utf8) }
    },
    make: {
      let file = try TrainingFile(.centre, children: 6)
      var options = ImportOptions.shipped
      options.dryRun = true
      options.isPreview = true
      options.force = true
      options.again = true
      let given = options
      return { input in
        let book = input.starts(with: [0x50, 0x4B]) ? input : Self.packed(input)
        let report: ImportReport
        do {
          report = try file.store.importRoster(book, name: "roster.xlsx", options: given, by: file.user)
        } catch { return .refused(error) }
        try BrokenPromise.unless(
          report.list.allSatisfy { $0.line > 0 && $0.line <= 1_048_576 }, "a row has the number the sheet gives it")
        return .taken(min(report.added + report.changed, 3))
      }
    })

  /// The parts of an input in the archive they belong to.
  private static func packed(_ input: [UInt8]) -> [UInt8] {
    let parts = split(input)
    func part(_ place: Int, _ other: String) -> [UInt8] {
      parts.indices.contains(place) ? parts[place] : Array(other.utf8)
    }
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    func links(_ all: [(String, String)]) -> [UInt8] {
      let inner = all.enumerated().map {
        "<Relationship Id=\"r\($0 + 1)\" Type=\"\(relations)\($1.0)\" Target=\"\($1.1)\"/>"
      }
      return Array(("<Relationships>" + inner.joined() + "</Relationships>").utf8)
    }
    return StoredZip.pack([
      ("[Content_Types].xml", Array("<Types/>".utf8)),
      ("_rels/.rels", links([("officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        part(3, "<workbook><sheets><sheet name=\"a\" id=\"r1\"/></sheets></workbook>")
      ),
      (
        "xl/_rels/workbook.xml.rels",
        links([("worksheet", "s.xml"), ("sharedStrings", "t.xml"), ("styles", "f.xml")])
      ),
      ("xl/s.xml", part(0, "")), ("xl/t.xml", part(1, "<sst/>")), ("xl/f.xml", part(2, "<styleSheet/>")),
    ])
  }

  private static func split(_ input: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    for line in input.split(separator: 10, omittingEmptySubsequences: false) {
      if line.elementsEqual("%".utf8) { parts.append([]) } else { parts[parts.count - 1] += line + [10] }
    }
    return parts
  }
}
