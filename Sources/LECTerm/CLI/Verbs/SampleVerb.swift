import LECModel
import LECStore

/// Random checks by the province.
struct SampleVerb: Verb {
  let name = "sample"
  let usage = """
    draw [--institutions N] [--children N] --user NAME --password-stdin
    list [--json]
    found CHILD --as present|absent|unknown [--words TEXT] --user NAME --password-stdin
    """
  let most = 2
  var valued: Set<String> { ["institutions", "children", "as", "words"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch try SubVerb.of(call, ["draw", "list", "found"]) {
    case "draw":
      let (user, _) = try call.person()
      let institutions = try call.arguments.number("institutions", from: 1) ?? 3
      let children = try call.arguments.number("children", from: 1) ?? 10
      try call.file().drawSample(institutions: institutions, perInstitution: children, by: user)
      try list(&call)
    case "found": try found(&call)
    default: try list(&call)
    }
    return .done
  }

  private func found(_ call: inout Call) throws {
    let text = try call.arguments.required("as")
    guard let found = SampleResult.Found(rawValue: text) else {
      throw UsageError.choice("--as", text, SampleResult.Found.allCases.map(\.rawValue))
    }
    let (user, _) = try call.person()
    let store = try call.file()
    guard let id = call.arguments.free.dropFirst().first, let sample = try store.samples().first,
      let line = sample.lines.first(where: { $0.record.short.hasPrefix(id) })
    else { throw UsageError("cli.one-id") }
    try store.found(
      found, child: line.record, of: sample.id, words: TextForm.clean(call.arguments["words"] ?? ""), by: user)
  }

  private func list(_ call: inout Call) throws {
    let samples = try call.file().samples()
    if call.wantsJSON {
      let rows = samples.map { sample -> JSON in
        .object([
          ("number", .number(Int(sample.draw.number))), ("seed", .text(sample.draw.seed)),
          ("checked", .number(sample.checked)), ("absent", .number(sample.absent)),
          (
            "children",
            .list(
              sample.lines.map {
                .object([
                  ("unit", .text($0.unit.code.text)), ("id", .text($0.record.short)), ("name", .text($0.name)),
                  ("found", .optional($0.result?.found.rawValue)),
                ])
              })
          ),
        ])
      }
      call.say(JSON.object([("samples", .list(rows))]).written)
    } else {
      for sample in samples {
        call.say("\(sample.draw.number)  \(sample.draw.seed)  \(sample.checked)/\(sample.lines.count)")
        for line in sample.lines {
          let found = line.result.map { call.language.text(TextKey("found.\($0.found.rawValue)")) } ?? ""
          call.say("  \(line.record.short)  \(line.unit.code.text)  \(line.name)  \(line.grade)  \(found)")
        }
      }
    }
  }
}
