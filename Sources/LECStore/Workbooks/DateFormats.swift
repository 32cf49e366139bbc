/// Which cell formats show a number as a day. A workbook keeps dates as numbers of days; only the format tells.
final class DateFormats: XMLHandler {
  private var formatIsDate: [Int: Bool] = [:]
  private var isDate: [Bool] = []
  private var inCellFormats = false

  /// Whether cells of this style hold days.
  subscript(_ style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "cellXfs" {
      inCellFormats = true
    } else if name == "numFmt", let id = attributes.number("numFmtId"), let code = attributes["formatCode"] {
      // A format is named once; a hostile part can't make the table large before it is refused for its size.
      if formatIsDate.count < 65_536 { formatIsDate[id] = Self.isDate(code) }
    } else if name == "xf", inCellFormats, isDate.count < 65_536 {
      let id = attributes.number("numFmtId") ?? 0
      isDate.append(formatIsDate[id] ?? Self.builtIn(id))
    }
  }

  override func end(_ name: XMLName) {
    if name == "cellXfs" { inCellFormats = false }
  }

  /// The formats every program knows by number; 71 to 81 are those of a Thai Excel.
  static func builtIn(_ id: Int) -> Bool {
    switch id {
    case 14...17, 22, 27...31, 34...36, 50...58, 71...74, 77, 81: true
    default: false
    }
  }

  /// Whether a written format shows a day: d, y or the Thai letters ว and ป, outside of quotes and brackets.
  static func isDate(_ code: String) -> Bool {
    var inQuotes = false, inBrackets = false, isEscaped = false
    for scalar in code.unicodeScalars {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch scalar {
      case "\"": inQuotes.toggle()
      case "\\" where !inQuotes: isEscaped = true
      case "_" where !inQuotes, "*" where !inQuotes: isEscaped = true
      case "[" where !inQuotes: inBrackets = true
      case "]" where !inQuotes: inBrackets = false
      case ";" where !inQuotes && !inBrackets: return false
      case "d", "D", "y", "Y", "ว", "ป": if !inQuotes, !inBrackets { return true }
      default: break
      }
    }
    return false
  }
}
