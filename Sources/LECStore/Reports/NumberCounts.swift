import LECModel

/// How many children have which kind of number.
struct NumberCounts: Equatable {
  /// A citizen number of Thais.
  var citizen = 0
  /// A citizen number that begins with 0, 6, 7 or 8.
  var series = 0
  var gcode = 0
  /// A code that a school made up before 2561.
  var old = 0
  var none = 0

  static func += (sum: inout Self, more: Self) {
    sum.citizen += more.citizen
    sum.series += more.series
    sum.gcode += more.gcode
    sum.old += more.old
    sum.none += more.none
  }

  private var all: [Int] { [citizen, series, gcode, old, none] }

  func said(_ words: ReportWords) -> String { words.text("numbers", all.map { words.number($0) }) }

  /// The same in columns of their own, for which text has no room.
  var cells: [Cell] { all.map { .figure($0) } }

  static func columns(_ words: ReportWords) -> [Column] {
    ["citizen", "series", "gcode", "old", "none"].map {
      Column(words("numbers.\($0)"), 7, .figure, over: words("number")).onSheets
    }
  }
}

extension Store {
  /// One pass over the children of centres, counted inside the database.
  static let numbersOfCentresSQL = """
    SELECT student.unit,
      CASE WHEN number = '' THEN 'none' WHEN number GLOB '[0678]*' THEN 'series' WHEN number GLOB '[0-9]*' THEN 'citizen'
        WHEN length(number) = 13 AND number GLOB 'G*' AND CAST(substr(number, 2, 2) AS INTEGER) >= ?1 THEN 'gcode'
        ELSE 'old' END AS form, count(*)
    FROM student JOIN unit ON unit.code = student.unit
    WHERE unit.kind = 'centre' AND student.state = 'enrolled' GROUP BY student.unit, form
    """

  func numbersOfCentres() throws -> [UnitCode: NumberCounts] {
    var out: [UnitCode: NumberCounts] = [:]
    let rows = try connection.all(Self.numbersOfCentresSQL, [.integer(Int64(GCode.firstYear))]) {
      (UnitCode($0.text(0)), $0.text(1), Int($0.integer(2)))
    }
    for (unit, form, count) in rows {
      switch form {
      case "citizen": out[unit, default: NumberCounts()].citizen = count
      case "series": out[unit, default: NumberCounts()].series = count
      case "gcode": out[unit, default: NumberCounts()].gcode = count
      case "none": out[unit, default: NumberCounts()].none = count
      default: out[unit, default: NumberCounts()].old = count
      }
    }
    return out
  }
}
