/// What is to be drawn, in points from the top left corner.
enum Mark {
  case text(String, x: Double, y: Double, width: Double, size: Double, bold: Bool, align: Align)
  case fill(x: Double, y: Double, width: Double, height: Double, grey: Double)
  case band(x: Double, y: Double, width: Double, height: Double)
  case line(x1: Double, y1: Double, x2: Double, y2: Double, thick: Double)
  case frame(x: Double, y: Double, width: Double, height: Double)
}

enum Align: String { case left = "l", center = "c", right = "r", box = "b" }

/// What stands on the paper, as the stream tells it.
struct Document {
  var title = ""
  /// What is said on an orange band at the top of every page; nothing where it is empty.
  var stripe = ""
  var facts: [String] = []
  /// How a page is numbered: %n of %m.
  var page = "%n/%m"
  var hasThaiDigits = false
  /// The time in the file, as PDF has it: 2024-11-08T09:00:00+07:00.
  var created = ""
  var parts: [Part] = []
  var signs: [String] = []

  enum Part {
    case line(String)
    case table(Table)
    case bars(title: String, most: Double, bars: [(value: Double, isPale: Bool, label: String, said: String)])
    case steps(Steps)
    case code(side: Int, dark: [Bool], caption: String)
  }
}

struct Table {
  struct Column {
    var align: Align
    var width: Double
    var title: String
    var over: String
  }
  enum Row {
    case group(isNewPage: Bool, [String])
    case cells([String])
    case subtotal([String])
    case sum([String])
  }
  var title: String
  var columns: [Column] = []
  var rows: [Row] = []
}

struct Steps {
  var title: String
  var most: Double
  var mostSaid: String
  /// The place of the day after which the line stands; below zero there is none.
  var deadline: Int
  var deadlineSaid: String
  var first: String
  var last: String
  var values: [Double] = []
}
