/// Why a stream is not taken.
enum StreamError: Error {
  case version(String)
  case line(Int)
  case cutOff
}

/// Reads what `lecterm` hands over:  Whatever is not in it is refused, and so is a stream that ends early.
struct Stream {
  static let version = "1"
  private static let most = 200

  static func read(_ bytes: [UInt8]) throws(StreamError) -> Document {
    var document = Document()
    var isOver = false
    for (i, raw) in bytes.split(separator: 10, omittingEmptySubsequences: true).enumerated() {
      let fields = String(decoding: raw, as: UTF8.self)
        .split(separator: "\t", omittingEmptySubsequences: false).map { plain($0) }
      if i == 0 {
        guard fields.count == 2, fields[0] == "lecterm-paper" else { throw .version("") }
        guard fields[1] == version else { throw .version(fields[1]) }
        continue
      }
      guard !isOver else { throw .line(i + 1) }
      if fields[0] == "end" {
        isOver = true
      } else if !take(fields[0], Array(fields.dropFirst()), &document) {
        throw .line(i + 1)
      }
    }
    guard isOver else { throw .cutOff }
    return document
  }

  /// One line; false where it makes no sense.
  private static func take(_ name: String, _ f: [String], _ document: inout Document) -> Bool {
    switch (name, f.count) {
    case ("title", 1): document.title = f[0]
    case ("stripe", 1): document.stripe = f[0]
    case ("fact", 1): document.facts.append(f[0])
    case ("page", 1): document.page = f[0]
    case ("digits", 1): document.hasThaiDigits = f[0] == "thai"
    case ("created", 1): document.created = f[0]
    case ("line", 1): document.parts.append(.line(f[0]))
    case ("sign", 1): document.signs.append(f[0])
    case ("table", 1): document.parts.append(.table(Table(title: f[0])))
    case ("bars", 2):
      guard let most = Double(f[1]), most > 0 else { return false }
      document.parts.append(.bars(title: f[0], most: most, bars: []))
    case ("steps", 7):
      guard let most = Double(f[1]), most > 0, let deadline = Int(f[3]) else { return false }
      document.parts.append(
        .steps(
          Steps(
            title: f[0], most: most, mostSaid: f[2], deadline: deadline, deadlineSaid: f[4], first: f[5], last: f[6])))
    case ("code", 3):
      guard let side = Int(f[0]), (1...177).contains(side), f[1].utf8.count == side * side else { return false }
      document.parts.append(.code(side: side, dark: f[1].utf8.map { $0 == 0x31 }, caption: f[2]))
    default: return into(name, f, &document)
    }
    return true
  }

  /// A line that goes on with the part before it.
  private static func into(_ name: String, _ f: [String], _ document: inout Document) -> Bool {
    guard let last = document.parts.popLast() else { return false }
    var part = last
    defer { document.parts.append(part) }
    switch part {
    case .table(var table):
      switch name {
      case "column":
        guard f.count == 4, table.rows.isEmpty, table.columns.count < most, let align = Align(rawValue: f[0]),
          let width = Double(f[1]), width > 0
        else { return false }
        table.columns.append(Table.Column(align: align, width: width, title: f[2], over: f[3]))
      case "group":
        guard f.count >= 2 else { return false }
        table.rows.append(.group(isNewPage: f[0] == "1", Array(f.dropFirst())))
      case "row", "subtotal", "sum":
        guard f.count == table.columns.count else { return false }
        table.rows.append(name == "row" ? .cells(f) : name == "sum" ? .sum(f) : .subtotal(f))
      default: return false
      }
      part = .table(table)
    case .bars(let title, let most, var bars):
      guard name == "bar", f.count == 4, let value = Double(f[0]) else { return false }
      bars.append((value, f[1] == "1", f[2], f[3]))
      part = .bars(title: title, most: most, bars: bars)
    case .steps(var steps):
      guard name == "step", f.count == 1, let value = Double(f[0]) else { return false }
      steps.values.append(value)
      part = .steps(steps)
    case .line, .code: return false
    }
    return true
  }

  /// A field without its escapes.
  private static func plain(_ field: Substring) -> String {
    guard field.utf8.contains(0x5C) else { return String(field) }
    var out = ""
    var isEscape = false
    for c in field {
      if isEscape {
        out.append(c == "t" ? "\t" : c == "n" ? "\n" : c)
        isEscape = false
      } else if c == "\\" {
        isEscape = true
      } else {
        out.append(c)
      }
    }
    return out
  }
}
