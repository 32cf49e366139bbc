import LECModel
import LECStore

/// Single acts on children, for scripts.
struct StudentVerb: Verb {
  let name = "student"
  let usage = """
    list [--unit CODE] [--search TEXT] [--class CLASS] [--state STATE] [--sort name|class|number] [--limit N]
    show ID
    add [--unit CODE] --FIELD VALUE ... --user NAME --password-stdin
    edit ID [--unit CODE] --FIELD VALUE ... --user NAME --password-stdin
    verify ID ... [--unit CODE] --present|--absent|--later --user NAME --password-stdin
    remove ID ... [--unit CODE] --reason REASON [--left DATE] [--remark TEXT] --user NAME --password-stdin
    restore ID ... [--unit CODE] --user NAME --password-stdin
    transfer ID ... [--unit CODE] --to TEXT [--left DATE] --user NAME --password-stdin
    """
  let most = Int.max
  private static let forms = ["list", "show", "add", "edit", "verify", "remove", "restore", "transfer"]

  /// `school-number` for `schoolNumber`: options are written with hyphens.
  static func option(_ field: StudentField) -> String {
    field.name.reduce(into: "") { out, c in out += c.isUppercase ? "-" + c.lowercased() : String(c) }
  }

  var valued: Set<String> {
    Set(StudentField.typed.map(Self.option)).union([
      "unit", "class", "state", "search", "sort", "limit", "reason", "to", "left",
    ])
  }
  var plain: Set<String> { ["present", "absent", "later"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    try UnitOption.check(&call)
    switch call.arguments.free.first {
    case "list": return try list(&call)
    case "show": return try show(&call)
    case "add": return try add(&call)
    case "edit": return try edit(&call)
    case "verify": return try verify(&call)
    case "remove": return try remove(&call, reason: nil)
    case "transfer": return try remove(&call, reason: .moved)
    case "restore": return try restore(&call)
    default:
      throw UsageError("cli.which", [.text("verb", name), .text("choices", Self.forms.joined(separator: ", "))])
    }
  }

  private func list(_ call: inout Call) throws -> ExitStatus {
    let store = try call.file()
    guard let unit = try store.subject(), let round = try store.currentRound() else { throw Refusal(.noRound, .op04) }
    var filter = RosterFilter(search: call.arguments["search"] ?? "")
    var grade: Grade?
    let limit = try call.arguments.number("limit") ?? Int.max
    guard call.arguments.free.count == 1 else {
      throw UsageError("cli.too-many", [.text("word", call.arguments.free[1])])
    }
    if let text = call.arguments["class"] {
      guard let classRoom = ClassRoom.parse(text) else {
        throw UsageError.choice("--class", text, ["ป.1/2", "P1/2", "ป.1"])
      }
      // A grade alone means all of its rooms.
      if classRoom.room.isEmpty { grade = classRoom.grade } else { filter.classRoom = classRoom }
    }
    if let text = call.arguments["sort"] {
      let orders: [String: RosterFilter.Order] = ["name": .name, "class": .classRoom, "number": .number]
      guard let order = orders[text] else { throw UsageError.choice("--sort", text, orders.keys.sorted()) }
      filter.order = order
    }
    if let text = call.arguments["state"] {
      switch text {
      case "present", "absent", "later", "unchecked": filter.mark = Mark(rawValue: text)
      case "removed": filter.states = .removed
      default: throw UsageError.choice("--state", text, Mark.allCases.map(\.rawValue) + ["removed"])
      }
    }
    var rows: [JSON] = []
    var last: Int64?
    var count = 0
    while count < limit {
      let part = try store.roster(filter, last.map { .after($0) } ?? .first, limit: 1000)
      guard let end = part.last else { break }
      last = end.n
      for row in part where count < limit && (grade == nil || row.student.grade == grade) {
        count += 1
        if call.wantsJSON {
          rows.append(Self.json(row, round.key, unit.code))
        } else {
          let s = row.student
          call.say(
            "\(row.id.short)  \(s[.number].isEmpty ? "-" : s[.number])  \(s.fullName)  \(s.grade?.thai ?? "-")/\(s[.room])"
          )
        }
      }
    }
    if call.wantsJSON { call.say(JSON.object([("students", .list(rows))]).written) }
    return .done
  }

  static func json(_ row: StudentRow, _ round: RoundKey, _ unit: UnitCode) -> JSON {
    let s = row.student
    let state = s.state == .enrolled ? s.mark(in: round).rawValue : s.state.rawValue
    return .object([
      ("id", .text(row.id.short)), ("number", .text(s[.number])), ("title", .text(s[.title])),
      ("first", .text(s[.first])),
      ("last", .text(s[.last])), ("sex", .text(s[.sex])), ("birth", .text(s[.birth])), ("grade", .text(s[.grade])),
      ("room", .text(s[.room])), ("state", .text(state)), ("unit", .text(unit.text)),
    ])
  }

  private func show(_ call: inout Call) throws -> ExitStatus {
    let row = try one(&call)
    let store = try call.file()
    let findings = try store.findings(of: row.id)
    let fields = StudentField.allCases.filter { !row.student[$0].isEmpty }
    if call.wantsJSON {
      call.say(
        JSON.object(
          [("id", .text(row.id.short)), ("unit", .text(row.unit.text))]
            + fields.map { ($0.name, .text(row.student[$0])) }
            + [("problems", .list(findings.map { .text($0.check.rawValue) }))]
        ).written)
      return .done
    }
    for field in fields {
      let value = FieldWords.value(field.rawValue, row.student[field], kind: nil)
      call.say(FieldWords.name(field).said(in: call.language) + ": " + value.said(in: call.language))
    }
    for finding in findings { call.say(Words.key(TextKey("check.\(finding.check.rawValue)"), [])) }
    return .done
  }

  /// The fields that the options name, in the form in which they are kept.
  private func changes(_ call: inout Call) throws -> [FieldChange] {
    let today = try call.file().now().date
    var out: [FieldChange] = []
    for field in StudentField.typed {
      guard let typed = call.arguments[Self.option(field)] else { continue }
      switch FieldReading.student(field, typed, today: today) {
      case .success(let value): out.append(FieldChange(field, value))
      case .failure(let problem): throw FieldRefused(name: FieldWords.name(field), problem: problem)
      }
    }
    return out
  }

  private func add(_ call: inout Call) throws -> ExitStatus {
    let changes = try changes(&call)
    guard changes.contains(where: { $0.field == StudentField.first.rawValue && !$0.value.isEmpty }) else {
      throw UsageError("cli.missing", [.text("option", "--first")])
    }
    let outcome = try call.file().addStudent(changes, by: call.person().user)
    return done(outcome, &call)
  }

  private func edit(_ call: inout Call) throws -> ExitStatus {
    let row = try one(&call)
    let changes = try changes(&call)
    guard !changes.isEmpty else { throw UsageError("cli.nothing") }
    return done(try call.file().editStudent(row.id, changes, by: call.person().user), &call)
  }

  private func verify(_ call: inout Call) throws -> ExitStatus {
    let marks = ["present": Mark.present, "absent": .absent, "later": .later].filter { call.arguments.has($0.key) }
    guard marks.count == 1, let mark = marks.values.first else { throw UsageError("cli.mark") }
    return done(try call.file().mark(many(&call), mark, by: call.person().user), &call)
  }

  private func remove(_ call: inout Call, reason: RemovalReason?) throws -> ExitStatus {
    let given = try reason ?? RemovalReason(rawValue: call.arguments.required("reason"))
    guard let given else {
      throw UsageError.choice("--reason", call.arguments["reason"] ?? "", RemovalReason.allCases.map(\.rawValue))
    }
    if given == .moved, call.arguments.free.first == "transfer" { _ = try call.arguments.required("to") }
    var left: CalendarDate?
    if let text = call.arguments["left"] {
      guard case .success(let date) = BuddhistDate.read(text, today: try call.file().now().date) else {
        throw FieldRefused(name: FieldWords.name(StudentField.left), problem: .date(.unreadable))
      }
      left = date
    }
    let remark = [call.arguments["to"], call.arguments["remark"]].compactMap { $0 }.joined(separator: " ")
    return done(
      try call.file().remove(
        many(&call), reason: given, left: left, remark: TextForm.clean(remark), by: call.person().user),
      &call)
  }

  private func restore(_ call: inout Call) throws -> ExitStatus {
    done(try call.file().restore(many(&call), by: call.person().user), &call)
  }

  private func done(_ outcome: Outcome, _ call: inout Call) -> ExitStatus {
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("ids", .list(outcome.records.map { .text($0.short) })), ("unchanged", .number(outcome.unchanged)),
        ]).written)
    } else {
      for record in outcome.records { call.say(record.short) }
    }
    return .done
  }

  private func one(_ call: inout Call) throws -> StudentRow {
    guard call.arguments.free.count == 2 else { throw UsageError("cli.one-id") }
    return try find(call.arguments.free[1], &call)
  }

  private func many(_ call: inout Call) throws -> [RecordID] { try ChildArgument.many(&call) }

  private func find(_ name: String, _ call: inout Call) throws -> StudentRow { try ChildArgument.find(name, &call) }
}
