package import LECModel

/// How the years of a column are to be read.
package enum YearReading: String, CaseIterable, Sendable {
  case buddhist, christian
  /// Each date by its own year: 2400 and later is Buddhist.
  case each

  /// How to read the date at hand, for `BuddhistDate.read`: where each goes by itself, its own year tells.
  package func years(of date: String) -> BuddhistDate.Years {
    switch self {
    case .buddhist: .buddhist
    case .christian: .christian
    case .each: YearGuess.year(in: date).map { YearGuess.isBuddhist($0) } == false ? .christian : .buddhist
    }
  }
}

/// What must be asked about a column whose years are mixed: one row of each kind to look at.
package struct YearQuestion: Equatable, Sendable {
  package struct Example: Equatable, Sendable {
    package let place: SheetPlace
    package let text: String
    package let year: Int

    package init(place: SheetPlace, text: String, year: Int) {
      self.place = place
      self.text = text
      self.year = year
    }
  }

  package let column: RosterColumn
  package let buddhist: Example
  package let christian: Example
  package let buddhistCount: Int
  package let christianCount: Int
}

/// Tells Buddhist and Christian years apart, column by column, from all dates of the column.
///
/// Four digits speak for themselves. Two digits of a pupil's birth or admission do too until B.E. 2600: 40 and more are
/// Buddhist (2540 to 2599), less are Christian (2000 to 2039).
package struct YearGuess: Sendable {
  package enum Answer: Equatable, Sendable {
    case settled(YearReading)
    case ask(YearQuestion)
  }

  package let column: RosterColumn
  private var buddhist: YearQuestion.Example?
  private var christian: YearQuestion.Example?
  private var buddhistCount = 0
  private var christianCount = 0

  package init(_ column: RosterColumn) { self.column = column }

  /// Takes in one date of the column as it is written; what holds no year says nothing.
  package mutating func note(_ date: String, at place: @autoclosure () -> SheetPlace) {
    guard let year = Self.year(in: date) else { return }
    if Self.isBuddhist(year) {
      buddhistCount += 1
      if buddhist == nil { buddhist = YearQuestion.Example(place: place(), text: date, year: year) }
    } else {
      christianCount += 1
      if christian == nil { christian = YearQuestion.Example(place: place(), text: date, year: year) }
    }
  }

  /// How to read the column, or what to ask first. An answer that was given settles a mixed column only.
  package func answer(given reading: YearReading? = nil) -> Answer {
    guard let buddhist, let christian else { return .settled(christian == nil ? .buddhist : .christian) }
    if let reading { return .settled(reading) }
    return .ask(
      YearQuestion(
        column: column, buddhist: buddhist, christian: christian, buddhistCount: buddhistCount,
        christianCount: christianCount))
  }

  static func isBuddhist(_ year: Int) -> Bool { year < 100 ? year >= 40 : year >= 2400 }

  /// The year in a written date: its number of four digits, the first four of eight in one piece, else the last of three
  /// numbers (or of two beside a month in words). Thai digits count as digits.
  package static func year(in date: String) -> Int? {
    var numbers: [(value: Int, digits: Int)] = []
    var hasWord = false
    var inside = false
    letters: for scalar in date.unicodeScalars {
      if let digit = digit(scalar) {
        if !inside { numbers.append((0, 0)) }
        inside = true
        let last = numbers.count - 1
        if numbers[last].digits < 9 { numbers[last].value = numbers[last].value * 10 + digit }
        numbers[last].digits += 1
      } else {
        inside = false
        // The time after a date: "2018-05-16T00:00:00", "16/05/61 0:00:00".
        if scalar == ":" {
          if !numbers.isEmpty { numbers.removeLast() }
          break letters
        }
        if scalar.properties.isAlphabetic, scalar != "T" { hasWord = true }
      }
    }
    if let full = numbers.first(where: { $0.digits == 4 }) { return full.value }
    if numbers.count == 1, numbers[0].digits == 8 {
      let year = numbers[0].value / 10_000
      return 1900...2700 ~= year ? year : nil
    }
    guard numbers.count == 3 || numbers.count == 2 && hasWord, let last = numbers.last, last.digits == 2 else {
      return nil
    }
    return last.value
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value - 0x30)
    case "\u{0E50}"..."\u{0E59}": Int(scalar.value - 0x0E50)
    default: nil
    }
  }
}
