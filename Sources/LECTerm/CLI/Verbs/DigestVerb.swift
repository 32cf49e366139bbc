import LECModel
import LECStore

/// The digest of what the file says: equal on two files that hold the same.
struct DigestVerb: Verb {
  let name = "digest"
  let usage = "[--dataset students|basics] [--json]"
  var valued: Set<String> { ["dataset", "unit"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    let store = try call.file()
    try UnitOption.check(&call)
    var digest = try store.stateDigest()
    if call.arguments["dataset"] != nil, let unit = try store.ownUnit(), let round = try store.currentRound() {
      digest = try store.digest(DatasetOption.required(call), unit: unit.code, round: round.key)
    }
    call.say(call.wantsJSON ? JSON.object([("digest", .text(digest.hex))]).written : digest.hex)
    return .done
  }
}
