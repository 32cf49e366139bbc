import LECModel

/// Confirmed and now, side by side: counts by grade, then every child that differs, field by field, with who and when.
struct DifferencesScreen: Screen {
  private let dataset: Dataset
  private var page = TextPage()

  init(_ dataset: Dataset) { self.dataset = dataset }

  var commands: [Command] { TextPage.commands }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened, .answer(.changed): return [.ask(.confirming(.differences(dataset)))]
    case .answer(.confirming(.differences(let rows, let now))):
      page = TextPage(Self.lines(rows, now))
      return []
    case .command(.back): return [.back]
    default:
      _ = page.handle(input)
      return []
    }
  }

  static func lines(_ rows: [StudentDifference], _ now: ConfirmState) -> [TextPage.Line] {
    guard let confirmed = now.state.last else { return [.init("differences.never", ink: .dim)] }
    var lines: [TextPage.Line] = [
      .init(
        .key("differences.since", [.words("at", Dates.moment(confirmed.at)), .text("person", confirmed.person)]),
        ink: .heading)
    ]
    let was = confirmed.confirmation.counts
    for grade in Set(was.grades + now.reported.grades).sorted() {
      lines.append(
        compare(RosterRow.words(of: grade), was.byGrade[grade]?.total ?? 0, now.reported.byGrade[grade]?.total ?? 0))
    }
    lines.append(compare("counts.all", was.all.total, now.reported.all.total))
    lines.append(.blank)
    if rows.isEmpty {
      lines.append(
        now.cause.map { .init(VoidWords.of($0), ink: .warning) } ?? .init("differences.none", ink: .ok))
    }
    for row in rows {
      lines.append(.init(words(row), ink: .heading, figure: Dates.moment(row.at)))
      for change in row.changes { lines.append(.init(FieldWords.change(change, kind: nil))) }
    }
    return lines
  }

  /// Whose difference it is, of which kind, and who made it.
  static func words(_ row: StudentDifference) -> Words {
    let kind = TextKey("differences.\(row.kind.rawValue)")
    return .key("differences.child", [.text("name", row.name), .key("kind", kind), .text("person", row.by)])
  }

  private static func compare(_ name: Words, _ was: Int, _ now: Int) -> TextPage.Line {
    .init(
      name, ink: was == now ? .text : .warning,
      figure: .key("differences.counts", [.number("was", was), .number("now", now)]))
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "differences.title", commands: commands).draw(on: &canvas, in: look) { page.draw(on: &$0, in: look) }
  }
}
