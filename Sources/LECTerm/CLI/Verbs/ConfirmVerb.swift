import LECModel
import LECStore

/// Confirms a dataset: an official act, signed with the person's key.
struct ConfirmVerb: Verb {
  let name = "confirm"
  let usage = "--dataset students|basics --user NAME --password-stdin [--json]"
  var valued: Set<String> { ["dataset", "unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let dataset = try DatasetOption.required(call)
    try UnitOption.check(&call)
    let (user, password) = try call.person()
    let made = try call.file().confirm(dataset, password: password, by: user)
    let c = made.confirmation
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("unit", .text(c.unit.text)), ("dataset", .text(dataset.rawValue)), ("round", .text(c.round.text)),
          ("digest", .text(c.digest.hex)), ("counts", CountsJSON.object(c.counts)),
          ("register", .number(Int(c.register))),
          ("singleHanded", .flag(c.singleHanded)),
        ]).written)
    } else {
      tell(c, &call)
    }
    return .done
  }
}

extension ConfirmVerb {
  /// The counts by grade and sex as the reports will show them, and the digest.
  fileprivate func tell(_ c: Confirmation, _ call: inout Call) {
    let state = call.language.text("datasetState.confirmed")
    call.say(call.language.text(TextKey("dataset.\(c.dataset.rawValue)")) + ": " + state)
    if c.dataset == .students {
      let heads: [TextKey] = ["paperReport.grade", "paperReport.male", "paperReport.female", "paperReport.total"]
      call.say(heads.map { call.language.text($0) }.joined(separator: "  "))
      func row(_ name: String, _ pair: Counts.Pair) -> String { "\(name)  \(pair.male)  \(pair.female)  \(pair.total)" }
      for grade in c.counts.grades {
        let name = call.language.code == .thai ? grade.thai : grade.english
        call.say(row(name, c.counts.byGrade[grade] ?? Counts.Pair()))
      }
      call.say(row(call.language.text("paperReport.sum"), c.counts.all))
    }
    call.say(c.digest.hex)
  }
}
