import LECModel
import LECStore

/// Moves everybody to the academic year of the round.
struct PromoteVerb: Verb {
  let name = "promote"
  let usage = """
    --preview [--last GRADE] [--unit CODE] [--json]
    [--last GRADE] [--keep ID,ID...] [--unit CODE] --user NAME --password-stdin [--json]
    """
  var valued: Set<String> { ["last", "keep", "unit"] }
  var plain: Set<String> { ["preview"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    try UnitOption.check(&call)
    var last: Grade?
    if let text = call.arguments["last"] {
      guard let grade = Grade.parse(text) else {
        throw UsageError.choice("--last", text, ["P6", "ป.6"])
      }
      last = grade
    }
    let store = try call.file()
    let plan = try store.requirePromotion(last: last)
    if !call.arguments.has("preview") {
      let (user, _) = try call.person()
      var kept: Set<RecordID> = []
      for word in (call.arguments["keep"] ?? "").split(separator: ",") {
        let found = try store.students(named: String(word))
        guard found.count == 1 else { throw Refusal(.noSuchRecord, .pu11, detail: String(word)) }
        kept.insert(found[0].id)
      }
      let archive = try store.promoteYear(last: last, repeating: kept, by: user)
      if !call.wantsJSON { call.say(.key("promotion.done", [.text("path", archive)])) }
    }
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("year", .number(plan.year)), ("lastYear", .number(plan.lastYear)),
          ("last", .optional(plan.last?.rawValue)), ("done", .flag(!call.arguments.has("preview"))),
          ("lines", .list(plan.lines.map(Self.json))),
        ]).written)
    } else {
      for line in plan.lines {
        let words = PromotionWords.line(line)
        call.say(words.words.said(in: call.language) + "  " + words.figure.said(in: call.language))
      }
    }
    return .done
  }

  private static func json(_ line: PromotionLine) -> JSON {
    var fate = "stays", to: String?
    switch line.fate {
    case .up(let grade): (fate, to) = ("up", grade.rawValue)
    case .finishes: fate = "finishes"
    case .stays: break
    }
    return .object([
      ("grade", .optional(line.grade?.rawValue)), ("fate", .text(fate)), ("to", .optional(to)),
      ("count", .number(line.count)),
    ])
  }
}
