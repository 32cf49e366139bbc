import LECModel
import LECStore

/// All problems that stand against confirming; status 1 when there are any.
struct CheckVerb: Verb {
  let name = "check"
  let usage = "[--json]"
  var valued: Set<String> { ["unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let store = try call.file()
    try UnitOption.check(&call)
    let findings = try store.findings().filter(\.blocks)
    let errors = findings.count { $0.check.severity == .error }
    func message(_ finding: Finding) throws -> String {
      let what = call.language.text(TextKey("check.\(finding.check.rawValue)"))
      if let field = finding.fields.first.flatMap({ BasicsField(rawValue: $0) }), finding.check == .basicsMissing {
        return what + ": " + FieldWords.name(field).said(in: call.language)
      }
      let name = try finding.record.flatMap { try store.student($0)?.student.fullName } ?? ""
      return name.isEmpty ? what : name + ": " + what
    }
    if call.wantsJSON {
      let rows = try findings.map { finding -> JSON in
        .object([
          ("rule", .text(finding.check.rule.rawValue)), ("check", .text(finding.check.rawValue)),
          ("record", .optional(finding.record?.short)), ("severity", .text(finding.check.severity.rawValue)),
          ("message", .text(try message(finding))),
        ])
      }
      call.say(
        JSON.object([
          ("errors", .number(errors)), ("warnings", .number(findings.count - errors)), ("findings", .list(rows)),
        ]).written)
    } else {
      for finding in findings {
        let severity = call.language.text(TextKey("severity.\(finding.check.severity.rawValue)"))
        call.say(
          "\(finding.check.rule.rawValue)  \(finding.record?.short ?? "-")  \(try message(finding)) (\(severity))")
      }
      if findings.isEmpty {
        // What stands against an office's confirmation stands below it.
        let isInstitution = try store.subject()?.kind.isInstitution ?? true
        call.say(call.language.text(isInstitution ? "check.none" : "cli.check.below"))
      }
    }
    return findings.isEmpty ? .done : .findings
  }
}
