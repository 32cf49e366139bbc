package import LECModel

/// A report as it is told: what stands on it, and not how it looks. Text, spreadsheets and printed pages are made from it.
package struct Document: Sendable {
  package var title: String
  /// What says on every page that none of this is real; empty on reports of real files.
  package var stripe = ""
  /// What stands under the title: unit, round, day of making.
  package var facts: [String] = []
  package var parts: [Part] = []
  /// Where the responsible people sign.
  package var signs: [String] = []
  /// When it was made, for files that carry their time.
  package var made: Moment

  package enum Part: Sendable {
    case line(String)
    case grid(Grid)
    case bars(Bars)
    case steps(Steps)
    /// A code for telephones, with what it says in words; text leaves it out, for a dark screen would turn it round.
    case code(String, caption: String)
  }

  mutating func line(_ text: String = "") { parts.append(.line(text)) }

  /// The title as it stands where nothing stands above it: on pages, in the heads of printed sheets, in the names that programs show.
  var markedTitle: String { stripe.isEmpty ? title : stripe + " · " + title }
}

/// A picture of quantities: one bar a line.
package struct Bars: Sendable {
  package struct Bar: Sendable {
    package var label: String
    package var value: Int
    /// What the figure beside it says.
    package var said: String
    /// Drawn lighter: what it is compared with.
    package var isPale = false
  }
  package var title: String
  package var bars: [Bar]
  /// What a full bar is; where it is nil, the longest bar is full.
  package var full: Int?
  /// Heads of the figures in a spreadsheet; without them the picture repeats a table.
  package var heads: [String] = []

  package var most: Int { max(full ?? bars.map(\.value).max() ?? 0, 1) }
}

/// A picture of how a number grew day by day, against what it is to reach.
package struct Steps: Sendable {
  package struct Day: Sendable {
    package var date: CalendarDate
    package var value: Int
  }
  package var title: String
  package var days: [Day]
  package var goal: Int
  /// The last day on which it may be reached.
  package var deadline: CalendarDate?
  /// What stands at the deadline's line.
  package var deadlineSaid: String
  package var heads: [String] = []

  package var most: Int { max(goal, days.map(\.value).max() ?? 0, 1) }
}
