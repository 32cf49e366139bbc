import LECModel
import LECStore

/// A lesson as it stands in a file of data/lessons: what a trainer says, which keys are pressed, what the screen must show then.
/// Its form is told in man/lecterm-lesson.5.
struct Lesson: Equatable, Sendable {
  /// The file's name without its ending, such as `01-first-login`.
  var name: String
  var title = ""
  /// How long it takes when it is told to a class.
  var minutes = 5
  var setting = Setting()
  var steps: [Step] = []
  var exercise: Exercise?

  /// The number before the name; 0 where there is none.
  var number: Int { Int(name.prefix { $0.isNumber }) ?? 0 }

  /// What the lesson begins with.
  struct Setting: Equatable, Sendable {
    /// The institution whose file is made; nil for a whole tree, a file for each office.
    var kind: TrainingSet.Kind? = .centre
    var policy = EditPolicy.release
    var clock: Moment?
    var children: Int?
    /// Work that is done already, in this order.
    var done: [Done] = []
    /// Who sits at which file when it begins; nil is the first person of the institution.
    var seat: Seat?
  }

  /// How far the work of a unit has come.
  struct Done: Equatable, Sendable {
    var unit: UnitCode?
    var far: Far
    var line: Int

    enum Far: String, CaseIterable, Comparable, Sendable {
      case checked, mended, confirmed, sent, read

      static func < (one: Far, other: Far) -> Bool {
        (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
      }
    }
  }

  /// A place before the program: whose file, who logs in there, or nobody yet.
  struct Seat: Equatable, Sendable {
    var unit: UnitCode
    var user: UserName?
  }

  /// One thing to say and to show.
  struct Step: Equatable, Sendable {
    var title: String
    var line: Int
    var say: [String] = []
    var actions: [Action] = []
    var expected: [Expectation] = []
  }

  /// Something done with the program.
  struct Action: Equatable, Sendable {
    enum What: Equatable, Sendable {
      case keys([Key], word: String)
      /// Types text, and where it says so Enter behind it.
      case type(String, enter: Bool)
      /// Goes down until the chosen row holds the text.
      case to(String)
      case clock(Moment)
      case sit(Seat)
      /// A command of the command line, on the file before which one sits.
      case run([String])
    }

    var what: What
    var line: Int
  }

  /// What the screen must show after the actions of a step.
  struct Expectation: Equatable, Sendable {
    enum What: String, Sendable { case see, not, chosen }

    var what: What
    var text: String
    var line: Int
  }

  /// A task that the learner does alone. Whether it is done is seen from the events of the file.
  struct Exercise: Equatable, Sendable {
    var title: String
    var task: [String] = []
    var goals: [LessonGoal] = []
    var hints: [String] = []
    /// One way to do it: `lesson check` goes it, so that the task can be done.
    var solution: [Action] = []
  }
}
