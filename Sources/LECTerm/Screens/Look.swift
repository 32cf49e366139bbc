import LECModel

/// All that drawing depends on besides the screen itself. The same screen with the same look gives the same canvas.
struct Look: Sendable {
  var language: Language
  var size: Size
  /// Lines without boxes or columns, for screen readers and simple terminals.
  var plain: Bool
  /// How much of a chosen row is marked by the bar.
  var highlight = Highlight.head
  /// What stands at the top of every screen.
  var heading: Heading
  /// The time as the app knows it, for countdowns; nil where none is shown.
  var now: Moment?

  /// Who works here and in which round: the same on every screen.
  struct Heading: Sendable, Equatable {
    var unit: Words = .none
    var round: Words = .none
    /// When the person's level must have confirmed; nil where the round names no time.
    var deadline: Moment?
    /// Whether the file is for training, which every screen says.
    var isTraining = false
    /// Whether a trainer can switch roles and move the clock here, and by which key: said beside it.
    var hasTrainer = false
  }

  /// The whole row is easier to see; its head costs a third of the bytes, which counts over slow lines.
  enum Highlight: Sendable {
    case head
    case row
  }

  /// How much room there is; lists choose their columns by it.
  enum SizeClass: Int, Comparable, Sendable {
    case narrow, middle, wide

    static func < (one: SizeClass, other: SizeClass) -> Bool { one.rawValue < other.rawValue }
  }

  init(language: Language, size: Size, plain: Bool = false, heading: Heading = Heading(), now: Moment? = nil) {
    self.language = language
    self.size = size
    self.plain = plain
    self.heading = heading
    self.now = now
  }

  var sizeClass: SizeClass {
    size.columns >= 120 ? .wide : size.columns >= 100 ? .middle : .narrow
  }

  /// How long there is until the deadline in the heading.
  var timeLeft: TimeLeft? {
    guard let now, let deadline = heading.deadline else { return nil }
    return TimeLeft(until: deadline, from: now)
  }

  /// The text of a key in the language and digits of this look.
  func text(_ key: TextKey, _ values: [TextValue] = []) -> String { language.text(key, values) }

  /// Words put into the language and digits of this look.
  func said(_ words: Words) -> String { words.said(in: language) }
}
