import LECModel
import LECStore

/// The rounds this file knows, and the department's acts on them.
struct RoundVerb: Verb {
  let name = "round"
  let usage = """
    list [--json]
    show [KEY]
    add FILE|--example NAME --user NAME --password-stdin
    """
  let most = 2
  var valued: Set<String> { ["example"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch try SubVerb.of(call, ["list", "show", "add", "edit"]) {
    case "add", "edit": try add(&call)
    case "show": try show(&call)
    default: try list(&call)
    }
    return .done
  }

  private func list(_ call: inout Call) throws {
    let rounds = try call.file().rounds()
    if call.wantsJSON {
      call.say(JSON.object([("rounds", .list(rounds.map(Self.json)))]).written)
    } else {
      for round in rounds {
        let policy = call.language.text(TextKey("policy.\(round.policy.rawValue)"))
        call.say("\(round.key.text)  \(policy)  \(Dates.day(round.reference).said(in: call.language))")
      }
    }
  }

  private static func json(_ round: Round) -> JSON {
    .object([
      ("key", .text(round.key.text)), ("policy", .text(round.policy.rawValue)),
      ("opens", .optional(round.opens?.iso)), ("closes", .optional(round.closes?.iso)),
      ("reference", .text(round.reference.iso)), ("datasets", .list(round.datasets.map { .text($0.rawValue) })),
      (
        "deadlines",
        .list(
          round.deadlines.map {
            .object([
              ("level", .text($0.level.rawValue)), ("due", .text($0.due.iso)), ("final", .flag($0.isFinal)),
            ])
          })
      ),
    ])
  }

  private func show(_ call: inout Call) throws {
    let rounds = try call.file().rounds()
    let key = call.arguments.free.dropFirst().first
    guard let round = key.map({ key in rounds.first { $0.key.text == key } }) ?? rounds.first else {
      throw Refusal(.noRound, .op04, level: .department)
    }
    if call.wantsJSON { call.say(Self.json(round).written) } else { call.sayLines(RoundText.write(round)) }
  }

  private func add(_ call: inout Call) throws {
    let text: String
    if let example = call.arguments["example"] {
      let files = call.data?.files(in: "rounds", ending: ".txt") ?? []
      guard let data = call.data, let file = files.first(where: { $0 == "rounds/\(example).txt" }) else {
        throw UsageError.choice("--example", example, files.map { String($0.dropFirst(7).dropLast(4)) })
      }
      text = String(decoding: data.bytes(of: file), as: UTF8.self)
    } else {
      guard let path = call.arguments.free.dropFirst().first else { throw UsageError("cli.one-file") }
      text = String(decoding: try FileCare.whole(path, limit: 1 << 20), as: UTF8.self)
    }
    let round = try RoundText.read(text)
    let (user, password) = try call.person()
    try call.file().setRound(round, password: password, by: user)
    if call.wantsJSON { call.say(Self.json(round).written) }
  }
}
