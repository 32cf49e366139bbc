import LECModel
import LECStore

/// The basic information of the institution.
struct BasicsVerb: Verb {
  let name = "basics"
  let usage = """
    show [--unit CODE]
    edit [--unit CODE] --FIELD VALUE ... --user NAME --password-stdin
    """
  let most = 1

  static func option(_ field: BasicsField) -> String {
    field.name.reduce(into: "") { out, c in out += c.isUppercase ? "-" + c.lowercased() : String(c) }
  }

  var valued: Set<String> { Set(BasicsField.allCases.map(Self.option)).union(["unit"]) }

  func run(_ call: inout Call) throws -> ExitStatus {
    try UnitOption.check(&call)
    switch call.arguments.free.first {
    case "show":
      let values = try call.file().basics()
      let filled = BasicsField.allCases.filter { !(values[$0] ?? "").isEmpty }
      if call.wantsJSON {
        call.say(JSON.object(filled.map { ($0.name, .text(values[$0] ?? "")) }).written)
      } else {
        for field in filled {
          let value = FieldWords.value(field.rawValue, values[field] ?? "", kind: .basicsEdited)
          call.say(FieldWords.name(field).said(in: call.language) + ": " + value.said(in: call.language))
        }
      }
    case "edit":
      var changes: [FieldChange] = []
      for field in BasicsField.allCases {
        guard let typed = call.arguments[Self.option(field)] else { continue }
        switch FieldReading.basics(field, typed) {
        case .success(let value): changes.append(FieldChange(field, value))
        case .failure(let problem): throw FieldRefused(name: FieldWords.name(field), problem: problem)
        }
      }
      guard !changes.isEmpty else { throw UsageError("cli.nothing") }
      let outcome = try call.file().editBasics(changes, by: call.person().user)
      if call.wantsJSON { call.say(JSON.object([("unchanged", .number(outcome.unchanged))]).written) }
    default: throw UsageError("cli.which", [.text("verb", name), .text("choices", "show, edit")])
    }
    return .done
  }
}
