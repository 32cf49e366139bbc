import LECModel
import LECStore

/// Plain facts about the file and the machine; status 1 when one should be looked at.
struct DoctorVerb: Verb {
  let name = "doctor"
  let usage = "[--json]"

  func run(_ call: inout Call) throws -> ExitStatus {
    let lines = try call.file().doctor()
    if call.wantsJSON {
      call.say(
        JSON.object([
          (
            "facts",
            .list(
              lines.map {
                .object([("subject", .text($0.subject.rawValue)), ("value", .text($0.value)), ("ok", .flag($0.isGood))])
              })
          )
        ]).written)
    } else {
      for line in lines {
        call.say(
          (line.isGood ? "  " : "! ") + call.language.text(TextKey("doctor.\(line.subject.rawValue)")) + ": "
            + Self.value(line).said(in: call.language))
      }
    }
    return lines.allSatisfy(\.isGood) ? .done : .findings
  }

  /// A fact as a person reads it; scripts read it from `--json`.
  private static func value(_ line: DoctorLine) -> Words {
    switch line.subject {
    case .training, .readOnly: .key(TextKey("doctor.value.\(line.value)"), [])
    case .quickCheck where line.isGood: "doctor.value.ok"
    case .clock: Moment(iso: line.value).map { Dates.moment($0) } ?? .text(line.value)
    default: .text(line.value)
    }
  }
}
