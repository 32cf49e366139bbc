/// What is wrong in a lesson's file: the line, and what to write instead.
struct LessonFault: Error, Equatable, Sendable {
  enum What: String, CaseIterable, Sendable {
    /// A line whose first word means nothing.
    case word
    /// A word that needs something after it.
    case empty
    /// A value that is none of those there are.
    case value
    case key
    case time
    /// `say`, `keys` and the like before the first `step`.
    case noStep
    case noTitle
    case noSteps
    /// More to say than the band below the screen holds.
    case tooLong
    /// An exercise without a task, a goal, or three hints.
    case exercise
    case goal
    /// The file could not be made as the lesson wants it.
    case setting
  }

  var file: String
  var line: Int
  var what: What
  var word: String

  var values: [TextValue] { [.text("file", file), .figures("line", String(line)), .text("word", word)] }
}
